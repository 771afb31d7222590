import { isWorkingDay, type WorkCalendar, type WorkWeek } from '@/lib/domain/calendar'
import { addDays, type DateOnly, weekday } from '@/lib/domain/dates'

export const DAY_KINDS = ['off', 'offInFive', 'working'] as const
export type DayKind = (typeof DAY_KINDS)[number]

export type DayFault = 'beyond' | 'weekday' | 'weekend'

/** Whether such a day says anything that the plain week does not, and lies where the calendar is known. */
export function judgeDay(
  date: DateOnly,
  kind: DayKind,
  { from, to }: Pick<WorkCalendar, 'from' | 'to'>,
): DayFault | null {
  if (date < from || date > to) return 'beyond'
  if (kind === 'working' && weekday(date) <= 5) return 'weekday'
  return kind === 'offInFive' && weekday(date) > 5 ? 'weekend' : null
}

/** Working days of one month in both weeks; null where the calendar does not reach all of it. */
export type Month = { month: number; days: Readonly<Record<WorkWeek, number>> | null }

const two = (n: number) => String(n).padStart(2, '0')

/** The working days of each month of a year: what a changed day changes. */
export function monthsOf(calendar: WorkCalendar, year: number): Month[] {
  return Array.from({ length: 12 }, (_, at) => {
    const first = `${year}-${two(at + 1)}-01`
    const next = at === 11 ? `${year + 1}-01-01` : `${year}-${two(at + 2)}-01`
    if (first < calendar.from || addDays(next, -1) > calendar.to) return { month: at + 1, days: null }
    return { month: at + 1, days: { 5: count(calendar, first, next, 5), 6: count(calendar, first, next, 6) } }
  })
}

function count(calendar: WorkCalendar, first: DateOnly, next: DateOnly, week: WorkWeek): number {
  let days = 0
  for (let day = first; day < next; day = addDays(day, 1)) if (isWorkingDay(calendar, day, week)) days += 1
  return days
}
