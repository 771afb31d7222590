import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { binWithCheckDigit, isBin } from './bin'

describe('isBin', () => {
  it.each(['971240001315', ' 971240 001315 '])('accepts %j', (bin) => expect(isBin(bin)).toBe(true))

  it.each([
    '',
    '97124000131',
    '9712400013155',
    '971240001316', // check digit
    '123456789021', // test certificate: month 34
    '971340001315', // month 13
    '971230001315', // kind 3
    '971244001315', // unit 4
    '000000000000',
    '850315300019', // an IIN
  ])('refuses %j', (raw) => expect(isBin(raw)).toBe(false))
})

describe('binWithCheckDigit', () => {
  it('completes a BIN', () => expect(binWithCheckDigit('97124000131')).toBe('971240001315'))

  it('gives a BIN or nothing', () => {
    const digits = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 10, maxLength: 12 })
    fc.assert(
      fc.property(digits, (first11) => {
        const bin = binWithCheckDigit(first11)
        return bin === null || (isBin(bin) && bin.startsWith(first11))
      }),
    )
  })
})
