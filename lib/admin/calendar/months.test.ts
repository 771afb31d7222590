import { describe, expect, it } from 'vitest'
import { CALENDAR_DAYS, CALENDAR_HORIZON } from '@/prisma/seed/calendar'
import { judgeDay, monthsOf } from './months'

const of = (kind: string) => CALENDAR_DAYS.filter((day) => day.kind === kind).map(({ date }) => date)
const CALENDAR = { ...CALENDAR_HORIZON, off: of('off'), offInFive: of('offInFive'), working: of('working') }

describe('a day of the calendar', () => {
  it.each([
    ['2026-11-24', 'off', null],
    ['2026-11-28', 'working', null],
    ['2026-11-24', 'working', 'weekday'],
    ['2026-11-28', 'offInFive', 'weekend'],
    ['2026-11-24', 'offInFive', null],
    ['2028-01-01', 'off', 'beyond'],
    ['2024-12-31', 'off', 'beyond'],
  ] as const)('%s as %s: %s', (date, kind, fault) => {
    expect(judgeDay(date, kind, CALENDAR)).toBe(fault)
  })

  it('is sound wherever the ground lays one', () => {
    const faults = CALENDAR_DAYS.filter(({ date, kind }) => judgeDay(date, kind, CALENDAR))
    expect(faults).toEqual([])
  })
})

describe('the working days of a month', () => {
  it('count Nauryz and the days moved for it', () => {
    expect(monthsOf(CALENDAR, 2026)[2]).toEqual({ month: 3, days: { 5: 18, 6: 22 } })
  })

  it('are not told where the calendar does not reach', () => {
    expect(monthsOf({ ...CALENDAR, to: '2026-06-29' }, 2026).map(({ days }) => days !== null)).toEqual([
      ...Array(5).fill(true),
      ...Array(7).fill(false),
    ])
  })
})
