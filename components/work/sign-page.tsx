import type { UploadNews } from '@/components/documents/upload-field'
import { Notice } from '@/components/ui/notice'
import type { DecisionPage } from '@/lib/applications/provider/loaders'
import { formatDate } from '@/lib/domain/dates'
import type { Locale } from '@/lib/domain/text'
import { decisionMessages } from '@/lib/i18n/decisions'
import { headSigningMessages } from '@/lib/i18n/head-signing'
import { localePath } from '@/lib/i18n/locale'
import { ncaLayerMessages } from '@/lib/i18n/ncalayer'
import { DecisionFrame } from './decision-frame'
import { HeadKeyNotes } from './head-key'
import { PaperText } from './paper-text'
import { SignOnPaper } from './sign-on-paper'
import { SigningSession } from './signing-session'

export type Sign = Extract<DecisionPage, { step: 'sign' }>

/** «Приказ на подпись»: read it, then sign it by EDS, or on paper where the organisation may. */
export function SignPage({
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
  const { sheet } = sign
  const { paper } = decision
  const { given, mayApprove, paperAllowed } = sheet
  return (
    <DecisionFrame locale={locale} decision={decision} title={t.title(paper)}>
      <p className="text-lg font-bold">{t.number(given.label, formatDate(given.date, locale, 'long'))}</p>
      <p className="mt-1 mb-4 text-muted">{t.provisional}</p>
      <PaperText locale={locale} paper={paper} text={sheet.text} open={mayApprove} />
      {mayApprove && <SignByEds locale={locale} decision={decision} sign={sign} />}
      {paperAllowed && <SignOnPaper locale={locale} decision={decision} sign={sign} news={news} />}
      {!paperAllowed && !mayApprove && <p className="mt-6">{t.forDirector}</p>}
      {!paperAllowed && mayApprove && decision.key.status === 'closed' && (
        <div className="mt-6">
          <Notice tone="warn" title={t.notOnPaper} />
        </div>
      )}
    </DecisionFrame>
  )
}

function SignByEds({ locale, decision, sign }: { locale: Locale; decision: DecisionPage; sign: Sign }) {
  const t = headSigningMessages[locale]
  const { key: headKey, number, paper, subjectName } = decision
  const { name, bin } = sign.sheet.organisation
  return (
    <section className="mt-8">
      <h2 className="mb-3 text-xl">{t.eds}</h2>
      <HeadKeyNotes locale={locale} headKey={headKey} organisation={{ name: name[locale], bin }} />
      {headKey.status === 'ready' && (
        <div className="mt-4">
          <SigningSession
            locale={locale}
            rows={[
              {
                number,
                reason: null,
                label: t.tick(subjectName, number),
                content: <p className="font-bold">{t.given(paper, sign.sheet.given.label)}</p>,
              },
            ]}
            keys={{ iin: headKey.iin, extKeyUsageOids: headKey.extKeyUsageOids }}
            ncaLayer={headKey.ncaLayer}
            texts={t.course}
            edsTexts={ncaLayerMessages[locale]}
            next={`${localePath(locale, `/work/applications/${number}`)}?done=approve`}
          />
        </div>
      )}
    </section>
  )
}
