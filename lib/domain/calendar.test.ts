import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addWorkingDays, CalendarHorizonError, isWorkingDay, type WorkCalendar } from './calendar'
import { addDays } from './dates'

const days = (year: number, list: string) => list.split(' ').map((day) => `${year}-${day}`)

/** Kazakhstan 2025–2027 (2027 preliminary): holidays, transfers, and the decree of January 2025. */
const CALENDAR: WorkCalendar = {
  from: '2025-01-01',
  to: '2027-12-31',
  off: [
    ...days(2025, '01-01 01-02 01-03 01-07 03-08 03-10 03-21 03-22 03-23 03-24 03-25 05-01 05-07 05-09'),
    ...days(2025, '06-06 07-06 07-07 08-30 09-01 10-25 10-27 12-16'),
    ...days(2026, '01-01 01-02 01-07 03-08 03-09 03-21 03-22 03-23 03-24 03-25 05-01 05-07 05-09 05-11'),
    ...days(2026, '05-27 07-06 10-25 10-26 12-16'),
    ...days(2027, '01-01 01-02 01-04 01-07 03-08 03-15 03-21 03-22 03-23 03-24 05-01 05-03 05-07 05-09'),
    ...days(2027, '05-10 05-16 07-06 10-25 12-16'),
  ],
  offInFive: [],
  working: ['2025-01-05'],
}

const within = fc.integer({ min: 0, max: 1000 }).map((after) => addDays('2025-01-01', after))
const week = fc.constantFrom(5 as const, 6 as const)

describe('isWorkingDay', () => {
  it.each([
    [2025, 246],
    [2026, 247],
    [2027, 247],
  ])('%d has %d working days in the five-day week', (year, total) => {
    let count = 0
    for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = addDays(day, 1)) {
      if (isWorkingDay(CALENDAR, day, 5)) count += 1
    }
    expect(count).toBe(total)
  })

  it.each([
    ['2025-01-03', false, false], // Friday, moved to…
    ['2025-01-05', true, true], // …this Sunday
    ['2025-01-04', false, true],
    ['2025-08-30', false, false],
    ['2026-08-30', false, false], // no holiday any more, but a Sunday
    ['2026-08-31', true, true],
    ['2026-03-21', false, false],
    ['2026-03-25', false, false],
    ['2026-03-26', true, true],
    ['2026-03-28', false, true],
    ['2027-03-15', false, false],
    ['2026-05-27', false, false],
    ['2027-05-17', true, true], // Kurban Ait on Sunday is not moved
  ])('%s: in five days %s, in six %s', (date, five, six) => {
    expect([isWorkingDay(CALENDAR, date, 5), isWorkingDay(CALENDAR, date, 6)]).toEqual([five, six])
  })

  it('moves a holiday on a Saturday in the five-day week only', () => {
    // 9 May 2026 is a Saturday: a six-day school works on Monday the 11th.
    const calendar = {
      ...CALENDAR,
      off: CALENDAR.off.filter((d) => d !== '2026-05-11'),
      offInFive: ['2026-05-11'],
    }
    expect([isWorkingDay(calendar, '2026-05-11', 5), isWorkingDay(calendar, '2026-05-11', 6)]).toEqual([
      false,
      true,
    ])
  })

  it('takes a day in both lists as off', () => {
    const calendar = { ...CALENDAR, working: ['2026-03-23'] }
    expect(isWorkingDay(calendar, '2026-03-23', 5)).toBe(false)
  })

  it.each(['2024-12-31', '2028-01-01'])('refuses %s, beyond the horizon', (date) => {
    expect(() => isWorkingDay(CALENDAR, date, 5)).toThrow(CalendarHorizonError)
  })
})

describe('addWorkingDays', () => {
  it.each([
    ['2026-11-24', 2, 5, '2026-11-26'],
    ['2026-11-26', 2, 5, '2026-11-30'],
    ['2026-11-26', 2, 6, '2026-11-28'],
    ['2026-11-28', 1, 5, '2026-11-30'],
    ['2026-11-24', 0, 5, '2026-11-24'],
    ['2026-11-28', 0, 5, '2026-11-30'],
    ['2026-11-28', 0, 6, '2026-11-28'],
    ['2026-03-20', 1, 5, '2026-03-26'], // over Nauryz
    ['2026-03-20', 3, 6, '2026-03-28'],
    ['2026-03-22', 0, 5, '2026-03-26'],
    ['2025-12-31', 1, 5, '2026-01-05'],
    ['2025-12-31', 3, 5, '2026-01-08'], // Christmas between
    ['2026-12-31', 1, 5, '2027-01-05'], // 4 January for Saturday 2 January
    ['2025-01-03', 0, 5, '2025-01-05'], // a working Sunday
    ['2025-01-03', 2, 5, '2025-01-06'],
    ['2025-08-29', 1, 5, '2025-09-02'],
  ] as const)('%s and %d in the week of %d is %s', (date, count, days, expected) => {
    expect(addWorkingDays(CALENDAR, date, count, days)).toBe(expected)
  })

  it('adds in steps as at once, lands on working days, and passes exactly that many', () => {
    fc.assert(
      fc.property(within, fc.nat({ max: 30 }), fc.nat({ max: 30 }), week, (date, a, b, ofDays) => {
        const first = addWorkingDays(CALENDAR, date, a, ofDays)
        expect(isWorkingDay(CALENDAR, first, ofDays)).toBe(true)
        expect(addWorkingDays(CALENDAR, first, b, ofDays)).toBe(
          addWorkingDays(CALENDAR, date, a === 0 && first > date ? b + 1 : a + b, ofDays),
        )
        let passed = 0
        for (let day = addDays(date, 1); day <= first; day = addDays(day, 1)) {
          if (isWorkingDay(CALENDAR, day, ofDays)) passed += 1
        }
        expect(passed).toBe(a === 0 && first > date ? 1 : a)
      }),
    )
  })

  it('refuses to guess beyond the horizon', () => {
    expect(addWorkingDays(CALENDAR, '2027-12-30', 1, 5)).toBe('2027-12-31')
    expect(() => addWorkingDays(CALENDAR, '2027-12-31', 1, 5)).toThrow(CalendarHorizonError)
    expect(() => addWorkingDays(CALENDAR, '2028-06-01', 0, 5)).toThrow(CalendarHorizonError)
    expect(() => addWorkingDays(CALENDAR, '2024-06-01', 5, 5)).toThrow(
      /2025-01-01 to 2027-12-31, not 2024-06-02/,
    )
  })

  it.each([-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('refuses %d days', (count) => {
    expect(() => addWorkingDays(CALENDAR, '2026-11-24', count, 5)).toThrow(RangeError)
  })
})
