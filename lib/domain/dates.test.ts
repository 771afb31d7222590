import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  ageOn,
  almatyInstant,
  dateInAlmaty,
  dateOnly,
  dateParts,
  daysBetween,
  formatDate,
  formatDateTime,
  formatMonthDay,
  isDateOnly,
  parseDateParts,
  schoolYearOf,
  timeInAlmaty,
  weekday,
} from './dates'

const anyDate = fc.integer({ min: -30_000, max: 60_000 }).map((days) => addDays('1970-01-01', days))

describe('dateOnly', () => {
  it.each([
    [2021, 8, 20, '2021-08-20'],
    [2024, 2, 29, '2024-02-29'],
    [2000, 2, 29, '2000-02-29'],
    [2023, 2, 29, null],
    [2021, 4, 31, null],
    [2021, 13, 1, null],
    [2021, 1, 0, null],
    [Number.NaN, 1, 1, null],
    [1, 1, 1, '0001-01-01'],
    [0, 1, 1, null],
    [10_000, 1, 1, null],
  ])('%d-%d-%d is %s', (year, month, day, expected) => {
    expect(dateOnly(year, month, day)).toBe(expected)
  })
})

describe('parseDateParts', () => {
  it.each([
    ['20', '8', '2021', '2021-08-20'],
    [' 05 ', '01', '2015', '2015-01-05'],
    ['31', '2', '2021', null],
    ['', '8', '2021', null],
    ['20', '8', '21', null],
    ['20', '8', '0021', null],
    ['+5', '8', '2021', null],
  ])('%j %j %j is %s', (day, month, year, expected) => {
    expect(parseDateParts(day, month, year)).toBe(expected)
  })

  it('reads what dateParts wrote', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        const { day, month, year } = dateParts(date)
        expect(parseDateParts(String(day), String(month), String(year))).toBe(date)
      }),
    )
  })
})

describe('isDateOnly', () => {
  it.each(['2021-08-20', '0001-01-01', '9999-12-31'])('accepts %s', (date) =>
    expect(isDateOnly(date)).toBe(true),
  )
  it.each(['', '2021-8-20', '2021-02-30', '20.08.2021', '2021-08-20T00:00', '0000-01-01', '2021-08-20\n'])(
    'refuses %j',
    (value) => expect(isDateOnly(value)).toBe(false),
  )
})

describe('counting days', () => {
  it('goes over months, years and leap days', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
    expect(addDays('2024-03-01', -1)).toBe('2024-02-29')
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2)
    expect(daysBetween('2026-01-02', '2026-01-01')).toBe(-1)
  })

  it('is its own inverse and keeps order', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -5000, max: 5000 }), (date, days) => {
        const moved = addDays(date, days)
        expect(daysBetween(date, moved)).toBe(days)
        expect(addDays(moved, -days)).toBe(date)
        expect(Math.sign(days)).toBe(moved === date ? 0 : moved > date ? 1 : -1)
        expect(weekday(addDays(date, 7))).toBe(weekday(date))
        expect(weekday(addDays(date, 1))).toBe((weekday(date) % 7) + 1)
      }),
    )
  })

  it('throws for what is no date', () => {
    expect(() => addDays('2021-02-30', 1)).toThrow(RangeError)
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError)
    expect(() => addDays('0001-01-01', -1)).toThrow(RangeError)
    expect(() => dateParts('today')).toThrow(RangeError)
  })

  it.each([
    ['2026-11-24', 2],
    ['2025-01-05', 7],
    ['1969-12-29', 1],
    ['1865-12-24', 7],
  ])('%s is day %d of the week', (date, day) => expect(weekday(date)).toBe(day))
})

describe('ageOn', () => {
  it.each([
    ['2010-11-24', '2026-11-23', 15],
    ['2010-11-24', '2026-11-24', 16],
    ['2008-02-29', '2026-02-28', 17],
    ['2008-02-29', '2026-03-01', 18],
    ['2008-02-29', '2024-02-29', 16],
    ['2026-11-24', '2026-11-24', 0],
  ])('born %s, on %s: %d', (birth, date, age) => expect(ageOn(birth, date)).toBe(age))
})

describe('schoolYearOf', () => {
  it.each([
    ['2026-08-31', '2025-2026'],
    ['2026-09-01', '2026-2027'],
    ['2027-06-01', '2026-2027'],
  ])('%s is in %s', (date, year) => expect(schoolYearOf(date)).toBe(year))
})

describe('Asia/Almaty', () => {
  it.each([
    ['2026-11-24T18:59:59Z', '2026-11-24', '23:59'],
    ['2026-11-24T19:00:00Z', '2026-11-25', '00:00'],
    ['2021-08-19T09:00:00Z', '2021-08-19', '15:00'], // UTC+6 then
    ['2024-02-29T17:59:00Z', '2024-02-29', '23:59'],
    ['2024-02-29T18:00:00Z', '2024-02-29', '23:00'], // the clock went back an hour
    ['2024-02-29T19:00:00Z', '2024-03-01', '00:00'],
  ])('at %s shows %s %s', (instant, date, time) => {
    expect([dateInAlmaty(new Date(instant)), timeInAlmaty(new Date(instant))]).toEqual([date, time])
  })

  it.each([
    ['2026-11-24', '18:30', '2026-11-24T13:30:00.000Z'],
    ['2021-08-19', '15:00', '2021-08-19T09:00:00.000Z'],
    ['2024-02-29', '23:30', '2024-02-29T18:30:00.000Z'], // the second of two
    ['2024-03-01', '00:00', '2024-02-29T19:00:00.000Z'],
  ])('shows %s %s at %s', (date, time, instant) => {
    expect(almatyInstant(date, time).toISOString()).toBe(instant)
  })

  it('gives back the day and time it was asked for', () => {
    const day = fc.integer({ min: 0, max: 10_000 }).map((days) => addDays('2005-01-01', days))
    fc.assert(
      fc.property(day, fc.nat({ max: 1439 }), (date, minutes) => {
        const pad = (value: number) => String(value).padStart(2, '0')
        const time = `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`
        const instant = almatyInstant(date, time)
        expect([dateInAlmaty(instant), timeInAlmaty(instant)]).toEqual([date, time])
      }),
    )
  })

  it.each([
    ['2026-02-30', '10:00'],
    ['2026-02-20', '24:00'],
    ['2026-02-20', '9:00'],
  ])('knows no %s %s', (date, time) => expect(() => almatyInstant(date, time)).toThrow(RangeError))
})

describe('formatDate', () => {
  it.each([
    ['2021-08-20', 'long', '20 августа 2021 года', '2021 жылғы 20 тамыз'],
    ['2026-09-01', 'long', '1 сентября 2026 года', '2026 жылғы 1 қыркүйек'],
    ['2021-08-02', 'short', '02.08.2021', '02.08.2021'],
    ['2026-11-24', 'weekday', '24 ноября (вторник)', '24 қараша (сейсенбі)'],
    ['2027-01-03', 'weekday', '3 января (воскресенье)', '3 қаңтар (жексенбі)'],
  ] as const)('%s %s', (date, style, ru, kk) => {
    expect([formatDate(date, 'ru', style), formatDate(date, 'kk', style)]).toEqual([ru, kk])
  })

  it('tells a day of any year', () => {
    expect([formatMonthDay('08-31', 'ru'), formatMonthDay('04-01', 'kk')]).toEqual(['31 августа', '1 сәуір'])
  })

  it('names twelve months and seven days as Intl does, where Intl is right', () => {
    for (let month = 1; month <= 12; month += 1) {
      const date = dateOnly(2026, month, month) ?? ''
      const at = new Date(`${date}T00:00:00Z`)
      for (const locale of ['ru', 'kk'] as const) {
        const intl = (options: Intl.DateTimeFormatOptions) =>
          new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(at).toLowerCase()
        expect(formatDate(date, locale, 'weekday')).toBe(
          `${intl({ day: 'numeric', month: 'long' })} (${intl({ weekday: 'long' })})`,
        )
      }
    }
  })
})

it('formatDateTime shows the time of Almaty', () => {
  for (const locale of ['ru', 'kk'] as const) {
    expect(formatDateTime(new Date('2021-08-19T09:00:00Z'), locale)).toBe('19.08.2021 15:00')
  }
})
