import { describe, expect, it } from 'vitest'
import { CALENDAR_DAYS, CALENDAR_HORIZON } from './calendar'

describe('calendar', () => {
  it('names each day once, in order, within the horizon', () => {
    const dates = CALENDAR_DAYS.map(({ date }) => date)
    expect(dates).toEqual([...new Set(dates)].sort())
    for (const date of dates) {
      expect(new Date(date).toISOString().slice(0, 10)).toBe(date)
      expect(date >= CALENDAR_HORIZON.from && date <= CALENDAR_HORIZON.to).toBe(true)
    }
  })

  it('makes only weekend days working', () => {
    for (const { date } of CALENDAR_DAYS.filter(({ kind }) => kind === 'working')) {
      expect([0, 6]).toContain(new Date(date).getUTCDay())
    }
  })

  // The yearly balance of working time; in a six-day week no holiday on a Saturday moves a day off.
  it.each([
    [2025, 246, 5],
    [2026, 247, 5],
    [2027, 247, 5],
    [2025, 298, 6],
    [2026, 299, 6],
    [2027, 299, 6],
  ])('%i has %i working days in a week of %i', (year, expected, week) => {
    const kinds = new Map(CALENDAR_DAYS.map(({ date, kind }) => [date, kind]))
    let working = 0
    for (const day = new Date(Date.UTC(year, 0, 1)); day.getUTCFullYear() === year; ) {
      const kind = kinds.get(day.toISOString().slice(0, 10))
      const weekend = day.getUTCDay() === 0 || (day.getUTCDay() === 6 && week === 5)
      const off = kind === 'off' || (kind === 'offInFive' && week === 5)
      if (kind === 'working' || !(off || weekend)) working += 1
      day.setUTCDate(day.getUTCDate() + 1)
    }
    expect(working).toBe(expected)
  })
})
