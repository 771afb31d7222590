import { addDays, type DateOnly, weekday } from './dates'

/**
 * Days that depart from the plain week, for `from`…`to` inclusive. `off`: holidays and days off moved
 * there (Law on holidays of 13.12.2001 № 267-II, art. 5; decrees of the Government; 7 January and the
 * first day of Kurban Ait by the Labour Code). `offInFive`: days off for a holiday on a Saturday, which is
 * a day off in the five-day week only (art. 5 moves a holiday that falls on a day off). `working`: weekend
 * days that a decree made working days. A day both off and working is off.
 */
export type WorkCalendar = {
  from: DateOnly
  to: DateOnly
  off: readonly DateOnly[]
  offInFive: readonly DateOnly[]
  working: readonly DateOnly[]
}

/** Days in the provider's working week, counted from Monday. */
export type WorkWeek = 5 | 6

/** A day beyond the loaded calendar was asked for: a term is never guessed. */
export class CalendarHorizonError extends Error {
  readonly date: DateOnly
  constructor(date: DateOnly, calendar: WorkCalendar) {
    super(`the work calendar covers ${calendar.from} to ${calendar.to}, not ${date}`)
    this.name = 'CalendarHorizonError'
    this.date = date
  }
}

/** @throws CalendarHorizonError outside the calendar. */
export function isWorkingDay(calendar: WorkCalendar, date: DateOnly, week: WorkWeek): boolean {
  if (date < calendar.from || date > calendar.to) throw new CalendarHorizonError(date, calendar)
  if (calendar.off.includes(date) || (week === 5 && calendar.offInFive.includes(date))) return false
  return calendar.working.includes(date) || weekday(date) <= week
}

/**
 * The `count`-th working day after `date`; day 1 is the next working day after it. With count 0: `date`
 * itself when it is a working day, else the next one.
 * @throws CalendarHorizonError outside the calendar. @throws RangeError unless count is a whole number ≥ 0.
 */
export function addWorkingDays(
  calendar: WorkCalendar,
  date: DateOnly,
  count: number,
  week: WorkWeek,
): DateOnly {
  if (!Number.isInteger(count) || count < 0) throw new RangeError(`not a number of days: ${count}`)
  if (count === 0 && isWorkingDay(calendar, date, week)) return date
  let day = date
  for (let left = Math.max(count, 1); left > 0; ) {
    day = addDays(day, 1)
    if (isWorkingDay(calendar, day, week)) left -= 1
  }
  return day
}
