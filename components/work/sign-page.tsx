import { UploadField, type UploadNews } from '@/components/documents/upload-field'
import { ButtonLink } from '@/components/ui/button'
import { Details } from '@/components/ui/details'
import { Notice } from '@/components/ui/notice'
import type { DecisionPage } from '@/lib/applications/provider/loaders'
import type { SigningSheet } from '@/lib/applications/provider/signing-sheet'
import { formatDate } from '@/lib/domain/dates'
import type { Locale, Text } from '@/lib/domain/text'
import { decisionMessages } from '@/lib/i18n/decisions'
import { DecisionForm } from './decision-form'
import { DecisionFrame } from './decision-frame'

/** «Приказ на подпись»: print, sign by hand, attach the scan, approve; each step once the one before is done. */
export function SignPage({
  locale,
  decision,
  sign,
  news,
}: {
  locale: Locale
  decision: DecisionPage
  sign: Extract<DecisionPage, { step: 'sign' }>
  news: UploadNews
}) {
  const t = decisionMessages[locale].steps.sign
  const { sheet, wanted } = sign
  const { paper } = decision
  const heading = t.title(paper)
  const { given, stale } = sheet
  const spoken = (s: SigningSheet['given']) => t.sheetName(s.number, formatDate(s.date, locale, 'short'))
  const scanOf = (l: Locale) =>
    decisionMessages[l].steps.sign.scanOf(paper, given.number, formatDate(given.date, l, 'short'))
  const title: Text = { kk: scanOf('kk'), ru: scanOf('ru') }
  if (!sheet.paperAllowed) {
    return (
      <DecisionFrame locale={locale} decision={decision} title={heading}>
        <Notice tone="warn" title={t.notOnPaper} />
      </DecisionFrame>
    )
  }
  return (
    <DecisionFrame locale={locale} decision={decision} title={heading}>
      {stale && (
        <div className="mb-6">
          <Notice tone="warn" title={t.staleTitle}>
            <p>{t.stale(spoken(stale), spoken(given))}</p>
          </Notice>
        </div>
      )}
      <p className="text-lg font-bold">{t.number(given.number, formatDate(given.date, locale, 'long'))}</p>
      <p className="mt-1 mb-4 text-muted">{t.provisional}</p>
      <Details summary={t.content} open={sheet.mayApprove}>
        <p className="font-bold">{sheet.text.title[locale]}</p>
        {sheet.text.preamble && <p>{sheet.text.preamble[locale]}</p>}
        <Points locale={locale} points={sheet.text.points} numbered={paper === 'order'} />
      </Details>

      <h2 className="mt-8 mb-3 text-xl">{t.stepPrint}</h2>
      <ButtonLink
        variant={sheet.scan ? 'secondary' : 'primary'}
        href={`/api/papers/draft/${decision.number}`}
      >
        {t.download}
      </ButtonLink>

      <h2 className="mt-8 mb-3 text-xl">{t.stepScan}</h2>
      {decision.upload && (
        <UploadField
          locale={locale}
          slot={{ ...wanted.slot, title }}
          upload={decision.upload}
          current={wanted.current ?? undefined}
          news={news}
        />
      )}

      <h2 className="mt-8 mb-3 text-xl">{t.stepApprove}</h2>
      <Approval locale={locale} decision={decision} sheet={sheet} />
    </DecisionFrame>
  )
}

/** As they stand on the paper: an order numbers its points. */
function Points({
  locale,
  points,
  numbered,
}: {
  locale: Locale
  points: readonly Text[]
  numbered: boolean
}) {
  if (!numbered) return points.map((point) => <p key={point.kk}>{point[locale]}</p>)
  return (
    <ol>
      {points.map((point) => (
        <li key={point.kk}>{point[locale]}</li>
      ))}
    </ol>
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
  const label = t.sheet(given.number, formatDate(given.date, locale, 'short'))
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
