import { UploadField, type UploadNews } from '@/components/documents/upload-field'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { DecisionPage } from '@/lib/applications/provider/loaders'
import type { SigningSheet } from '@/lib/applications/provider/signing-sheet'
import { formatDate } from '@/lib/domain/dates'
import type { Locale, Text } from '@/lib/domain/text'
import { decisionMessages } from '@/lib/i18n/decisions'
import { headSigningMessages } from '@/lib/i18n/head-signing'
import { DecisionForm } from './decision-form'
import type { Sign } from './sign-page'

/** Print, sign by hand, attach the scan, approve; each step once the one before is done. */
export function SignOnPaper({
  locale,
  decision,
  sign,
  news,
}: {
  locale: Locale
  decision: DecisionPage
  sign: Sign
  news: UploadNews
}) {
  const t = decisionMessages[locale].steps.sign
  const { sheet, wanted } = sign
  const { given, stale } = sheet
  const spoken = (s: SigningSheet['given']) => t.sheetName(s.label, formatDate(s.date, locale, 'short'))
  const scanOf = (l: Locale) =>
    decisionMessages[l].steps.sign.scanOf(decision.paper, given.label, formatDate(given.date, l, 'short'))
  const title: Text = { kk: scanOf('kk'), ru: scanOf('ru') }
  const canBeByEds = sheet.mayApprove && decision.key.status === 'ready'
  return (
    <section className="mt-12">
      <h2 className="mb-3 text-xl">{headSigningMessages[locale].paperWay}</h2>
      {stale && (
        <div className="mb-6">
          <Notice tone="warn" title={t.staleTitle}>
            <p>{t.stale(spoken(stale), spoken(given))}</p>
          </Notice>
        </div>
      )}
      <h3 className="mt-6 mb-3 text-lg">{t.stepPrint}</h3>
      <ButtonLink
        variant={sheet.scan || canBeByEds ? 'secondary' : 'primary'}
        href={`/api/papers/draft/${decision.number}`}
      >
        {t.download}
      </ButtonLink>

      <h3 className="mt-6 mb-3 text-lg">{t.stepScan}</h3>
      {decision.upload && (
        <UploadField
          locale={locale}
          slot={{ ...wanted.slot, title }}
          upload={decision.upload}
          current={wanted.current ?? undefined}
          news={news}
        />
      )}

      <h3 className="mt-6 mb-3 text-lg">{t.stepApprove}</h3>
      <Approval locale={locale} decision={decision} sheet={sheet} />
    </section>
  )
}

function Approval({
  locale,
  decision,
  sheet,
}: {
  locale: Locale
  decision: DecisionPage
  sheet: SigningSheet
}) {
  const t = decisionMessages[locale].steps.sign
  const { given } = sheet
  if (!sheet.mayApprove) return <p className="text-muted">{t.forDirector}</p>
  if (!sheet.scan) return <p className="text-muted">{t.needsScan}</p>
  const label = t.sheet(given.label, formatDate(given.date, locale, 'short'))
  return (
    <DecisionForm
      locale={locale}
      number={decision.number}
      step="sign"
      fields={[{ name: 'sheet', kind: 'checkbox', label }]}
      hidden={{ expectedNumber: String(given.number), expectedDate: given.date }}
      submit={{ label: t.approve, variant: 'primary' }}
    />
  )
}
