import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { incomeTest } from './income'

/** Subsistence minimum of 2026. */
const MINIMUM = 50_851

describe('incomeTest', () => {
  it.each([
    ['a family of three below it', [900_000, 500_000, 0], 10, 46_667, true],
    ['a family of two above it', [1_500_000, 0], 10, 75_000, false],
    ['exactly at it: not below', [MINIMUM * 2, 0], 1, MINIMUM, false],
    ['a tiyn below, though it rounds up to it', [MINIMUM * 2 - 0.5, 0], 1, MINIMUM, true],
    ['no income at all', [0, 0, 0, 0], 3, 0, true],
    ['January counts as one month', [60_000], 1, 60_000, false],
  ])('%s', (_, incomes, months, perMember, isBelow) => {
    expect(incomeTest({ incomes, months, minimum: MINIMUM })).toMatchObject({
      members: incomes.length,
      total: incomes.reduce((a, b) => a + b, 0),
      perMember,
      isBelow,
    })
  })

  it('says nothing of below or above while the minimum of the year is not known', () => {
    expect(incomeTest({ incomes: [100_000, 0], months: 2, minimum: null })).toMatchObject({
      perMember: 25_000,
      isBelow: null,
    })
  })

  it.each([
    ['no members', [], 5],
    ['no months', [100_000], 0],
  ])('is not there with %s', (_, incomes, months) => {
    expect(incomeTest({ incomes, months, minimum: MINIMUM })).toBeNull()
  })

  const family = fc.record({
    incomes: fc.array(fc.nat(5_000_000), { minLength: 1, maxLength: 12 }),
    months: fc.integer({ min: 1, max: 12 }),
    minimum: fc.integer({ min: 1, max: 200_000 }),
  })

  it('does not depend on who of the family earns', () => {
    fc.assert(
      fc.property(family, (input) => {
        const swapped = { ...input, incomes: [...input.incomes].reverse() }
        expect(incomeTest(swapped)).toMatchObject({ perMember: incomeTest(input)?.perMember })
      }),
    )
  })

  it('goes down with another member without income, and never up', () => {
    fc.assert(
      fc.property(family, (input) => {
        const more = incomeTest({ ...input, incomes: [...input.incomes, 0] })
        expect(more?.perMember).toBeLessThanOrEqual(incomeTest(input)?.perMember ?? 0)
        if (incomeTest(input)?.isBelow) expect(more?.isBelow).toBe(true)
      }),
    )
  })
})
