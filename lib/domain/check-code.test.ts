import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkCodeFrom, formatCheckCode, parseCheckCode } from './check-code'

const bytes = fc.uint8Array({ minLength: 10, maxLength: 10 })

describe('checkCodeFrom', () => {
  it.each([
    [[0, 0, 0, 0, 0, 0, 0, 0, 0, 0], '0000000000000000'],
    [[255, 255, 255, 255, 255, 255, 255, 255, 255, 255], 'ZZZZZZZZZZZZZZZZ'],
    [[0, 68, 50, 20, 199, 66, 84, 182, 53, 207], '0123456789ABCDEF'],
    [[0, 0, 0, 0, 0, 0, 0, 0, 0, 1], '0000000000000001'],
  ])('%j is %s', (list, code) => expect(checkCodeFrom(Uint8Array.from(list))).toBe(code))

  it.each([0, 9, 11, 16])('refuses %d bytes', (length) => {
    expect(() => checkCodeFrom(new Uint8Array(length))).toThrow(RangeError)
  })

  it('gives different codes to different bytes', () => {
    fc.assert(
      fc.property(bytes, bytes, (a, b) => {
        expect(checkCodeFrom(a) === checkCodeFrom(b)).toBe(a.every((byte, at) => byte === b[at]))
      }),
    )
  })
})

describe('parseCheckCode', () => {
  it('reads what was printed, however it is typed', () => {
    const cyrillic: Record<string, string> = {
      ...{ A: 'А', B: 'В', C: 'С', E: 'Е', H: 'Н', K: 'К', M: 'М', P: 'Р', T: 'Т', X: 'Х', Y: 'У' },
      ...{ 0: 'О', 1: 'І' },
    }
    fc.assert(
      fc.property(bytes, (random) => {
        const code = checkCodeFrom(random)
        const printed = formatCheckCode(code)
        const byHand = Array.from(printed, (symbol) => cyrillic[symbol] ?? symbol).join('')
        expect(printed).toMatch(/^(\w{4}-){3}\w{4}$/)
        expect(parseCheckCode(printed)).toBe(code)
        expect(parseCheckCode(printed.toLowerCase())).toBe(code)
        expect(parseCheckCode(byHand)).toBe(code)
        expect(parseCheckCode(byHand.toLowerCase())).toBe(code)
      }),
    )
  })

  it.each([
    ['0123 4567 89ab cdef'],
    ['o123-4567-89AB-CDEF'],
    ['Oi23-4567-89AB-CDEF'],
    ['0L23–4567—89AB‑CDEF'],
    ['  0123\u00a04567\t89AB\nCDEF\u200b'],
  ])('reads %j', (raw) => expect(parseCheckCode(raw)).toBe('0123456789ABCDEF'))

  it.each([
    '',
    '0123-4567-89AB-CDE',
    '0123-4567-89AB-CDEFG',
    'U123-4567-89AB-CDEF',
    '0123_4567_89AB_CDEF',
    'Ж123456789ABCDEF',
  ])('refuses %j', (raw) => expect(parseCheckCode(raw)).toBeNull())
})

it('formatCheckCode writes 4-4-4-4', () => {
  expect(formatCheckCode('0123456789ABCDEF')).toBe('0123-4567-89AB-CDEF')
})
