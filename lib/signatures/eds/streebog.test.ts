import fc from 'fast-check'
import { gostEngine } from 'node-gost-crypto'
import { describe, expect, it } from 'vitest'
import { streebog256, streebog512 } from './streebog'

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
/** As the RFC prints a number. */
const printed = (digits: string) => Buffer.from(digits, 'hex').reverse()

const theirs = (length: 256 | 512, data: Uint8Array) =>
  hex(new Uint8Array(gostEngine.getGostDigest({ name: 'GOST R 34.11', version: 2012, length }).digest(data)))

/** Octets without a pattern that repeats in blocks. */
const noise = (length: number) => Uint8Array.from({ length }, (_, i) => Math.imul(i + 1, 2654435761) >>> 24)

describe('the examples of RFC 6986', () => {
  const M1 = Buffer.from(`${'0123456789'.repeat(6)}012`)
  const M2 = printed(
    'fbe2e5f0eee3c820fbeafaebef20fffbf0e1e0f0f520e0ed20e8ece0ebe5f0f2' +
      'f120fff0eeec20f120faf2fee5e2202ce8f6f3ede220e8e6eee1e8f0f2d1202c' +
      'e8f0f2e5e220e5d1',
  )

  it.each([
    [
      '10.1, 512 bits',
      streebog512,
      M1,
      '486f64c1917879417fef082b3381a4e211c324f074654c38823a7b76f830ad00' +
        'fa1fbae42b1285c0352f227524bc9ab16254288dd6863dccd5b9f54a1ad0541b',
    ],
    ['10.1, 256 bits', streebog256, M1, '00557be5e584fd52a449b16b0251d05d27f94ab76cbaa6da890b59d8ef1e159d'],
    [
      '10.2, 512 bits',
      streebog512,
      M2,
      '28fbc9bada033b1460642bdcddb90c3fb3e56c497ccd0f62b8a2ad4935e85f03' +
        '7613966de4ee00531ae60f3b5a47f8dae06915d5f2f194996fcabf2622e6881e',
    ],
    ['10.2, 256 bits', streebog256, M2, '508f7e553c06501d749a66fc28c6cac0b005746d97537fa85d9e40904efed29d'],
  ])('%s', (_, streebog, message, digest) => {
    expect(hex(streebog(message))).toBe(hex(printed(digest)))
  })
})

describe('an independent implementation', () => {
  it.each([256, 512] as const)('agrees on %d bits of every length around the blocks', (length) => {
    const ours = length === 256 ? streebog256 : streebog512
    for (let octets = 0; octets <= 130; octets++) {
      const data = noise(octets)
      expect(hex(ours(data)), `${octets} octets`).toBe(theirs(length, data))
    }
  })

  it('agrees on a megabyte', () => {
    const data = noise(1 << 20)
    expect(hex(streebog512(data))).toBe(theirs(512, data))
  })

  it('agrees where the sum of the blocks carries', () => {
    const data = new Uint8Array(64 * 9 + 63).fill(0xff)
    expect(hex(streebog512(data))).toBe(theirs(512, data))
  })

  it('agrees on anything', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (data) => {
        expect(hex(streebog512(data))).toBe(theirs(512, data))
      }),
    )
  })
})

it('reads a part of a longer buffer and leaves it as it was', () => {
  const buffer = noise(300)
  const before = hex(buffer)
  expect(hex(streebog512(buffer.subarray(3, 203)))).toBe(hex(streebog512(buffer.slice(3, 203))))
  expect(hex(buffer)).toBe(before)
})

it('answers with octets of its own each time', () => {
  const first = streebog512(noise(10))
  const copy = hex(first)
  streebog512(noise(11))
  expect(hex(first)).toBe(copy)
})
