import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, daysBetween, weekday } from './dates'
import { daysOf, isPeriodShown, PERIODS_SHOWN, partsOf } from './statistic-period'

describe('a period', () => {
  it.each([
    ['month', '2026-11-24', '2026-11-01'],
    ['days30', '2026-11-24', '2026-10-26'],
    ['days30', '2027-01-05', '2026-12-07'],
    ['quarter', '2026-11-24', '2026-10-01'],
    ['quarter', '2026-12-31', '2026-10-01'],
    ['quarter', '2027-01-01', '2027-01-01'],
    ['quarter', '2026-05-31', '2026-04-01'],
    ['year', '2026-11-24', '2026-01-01'],
  ] as const)('%s up to %s begins on %s', (period, today, from) => {
    expect(daysOf(period, today)).toEqual({ from, to: today })
  })

  it('falls into weeks from Monday on', () => {
    expect(partsOf('month', { from: '2026-11-01', to: '2026-11-24' })).toEqual([
      { from: '2026-11-01', to: '2026-11-01' },
      { from: '2026-11-02', to: '2026-11-08' },
      { from: '2026-11-09', to: '2026-11-15' },
      { from: '2026-11-16', to: '2026-11-22' },
      { from: '2026-11-23', to: '2026-11-24' },
    ])
  })

  it('falls into parts that lie one after another, all of it and nothing else', () => {
    const day = fc.integer({ min: 0, max: 4000 }).map((n) => addDays('2024-01-01', n))
    fc.assert(
      fc.property(fc.constantFrom(...PERIODS_SHOWN), day, (period, today) => {
        const days = daysOf(period, today)
        const parts = partsOf(period, days)
        expect(parts.length).toBeLessThanOrEqual(15)
        expect([parts[0]?.from, parts.at(-1)?.to]).toEqual([days.from, days.to])
        for (const [at, part] of parts.entries()) {
          expect(daysBetween(part.from, part.to)).toBeGreaterThanOrEqual(0)
          const before = parts[at - 1]
          if (!before) continue
          expect(part.from).toBe(addDays(before.to, 1))
          if (period === 'year') expect(part.from.slice(8)).toBe('01')
          else expect(weekday(part.from)).toBe(1)
        }
      }),
    )
  })

  it.each(['week', '', undefined, ['month']])('%j is none', (value) => {
    expect(isPeriodShown(value)).toBe(false)
  })
})
