import { Details } from '@/components/ui/details'
import type { TermClock as Clock } from '@/lib/applications/term-clock'
import { type DateOnly, formatDate, formatDateTime } from '@/lib/domain/dates'
import type { Locale } from '@/lib/domain/text'
import { termClockMessages } from '@/lib/i18n/term-clock'

/** The clock with its reason; that it stands is said at once, the rest under a fold. */
export function TermClock({ locale, clock }: { locale: Locale; clock: Clock }) {
  const t = termClockMessages[locale]
  const day = (date: DateOnly) => formatDate(date, locale, 'weekday')
  const { asked } = clock
  return (
    <>
      {asked && (
        <p className="mb-2 max-w-reading">
          {asked.meanwhile === 'stands' && <strong>{t.stands}. </strong>}
          {t.meanwhile[asked.meanwhile](day(asked.answerBy))}
        </p>
      )}
      <Details summary={t.title}>
        {sentencesOf(clock, locale).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </Details>
    </>
  )
}

/** In the order in which it happened. */
export function sentencesOf(clock: Clock, locale: Locale): string[] {
  const t = termClockMessages[locale]
  const day = (date: DateOnly) => formatDate(date, locale, 'weekday')
  const { completedAt, receivedOn, registeredAt, runsFrom, pauses } = clock
  return [
    t.sent(formatDateTime(clock.sentAt, locale)),
    completedAt && t.completed(formatDateTime(completedAt, locale)),
    receivedOn && t.received(clock.closesAt, day(receivedOn)),
    t.intake(clock.intakeTerm, day(clock.intakeDue)),
    registeredAt && t.registered(formatDateTime(registeredAt, locale)),
    runsFrom && (runsFrom.isLate ? t.runsFromLate : t.runsFrom)(day(runsFrom.day)),
    ...pauses.map(({ from, to }) => to && t.pause(day(from), day(to))),
    clock.hasDay ? t.answerDay(day(clock.answerDue)) : t.answer(clock.term, day(clock.answerDue)),
    !clock.hasDay && t.week,
  ].flatMap((sentence) => sentence || [])
}
