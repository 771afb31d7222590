import { ApplicationStatus } from '@/components/application/application-status'
import { TermClock } from '@/components/application/term-clock'
import { PageTitle } from '@/components/ui/page-title'
import type { Review } from '@/lib/applications/provider/review'
import { formatDate } from '@/lib/domain/dates'
import type { Locale } from '@/lib/domain/text'
import { workMessages } from '@/lib/i18n/work'
import { DueWords } from './due-date'
import { PlaceLine } from './place-line'
import { ReviewAssignee } from './review-assignee'

/** What is to be done and by when, before anything else. */
export function ReviewHead({ locale, review }: { locale: Locale; review: Review }) {
  const t = workMessages[locale].review
  const numbered = workMessages[locale].queue.numbered(review.number)
  return (
    <>
      <PageTitle caption={`${review.service.name[locale]} · ${numbered}`}>
        {headlineOf(review, locale)}
      </PageTitle>
      <p className="mb-2 flex flex-wrap items-center gap-x-4 gap-y-2">
        <strong className="text-lg">{review.subjectName}</strong>
        <ApplicationStatus locale={locale} status={review.status} />
      </p>
      <PlaceLine locale={locale} review={review} />
      {review.turn && (
        <p className="mb-2">
          {t.turn(review.turn[locale])}
          {review.stage && ` ${t.stage(review.stage[locale])}`}
        </p>
      )}
      {review.steps.includes('prepare') && !review.steps.includes('refuse') && (
        <p className="mb-2 text-muted">{t.headRefuses}</p>
      )}
      <div className="flex flex-wrap items-center gap-x-8">
        {review.due && !review.clock?.asked && (
          <p className="mb-2 flex flex-wrap items-baseline gap-x-3">
            {t.dueBy(formatDate(review.due.date, locale, 'weekday'))}
            <DueWords locale={locale} due={review.due} />
          </p>
        )}
        <ReviewAssignee locale={locale} review={review} />
      </div>
      {review.clock && <TermClock locale={locale} clock={review.clock} />}
    </>
  )
}

/** An order to act only for who may: the others read what is being waited for. */
function headlineOf({ status, stage, turn, seat }: Review, locale: Locale): string {
  const { headline, elsewhere } = workMessages[locale].review
  if (status === 'registered' && !turn && typeof seat?.turn === 'number') return headline.noSeat
  if (status === 'registered') return turn ? elsewhere.registered : (stage?.[locale] ?? headline.registered)
  return status === 'sent' && turn ? elsewhere.sent : headline[status]
}
