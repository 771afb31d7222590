import { addDays, addMonths, type DateOnly, dateParts, weekday } from './dates'

export const PERIODS_SHOWN = ['month', 'days30', 'quarter', 'year'] as const
/** This month, the last thirty days, this quarter, this year; each up to today. */
export type PeriodShown = (typeof PERIODS_SHOWN)[number]

/** Both days are in it. */
export type Days = { from: DateOnly; to: DateOnly }

export function isPeriodShown(value: unknown): value is PeriodShown {
  return PERIODS_SHOWN.some((period) => period === value)
}

export function daysOf(period: PeriodShown, today: DateOnly): Days {
  const first = `${today.slice(0, 8)}01`
  const { month } = dateParts(today)
  switch (period) {
    case 'month':
      return { from: first, to: today }
    case 'days30':
      return { from: addDays(today, -29), to: today }
    case 'quarter':
      return { from: addMonths(first, -((month - 1) % 3)), to: today }
    case 'year':
      return { from: `${today.slice(0, 4)}-01-01`, to: today }
  }
}

/** The parts that a chart of this period shows one beside another: weeks from Monday on, or months of a year. */
export function partsOf(period: PeriodShown, { from, to }: Days): Days[] {
  const parts: Days[] = []
  for (let start = from; start <= to; ) {
    const next =
      period === 'year' ? addMonths(`${start.slice(0, 8)}01`, 1) : addDays(start, 8 - weekday(start))
    const last = addDays(next, -1)
    parts.push({ from: start, to: last < to ? last : to })
    start = next
  }
  return parts
}
