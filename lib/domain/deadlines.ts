import { addWorkingDays, isWorkingDay, type WorkCalendar, type WorkWeek } from './calendar'
import { addDays, type DateOnly, dateInAlmaty, timeInAlmaty } from './dates'
import type { Status } from './status'

/** When a provider works: days in its week and the closing time in Asia/Almaty, `HH:mm`. */
export type WorkHours = { week: WorkWeek; closesAt: string }

/**
 * The term stands still from the day `from` to the day before `to`; on `to` it runs again. `to` is null
 * while the pause lasts.
 */
export type Pause = { from: DateOnly; to: DateOnly | null }

export type DeadlineInput = {
  sentAt: Date
  registeredAt: Date | null
  /** Working days for registering the application or refusing to accept it. */
  intakeTermDays: number
  /** Working days for the answer. */
  termDays: number
  hours: WorkHours
  calendar: WorkCalendar
  pauses?: readonly Pause[]
  /** A day fixed for the answer, in place of the term: enrolment by order until 31 August. */
  answerBy?: DateOnly | null
}

/** Last days, inclusive, by which the provider registers and answers (until its closing time). */
export type Deadlines = { intakeDue: DateOnly; answerDue: DateOnly }

/** Which of them the provider is waited for by; while the applicant corrects it is not the provider. */
export const WAITED_FOR: Readonly<Partial<Record<Status, keyof Deadlines>>> = {
  sent: 'intakeDue',
  registered: 'answerDue',
  waiting: 'answerDue',
  on_signing: 'answerDue',
}

/**
 * The working day on which an act counts as done. What comes at or after the closing time, on a day off
 * or on a holiday belongs to the next working day: the standard clause of every list of requirements to a
 * service (Law on state services of 15.04.2013 № 88-V, art. 14(3-1); Labour Code for the days off).
 * @throws CalendarHorizonError outside the calendar.
 */
export function countsFrom(sentAt: Date, hours: WorkHours, calendar: WorkCalendar): DateOnly {
  const day = dateInAlmaty(sentAt)
  const closed = timeInAlmaty(sentAt) >= hours.closesAt && isWorkingDay(calendar, day, hours.week)
  return addWorkingDays(calendar, day, closed ? 1 : 0, hours.week)
}

/** From the asking to the answering of something that the provider cannot go on without. */
export function pauseOf(
  { askedAt, answeredAt }: { askedAt: Date; answeredAt: Date | null },
  hours: WorkHours,
  calendar: WorkCalendar,
): Pause {
  // Answered in the evening, it is there on the next working day, like anything that is sent.
  return { from: dateInAlmaty(askedAt), to: answeredAt && countsFrom(answeredAt, hours, calendar) }
}

/**
 * Due days of an application. The answer term runs from registration, but no later than from the day
 * registration was due, so that late registration never moves the answer. A pause moves it by the working
 * days that it took out of the term; an open pause moves nothing until it closes (its end is not known),
 * and a pause that began after the term was over moves nothing at all.
 * @throws CalendarHorizonError outside the calendar.
 */
export function deadlines(input: DeadlineInput): Deadlines {
  const { sentAt, registeredAt, intakeTermDays, termDays, hours, calendar, pauses = [], answerBy } = input
  const intakeDue = addWorkingDays(calendar, countsFrom(sentAt, hours, calendar), intakeTermDays, hours.week)
  const start = answerRunsFrom(registeredAt, intakeDue, hours, calendar)
  if (answerBy) return { intakeDue, answerDue: laterOf(answerBy, intakeDue) }
  return { intakeDue, answerDue: termEnd(start, termDays, hours.week, calendar, pauses) }
}

/** The day from which the answer term runs. @throws CalendarHorizonError outside the calendar. */
export function answerRunsFrom(
  registeredAt: Date | null,
  intakeDue: DateOnly,
  hours: WorkHours,
  calendar: WorkCalendar,
): DateOnly {
  return earlierOf(registeredAt && countsFrom(registeredAt, hours, calendar), intakeDue)
}

/** What of a term has gone by: half of it, four fifths of it or its last day, all of it. */
export type TermLevel = 'half' | 'most' | 'over'

/** The most that is reached on this day. @throws CalendarHorizonError outside the calendar. */
export function termLevel(
  term: { from: DateOnly; due: DateOnly; pauses: readonly Pause[]; week: WorkWeek; calendar: WorkCalendar },
  today: DateOnly,
): TermLevel | null {
  if (today > term.due) return 'over'
  if (today === term.due) return 'most'
  const gone = workingDaysTaken({ ...term, to: today })
  const whole = workingDaysTaken({ ...term, to: term.due })
  if (gone === 0) return null
  if (gone * 10 >= whole * 8) return 'most'
  return gone * 2 >= whole ? 'half' : null
}

/**
 * Working days after `due` up to and including `today`; 0 when not overdue. It is also 0 on the days off
 * right after `due`. @throws CalendarHorizonError outside the calendar.
 */
export function workingDaysOverdue(
  due: DateOnly,
  today: DateOnly,
  calendar: WorkCalendar,
  week: WorkWeek,
): number {
  let count = 0
  for (let day = due; day < today; ) {
    day = addDays(day, 1)
    if (isWorkingDay(calendar, day, week)) count += 1
  }
  return count
}

/**
 * Working days that the provider took: those after `from` up to and including `to`, without the days on which
 * the term stood still; 0 for an answer on the first day. @throws CalendarHorizonError outside the calendar.
 */
export function workingDaysTaken(input: {
  from: DateOnly
  to: DateOnly
  pauses: readonly Pause[]
  week: WorkWeek
  calendar: WorkCalendar
}): number {
  const { from, to, pauses, week, calendar } = input
  const stands = (day: DateOnly) => pauses.some((pause) => pause.from <= day && day < (pause.to ?? to))
  let count = 0
  for (let day = from; day < to; ) {
    day = addDays(day, 1)
    if (isWorkingDay(calendar, day, week) && !stands(day)) count += 1
  }
  return count
}

function earlierOf(date: DateOnly | null, limit: DateOnly): DateOnly {
  return date !== null && date < limit ? date : limit
}

function laterOf(a: DateOnly, b: DateOnly): DateOnly {
  if (a < b) return b
  return a
}

function termEnd(
  start: DateOnly,
  termDays: number,
  week: WorkWeek,
  calendar: WorkCalendar,
  pauses: readonly Pause[],
): DateOnly {
  const stands = (day: DateOnly) => pauses.some(({ from, to }) => to !== null && from <= day && day < to)
  let end = addWorkingDays(calendar, start, 0, week)
  for (let left = termDays; left > 0; ) {
    end = addWorkingDays(calendar, end, 1, week)
    if (!stands(end)) left -= 1
  }
  return end
}
