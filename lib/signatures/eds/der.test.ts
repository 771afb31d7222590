import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { EdsError } from './codes'
import {
  bitsOf,
  booleanOf,
  childrenOf,
  integerOf,
  oidOf,
  parseElement,
  smallIntegerOf,
  TAG,
  textOf,
  timeOf,
} from './der'
import * as write from './der-write'

const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex.replaceAll(' ', ''), 'hex'))
const codeOf = (read: () => unknown) => {
  try {
    read()
  } catch (error) {
    if (error instanceof EdsError) return error.code
    throw error
  }
  return 'OK'
}

describe('reading', () => {
  test.each([
    ['nothing', '', 'MALFORMED'],
    ['a tag alone', '30', 'MALFORMED'],
    ['less than it says', '04 03 01 02', 'MALFORMED'],
    ['bytes behind it', '04 01 01 00', 'TRAILING_BYTES'],
    ['an indefinite length', '30 80 00 00', 'MALFORMED'],
    ['a length of one octet written with two', '04 81 01 00', 'MALFORMED'],
    ['a length that begins with zero', '04 82 00 80', 'MALFORMED'],
    ['a length of eight octets', '04 88 00 00 00 00 00 00 00 01', 'MALFORMED'],
    ['a tag of several octets', '1f 81 01 00', 'MALFORMED'],
    ['an element', '04 01 01', 'OK'],
  ])('of %s: %s is %s', (_, hex, code) => {
    expect(codeOf(() => parseElement(bytes(hex)))).toBe(code)
  })

  test.each([
    ['an empty integer', () => integerOf(parseElement(bytes('02 00')))],
    ['a negative one', () => integerOf(parseElement(bytes('02 01 80')))],
    ['one that is not the shortest', () => integerOf(parseElement(bytes('02 02 00 01')))],
    ['one that is too large', () => smallIntegerOf(parseElement(bytes('02 05 01 00 00 00 00')))],
    ['a boolean of 1', () => booleanOf(parseElement(bytes('01 01 01')))],
    ['a boolean of two octets', () => booleanOf(parseElement(bytes('01 02 ff 00')))],
    ['bits that are not whole octets', () => bitsOf(parseElement(bytes('03 02 01 80')))],
    ['an empty identifier', () => oidOf(parseElement(bytes('06 00')))],
    ['an arc with a leading zero', () => oidOf(parseElement(bytes('06 02 80 01')))],
    ['an arc without an end', () => oidOf(parseElement(bytes('06 02 2a 83')))],
    ['another tag', () => oidOf(parseElement(bytes('04 01 2a')))],
    ['text that is not UTF-8', () => textOf(parseElement(bytes('0c 01 ff')))],
    [
      'a day that does not exist',
      () => timeOf(parseElement(write.element(TAG.utcTime, Buffer.from('250230000000Z')))),
    ],
    [
      'an hour with a zone',
      () => timeOf(parseElement(write.element(TAG.utcTime, Buffer.from('2502010000+0500')))),
    ],
  ])('refuses %s', (_, read) => {
    expect(codeOf(read)).toBe('MALFORMED')
  })

  test('a year of two digits below 50 is after 2000', () => {
    const at = (text: string) =>
      timeOf(parseElement(write.element(TAG.utcTime, Buffer.from(text)))).toISOString()
    expect(at('491231235959Z')).toBe('2049-12-31T23:59:59.000Z')
    expect(at('500101000000Z')).toBe('1950-01-01T00:00:00.000Z')
  })
})

describe('what is written is read', () => {
  test('octets of every length around the borders of its form', () => {
    for (const length of [0, 1, 127, 128, 255, 256, 65_535, 65_536]) {
      expect(parseElement(write.octetString(new Uint8Array(length))).content.length).toBe(length)
    }
  })

  test('identifiers', () => {
    const arc = fc.integer({ min: 0, max: 2 ** 40 })
    const dotted = fc
      .tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 39 }), fc.array(arc, { maxLength: 5 }))
      .map(([root, second, more]) => [root, second, ...more].join('.'))
    fc.assert(fc.property(dotted, (id) => oidOf(parseElement(write.oid(id))) === id))
    expect(Buffer.from(write.oid('1.2.398.3.3.4.1.1')).toString('hex')).toBe('06082a830e0303040101')
  })

  test('numbers, texts and moments', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2 ** 32 - 1 }),
        (n) => smallIntegerOf(parseElement(write.integer(n))) === n,
      ),
    )
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        (text) => textOf(parseElement(write.utf8String(text))) === text,
      ),
    )
    const moment = fc.date({ min: new Date('1970-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(moment, (at) => {
        const seconds = Math.floor(at.getTime() / 1000) * 1000
        return timeOf(parseElement(write.time(at))).getTime() === seconds
      }),
    )
  })

  test('a set stands in the order of its bytes', () => {
    const set = parseElement(write.setOf(write.integer(2), write.integer(1)))
    expect(childrenOf(set, TAG.set).map((e) => smallIntegerOf(e))).toEqual([1, 2])
  })
})

test('any bytes at all are read or refused, never anything else', () => {
  const walk = (given: Uint8Array): void => {
    for (const child of childrenOf(parseElement(given))) codeOf(() => walk(child.bytes))
  }
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (given) => {
      for (const read of [
        walk,
        (b: Uint8Array) => textOf(parseElement(b)),
        (b: Uint8Array) => timeOf(parseElement(b)),
      ])
        codeOf(() => read(given))
    }),
  )
})
