import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CALENDAR_DAYS, CALENDAR_HORIZON } from '@/prisma/seed/calendar'
import {
  addWorkingDays,
  CalendarHorizonError,
  isWorkingDay,
  type WorkCalendar,
  type WorkWeek,
} from './calendar'
import type { DateOnly } from './dates'
import {
  countsFrom,
  type DeadlineInput,
  deadlines,
  type Pause,
  termLevel,
  workingDaysOverdue,
  workingDaysTaken,
} from './deadlines'

// The slow counter: all days of the calendar in a row, each looked at by itself, and counting is reading off the row.

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** Every day of the horizon, by the plain arithmetic of milliseconds. */
function daysOf({ from, to }: { from: DateOnly; to: DateOnly }): DateOnly[] {
  const days: DateOnly[] = []
  for (let at = Date.parse(from); at <= Date.parse(to); at += DAY)
    days.push(new Date(at).toISOString().slice(0, 10))
  return days
}

function isWorked(calendar: WorkCalendar, day: DateOnly, week: WorkWeek): boolean {
  const off = [...calendar.off, ...(week === 5 ? calendar.offInFive : [])]
  const rest = week === 5 ? [6, 0] : [0]
  return !off.includes(day) && (calendar.working.includes(day) || !rest.includes(new Date(day).getUTCDay()))
}

const rows = new WeakMap<WorkCalendar, Map<WorkWeek, DateOnly[]>>()

/** The row of worked days; written once for each calendar. */
function worked(calendar: WorkCalendar, week: WorkWeek): readonly DateOnly[] {
  const known = rows.get(calendar) ?? new Map<WorkWeek, DateOnly[]>()
  const row = known.get(week) ?? daysOf(calendar).filter((day) => isWorked(calendar, day, week))
  rows.set(calendar, known.set(week, row))
  return row
}

/** Almaty has UTC+5 the whole year round since March 2024. */
const wall = (at: Date) => new Date(at.getTime() + 5 * HOUR).toISOString()

class OffTheRow extends Error {}

function nth(row: readonly DateOnly[], index: number): DateOnly {
  const day = row[index]
  if (day === undefined) throw new OffTheRow()
  return day
}

function slowCountsFrom(at: Date, { hours, calendar }: Pick<DeadlineInput, 'hours' | 'calendar'>): DateOnly {
  const [day, time] = [wall(at).slice(0, 10), wall(at).slice(11, 16)]
  if (day < calendar.from) throw new OffTheRow()
  const row = worked(calendar, hours.week).filter((d) => d > day || (d === day && time < hours.closesAt))
  return nth(row, 0)
}

function slowDeadlines(input: DeadlineInput): { intakeDue: DateOnly; answerDue: DateOnly } {
  const row = worked(input.calendar, input.hours.week)
  const received = slowCountsFrom(input.sentAt, input)
  const intakeDue = nth(row, row.indexOf(received) + input.intakeTermDays)
  const registered = input.registeredAt && slowCountsFrom(input.registeredAt, input)
  const start = registered !== null && registered < intakeDue ? registered : intakeDue
  const paused = new Set<DateOnly>()
  for (const { from, to } of input.pauses ?? [])
    if (to !== null) for (const day of row) if (day >= from && day < to) paused.add(day)
  const counted = row.filter((day) => day > start && !paused.has(day))
  return { intakeDue, answerDue: nth(counted, input.termDays - 1) }
}

/** What the counter says, or that the calendar does not reach so far. */
function orBeyond<T>(count: () => T): T | 'beyond' {
  try {
    return count()
  } catch (error) {
    if (error instanceof OffTheRow || error instanceof CalendarHorizonError) return 'beyond'
    throw error
  }
}

const datesOf = (kind: string) => CALENDAR_DAYS.filter((day) => day.kind === kind).map(({ date }) => date)
const KAZAKHSTAN: WorkCalendar = {
  ...CALENDAR_HORIZON,
  off: datesOf('off'),
  offInFive: datesOf('offInFive'),
  working: datesOf('working'),
}

/** A year in which anything may have been moved anywhere. */
const anyCalendar: fc.Arbitrary<WorkCalendar> = fc
  .array(fc.record({ day: fc.nat({ max: 119 }), kind: fc.constantFrom('off', 'offInFive', 'working') }), {
    maxLength: 40,
  })
  .map((moved) => {
    const horizon = { from: '2026-02-01', to: '2026-05-31' }
    const row = daysOf(horizon)
    const of = (kind: string) =>
      moved.filter((m) => m.kind === kind).map(({ day }) => row[day] ?? horizon.from)
    return { ...horizon, off: of('off'), offInFive: of('offInFive'), working: of('working') }
  })

const calendar = fc.oneof(fc.constant(KAZAKHSTAN), anyCalendar)
const hours = fc.record({
  week: fc.constantFrom<WorkWeek>(5, 6),
  closesAt: fc.constantFrom('13:00', '18:00', '18:30'),
})

/** Before Nauryz, before the swap of January 2025, at the turns of years, near both ends of the calendar, anywhere. */
const start = fc.oneof(
  ...['2025-03-17', '2026-03-16', '2027-03-10', '2024-12-31', '2025-12-22', '2026-12-21', '2027-12-20'].map(
    (day) => fc.nat({ max: 14 * 24 * 60 }).map((minutes) => new Date(Date.parse(day) + minutes * 60_000)),
  ),
  fc.nat({ max: 1095 * 24 * 60 }).map((minutes) => new Date(Date.parse('2025-01-01') + minutes * 60_000)),
)

const dayAfter = (at: Date, days: number) => wall(new Date(at.getTime() + days * DAY)).slice(0, 10)

/** In any order, overlapping, empty, over the end of the term, and one of them not over yet. */
const pausesAfter = (at: Date): fc.Arbitrary<Pause[]> =>
  fc.array(
    fc
      .record({ after: fc.nat({ max: 30 }), length: fc.option(fc.nat({ max: 15 }), { freq: 8 }) })
      .map(({ after, length }) => ({
        from: dayAfter(at, after),
        to: length === null ? null : dayAfter(at, after + length),
      })),
    { maxLength: 4 },
  )

const input: fc.Arbitrary<DeadlineInput & { pauses: readonly Pause[] }> = start.chain((sentAt) =>
  fc.record({
    sentAt: fc.constant(sentAt),
    registeredAt: fc.option(fc.nat({ max: 20_000 }).map((m) => new Date(sentAt.getTime() + m * 60_000))),
    intakeTermDays: fc.integer({ min: 1, max: 3 }),
    termDays: fc.integer({ min: 1, max: 30 }),
    hours,
    calendar,
    pauses: pausesAfter(sentAt),
  }),
)

const RUNS = { numRuns: 200 }

describe('the calendar against the slow counter', () => {
  it('knows the same days, in weeks of five and of six', () => {
    for (const week of [5, 6] as const)
      expect(daysOf(KAZAKHSTAN).filter((day) => isWorkingDay(KAZAKHSTAN, day, week))).toEqual(
        worked(KAZAKHSTAN, week),
      )
    fc.assert(
      fc.property(anyCalendar, fc.constantFrom<WorkWeek>(5, 6), (drawn, week) => {
        expect(daysOf(drawn).filter((day) => isWorkingDay(drawn, day, week))).toEqual(worked(drawn, week))
      }),
    )
  })

  it('adds the same days, and refuses beyond the horizon', () => {
    fc.assert(
      fc.property(input, fc.nat({ max: 40 }), ({ sentAt, hours: { week }, calendar: drawn }, count) => {
        const from = dayAfter(sentAt, 0)
        const row = () => {
          if (from < drawn.from) throw new OffTheRow()
          return worked(drawn, week).filter((day) => (count === 0 ? day >= from : day > from))
        }
        // A day before the horizon that was asked for first is refused, though the days after it are known.
        if (from < drawn.from) return
        expect(orBeyond(() => addWorkingDays(drawn, from, count, week))).toBe(
          orBeyond(() => nth(row(), Math.max(count, 1) - 1)),
        )
      }),
      RUNS,
    )
  })
})

describe('the clock against the slow counter', () => {
  it('has the same dates: pauses in any order, Nauryz, moved days, turns of years, the end of the calendar', () => {
    const seen = new Set<string>()
    fc.assert(
      fc.property(input, (term) => {
        const slow = orBeyond(() => slowDeadlines(term))
        seen.add(slow === 'beyond' ? 'beyond' : 'within')
        expect(orBeyond(() => deadlines(term))).toEqual(slow)
      }),
      { numRuns: 600 },
    )
    expect(seen.size).toBe(2)
  })

  it('counts the same days from which an act counts, that were taken, and that are overdue', () => {
    fc.assert(
      fc.property(input, fc.nat({ max: 60 }), (term, later) => {
        const { sentAt, hours: of, calendar: drawn, pauses } = term
        const from = orBeyond(() => slowCountsFrom(sentAt, term))
        expect(orBeyond(() => countsFrom(sentAt, of, drawn))).toBe(from)
        if (from === 'beyond') return
        const to = dayAfter(new Date(Date.parse(from)), later)
        if (to > drawn.to) return
        const passed = worked(drawn, of.week).filter((day) => day > from && day <= to)
        expect(workingDaysOverdue(from, to, drawn, of.week)).toBe(passed.length)
        const stands = (day: DateOnly) => pauses.some((p) => p.from <= day && day < (p.to ?? to))
        expect(workingDaysTaken({ from, to, pauses, week: of.week, calendar: drawn })).toBe(
          passed.filter((day) => !stands(day)).length,
        )
      }),
      RUNS,
    )
  })
})

describe('pauses', () => {
  const within = input.filter((term) => orBeyond(() => deadlines(term)) !== 'beyond')
  const dueOf = (term: DeadlineInput, pauses: readonly Pause[]) => deadlines({ ...term, pauses }).answerDue

  it('make one date in whatever order they are told, once or twice, whole or in parts', () => {
    fc.assert(
      fc.property(within, fc.nat({ max: 10 }), fc.nat({ max: 10 }), (term, turn, cut) => {
        const { pauses } = term
        const due = dueOf(term, pauses)
        const k = pauses.length === 0 ? 0 : turn % pauses.length
        expect(dueOf(term, [...pauses.slice(k), ...pauses.slice(0, k)])).toBe(due)
        expect(dueOf(term, [...pauses].reverse())).toBe(due)
        expect(dueOf(term, [...pauses, ...pauses])).toBe(due)
        const parts = pauses.flatMap(({ from, to }) => {
          const middle = dayAfter(new Date(Date.parse(from)), cut)
          return to !== null && from < middle && middle < to
            ? [
                { from: middle, to },
                { from, to: middle },
              ]
            : [{ from, to }]
        })
        expect(dueOf(term, parts)).toBe(due)
      }),
      RUNS,
    )
  })

  it('only ever move the day later, and a longer one never less', () => {
    fc.assert(
      fc.property(within, fc.nat({ max: 10 }), (term, longer) => {
        const due = dueOf(term, term.pauses)
        expect(dueOf(term, []) <= due).toBe(true)
        const grown = term.pauses.map(({ from, to }) => ({
          from,
          to: to && dayAfter(new Date(Date.parse(to)), longer),
        }))
        const later = orBeyond(() => dueOf(term, grown))
        expect(later === 'beyond' || due <= later).toBe(true)
      }),
      RUNS,
    )
  })

  it('that are not over move nothing until they are, and then as if they had always been known', () => {
    fc.assert(
      fc.property(within, (term) => {
        const closed = term.pauses.filter(({ to }) => to !== null)
        expect(dueOf(term, term.pauses)).toBe(dueOf(term, closed))
        // Event by event, as they come: each asked, each answered.
        const known: Pause[] = []
        for (const pause of [...closed].sort((a, b) => (a.from < b.from ? -1 : 1))) {
          const before = dueOf(term, known)
          expect(dueOf(term, [...known, { from: pause.from, to: null }])).toBe(before)
          known.push(pause)
        }
        expect(dueOf(term, known)).toBe(dueOf(term, closed))
      }),
      RUNS,
    )
  })
})

describe('what of a term has gone by', () => {
  const LEVELS = [null, 'half', 'most', 'over']

  it.each([
    // One working day: its only day is the last. Two: half on the first. Five: 3 of 5, 4 of 5.
    [1, ['most']],
    [2, ['half', 'most']],
    [3, [null, 'half', 'most']],
    [5, [null, null, 'half', 'most', 'most']],
    [10, [null, null, null, null, 'half', 'half', 'half', 'most', 'most', 'most']],
  ])('of %d working days, day by day: %j', (days, levels) => {
    const from = '2026-10-05'
    const term = { from, pauses: [], week: 5 as const, calendar: KAZAKHSTAN }
    const due = addWorkingDays(KAZAKHSTAN, from, days, 5)
    expect(
      levels.map((_, i) => termLevel({ ...term, due }, addWorkingDays(KAZAKHSTAN, from, i + 1, 5))),
    ).toEqual(levels)
    expect(termLevel({ ...term, due }, from)).toBeNull()
    expect(termLevel({ ...term, due }, addWorkingDays(KAZAKHSTAN, due, 1, 5))).toBe('over')
  })

  it('never goes back as days go by, is over right after the last day, and stands while the term stands', () => {
    fc.assert(
      fc.property(input, (term) => {
        const { hours: of, calendar: drawn } = term
        const pauses = term.pauses.filter(({ to }) => to !== null)
        const dates = orBeyond(() => deadlines({ ...term, pauses }))
        if (dates === 'beyond') return
        const from = dates.intakeDue
        const { answerDue: due } = deadlines({ ...term, pauses, registeredAt: null })
        const counted = { from, due, pauses, week: of.week, calendar: drawn }
        const days = daysOf(drawn).filter((day) => day >= from && day <= due)
        const levels = days.map((day) => LEVELS.indexOf(termLevel(counted, day)))
        expect(levels).toEqual([...levels].sort((a, b) => a - b))
        expect(levels.at(-1)).toBe(2)
        expect(termLevel(counted, dayAfter(new Date(Date.parse(due)), 1))).toBe('over')
        days.forEach((day, i) => {
          const isCounted =
            isWorked(drawn, day, of.week) && !pauses.some((p) => p.from <= day && day < (p.to ?? day))
          if (i > 0 && day < due && !isCounted) expect(levels[i]).toBe(levels[i - 1])
        })
      }),
      RUNS,
    )
  })
})
