import { describe, expect, it } from 'vitest'
import { forceOf, legalForceOn } from './legal-force'

describe('legalForceOn', () => {
  it.each([
    ['2021-08-20', '2003'],
    ['2026-07-11', '2003'],
    ['2026-07-12', 'Цифрового кодекса'],
    ['2030-01-01', 'Цифрового кодекса'],
  ])('%s cites %s', (date, law) => {
    expect(legalForceOn(date).ru).toContain(law)
    expect(legalForceOn(date).kk).toMatch(/маңызы бірдей\.$|тең болады\.$/)
  })

  it('knows of no equivalence before the first law', () => {
    expect(() => legalForceOn('2002-12-31')).toThrow(RangeError)
  })
})

describe('forceOf', () => {
  it('never calls a paper signed by hand an electronic document', () => {
    for (const date of ['2021-08-20', '2026-09-01']) {
      expect(forceOf('paper', date).ru).toBe('Подписано на бумаге.')
    }
  })
})
