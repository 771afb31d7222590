import { Details } from '@/components/ui/details'
import { Icon } from '@/components/ui/icon'
import { Panel } from '@/components/ui/panel'
import type { ReviewCorrection } from '@/lib/applications/provider/review-corrections'
import { formatDate, formatDateTime } from '@/lib/domain/dates'
import type { Locale } from '@/lib/domain/text'
import { correctionMessages } from '@/lib/i18n/corrections'

type Given = { locale: Locale; corrections: readonly ReviewCorrection[] }

/** What the applicant is asked to put right now; below it, folded, what was asked before and what came of it. */
export function ReviewCorrections({ locale, corrections }: Given) {
  const t = correctionMessages[locale].review
  const [newest] = corrections
  if (!newest) return null
  const isShown = newest.outcome === null || newest.outcome === 'answered'
  const past = isShown ? corrections.slice(1) : corrections
  return (
    <div className="mb-8">
      <Panel
        title={newest.outcome === null ? t.title : isShown ? t.outcomes.answered(at(newest, locale)) : t.past}
      >
        {isShown && <One locale={locale} correction={newest} />}
        {past.length > 0 &&
          (isShown ? (
            <Details summary={t.past}>
              <Past locale={locale} corrections={past} />
            </Details>
          ) : (
            <Past locale={locale} corrections={past} />
          ))}
      </Panel>
    </div>
  )
}

const at = ({ settledAt }: ReviewCorrection, locale: Locale) =>
  settledAt ? formatDateTime(settledAt, locale) : ''

function Past({ locale, corrections }: Given) {
  const t = correctionMessages[locale].review.outcomes
  return corrections.map((correction) => (
    <div key={correction.id} className="mb-6 last:mb-0">
      <p className="font-bold">{correction.outcome && t[correction.outcome](at(correction, locale))}</p>
      <One locale={locale} correction={correction} />
    </div>
  ))
}

function One({ locale, correction }: { locale: Locale; correction: ReviewCorrection }) {
  const t = correctionMessages[locale].review
  const { items, requestedAt, requestedByName, answerBy, outcome, isUnanswered, meanwhile } = correction
  return (
    <>
      {outcome === null && (
        <div className="mb-3">
          {isUnanswered ? (
            <>
              <p className="flex gap-2 font-bold text-bad">
                <Icon name="warn" className="mt-[0.2em]" />
                <span>{`${t.unanswered}. ${t.until(formatDate(answerBy, locale, 'weekday'))}`}</span>
              </p>
              <p>{t.unansweredText}</p>
            </>
          ) : (
            <p className="font-bold">{t.until(formatDate(answerBy, locale, 'weekday'))}</p>
          )}
          {meanwhile !== 'anew' && <p>{t.meanwhile[meanwhile]}</p>}
        </div>
      )}
      <ul className="list-none border-t border-line-soft pl-0">
        {items.map((item) => (
          <li key={item.target} className="border-b border-line-soft py-3 [overflow-wrap:anywhere]">
            <p className="font-bold">{item.label}</p>
            <p className="whitespace-pre-line">{[item.reason, item.note].filter(Boolean).join('. ')}</p>
            <Change locale={locale} change={item.change} />
          </li>
        ))}
      </ul>
      <p className="mt-3 text-sm text-muted">
        {t.asked(requestedByName, formatDateTime(requestedAt, locale))}
      </p>
    </>
  )
}

function Change({ locale, change }: { locale: Locale; change: ReviewCorrection['items'][number]['change'] }) {
  const t = correctionMessages[locale].review
  if (!change) return null
  if ('isReplaced' in change)
    return <p className="font-bold text-ok">{change.isReplaced ? t.replaced : t.unchanged}</p>
  if (change.was === change.became) return <p className="font-bold">{t.unchanged}</p>
  return (
    <dl className="mt-1 grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 whitespace-pre-line">
      <dt className="font-normal text-muted">{t.was}</dt>
      <dd className="line-through decoration-muted">{change.was || '—'}</dd>
      <dt className="font-normal text-muted">{t.became}</dt>
      <dd className="font-bold">{change.became || '—'}</dd>
    </dl>
  )
}
