import { describe, expect, test } from 'vitest'
import { formatSlipCode, maskMail, parseSlipCode, slipCodeFrom, slipExpiry, undoUntil } from './claim-slip'

describe('the code of a slip', () => {
  test('twelve bytes make twelve symbols, each of the 32 as often as the others', () => {
    const seen = Array.from({ length: 256 }, (_, byte) =>
      slipCodeFrom(new Uint8Array(12).fill(byte)).charAt(0),
    )
    expect(new Set(seen).size).toBe(32)
    for (const symbol of new Set(seen)) expect(seen.filter((one) => one === symbol)).toHaveLength(8)
    expect(() => slipCodeFrom(new Uint8Array(11))).toThrow(RangeError)
  })

  test.each([
    ['K7QM-3X9R-2DTB', 'K7QM3X9R2DTB'],
    [' k7qm 3x9r 2dtb ', 'K7QM3X9R2DTB'],
    // A Kazakh keyboard, and letters for digits.
    ['К7QМ–3Х9R–2DТВ', 'K7QM3X9R2DTB'],
    ['OOOO-IIII-LLLL', '000011111111'],
    ['K7QM-3X9R', null],
    ['K7QM-3X9R-2DTB-5WZA', null],
    ['K7QM-3X9R-2DTU', null],
    ['', null],
  ])('%s is read as %s', (typed, code) => {
    expect(parseSlipCode(typed)).toBe(code)
  })

  test('is printed in fours', () => {
    expect(formatSlipCode('K7QM3X9R2DTB')).toBe('K7QM-3X9R-2DTB')
  })
})

test('a slip is good for thirty days and to the end of the last one', () => {
  const { lastDay, expiresAt } = slipExpiry(new Date('2026-11-24T18:59:00Z'))
  expect(lastDay).toBe('2026-12-24')
  expect(expiresAt.toISOString()).toBe('2026-12-24T19:00:00.000Z')
})

test('a claim may be undone for fourteen days to the millisecond', () => {
  expect(undoUntil(new Date('2026-11-24T04:00:00.000Z')).toISOString()).toBe('2026-12-08T04:00:00.000Z')
})

test.each([
  ['asel@mail.kz', 'a•••@mail.kz'],
  ['ә@mail.kz', 'ә•••@mail.kz'],
  ['', '•••'],
])('%s is shown as %s', (email, masked) => {
  expect(maskMail(email)).toBe(masked)
})
