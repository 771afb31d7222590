import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { complaintBy } from './complaint'
import { addDays, addMonths, dateParts } from './dates'

describe('the last day of a complaint', () => {
  it.each([
    ['2026-11-24', '2027-02-24'],
    ['2026-11-30', '2027-02-28'],
    ['2027-11-30', '2028-02-29'],
    ['2026-12-31', '2027-03-31'],
    ['2026-10-31', '2027-01-31'],
    ['2026-08-31', '2026-11-30'],
    ['2026-09-01', '2026-12-01'],
  ])('refused on %s: %s', (on, last) => {
    expect(complaintBy(on)).toBe(last)
  })
})

describe('addMonths', () => {
  it('lands in that month, on that day or its last', () => {
    fc.assert(
      fc.property(fc.nat({ max: 20_000 }), fc.integer({ min: -30, max: 30 }), (after, months) => {
        const date = addDays('2000-01-01', after)
        const there = addMonths(date, months)
        const [from, to] = [dateParts(date), dateParts(there)]
        expect(to.year * 12 + to.month).toBe(from.year * 12 + from.month + months)
        expect(to.day === from.day || (to.day < from.day && dateParts(addDays(there, 1)).day === 1)).toBe(
          true,
        )
      }),
    )
  })
})
