import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { zipSync } from 'fflate'
import jsQR from 'jsqr'
import QRCode from 'qrcode'
import { describe, expect, it } from 'vitest'
import { newRoot } from './eds/issuing/authority'
import { signXml } from './eds/issuing/sign-xml'
import { readSignedXml } from './eds/verify-xml'
import { qrSet, readQrSet } from './qr-set'

const AT = new Date('2026-11-22T07:41:36.970Z')
const key = newRoot({ name: 'К', validFrom: new Date('2026-01-01'), validTo: new Date('2036-01-01') })
const XML = '<notice number="17"><child>Айша</child></notice>'
const SIGNED = signXml(XML, key)
const SET = qrSet(SIGNED, 44017, AT)

describe('a set of QR codes', () => {
  it('is as eGov writes it', () => {
    expect(SET.length).toBeGreaterThan(1)
    const [first = ''] = SET
    expect(first).toHaveLength(1183)
    expect(first).toMatch(
      /^<\?xml version="1\.0" encoding="UTF-8" standalone="yes"\?><BarcodeElement xmlns="http:\/\/barcodes\.pdf\.shep\.nitec\.kz\/"><creationDate>2026-11-22T12:41:36\.970\+05:00<\/creationDate><elementData>[\w+/]{866}[\w+/=]{2}<\/elementData><elementNumber>1<\/elementNumber><elementsAmount>\d<\/elementsAmount><FavorID>00000000044017<\/FavorID><\/BarcodeElement>$/,
    )
  })

  it('is the same at every moment', () => {
    expect(qrSet(SIGNED, 44017, AT)).toEqual(SET)
  })

  it('gives back any XML, whatever the order and however often each is read', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', minLength: 1, maxLength: 3000 }),
        fc.infiniteStream(fc.nat()),
        (text, order) => {
          const set = qrSet(text, 1, AT)
          const shuffled = [...set, ...set.slice(0, 2)]
            .map((code) => ({ code, place: order.next().value ?? 0 }))
            .sort((a, b) => a.place - b.place)
            .map(({ code }) => code)
          expect(readQrSet(shuffled)).toBe(text)
        },
      ),
      { numRuns: 50 },
    )
  })

  it('is read from its pictures, with the signature still good', () => {
    const read = SET.map((text) => readPicture(text))
    expect(read).toEqual(SET)
    expect(readSignedXml(readQrSet(read))).toBe(XML)
  })

  it('is refused when no paper could hold it', () => {
    const noise = randomBytes(64 * 650).toString('base64')
    expect(() => qrSet(noise, 1, AT)).toThrow(expect.objectContaining({ code: 'TOO_LARGE' }))
  })
})

function readPicture(text: string): string {
  const { version, modules } = QRCode.create(text, { errorCorrectionLevel: 'L' })
  expect(version).toBeLessThanOrEqual(25)
  const [scale, margin] = [3, 4]
  const side = (modules.size + 2 * margin) * scale
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255)
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const [row, column] = [Math.floor(y / scale) - margin, Math.floor(x / scale) - margin]
      const isInside = row >= 0 && column >= 0 && row < modules.size && column < modules.size
      if (isInside && modules.get(row, column)) pixels.fill(0, (y * side + x) * 4, (y * side + x) * 4 + 3)
    }
  }
  return jsQR(pixels, side, side)?.data ?? ''
}

/** A set around whatever was zipped, or was not. */
const setOf = (zip: Uint8Array): string[] => [
  (SET[0] ?? '')
    .replace(/<elementData>[^<]*/, `<elementData>${Buffer.from(zip).toString('base64')}`)
    .replace(/<elementsAmount>\d/, '<elementsAmount>1'),
]

describe('a set that is not whole', () => {
  const other = qrSet(SIGNED, 44018, AT)
  const [first = '', ...rest] = SET

  it.each([
    ['no code', []],
    ['a code missing', rest],
    ['a code of another request', [...rest, other[0] ?? '']],
    ['two codes of one number', [...SET, first.replace(/<elementData>../, '<elementData>AA')]],
    ['another amount', [first.replace(/<elementsAmount>\d/, '<elementsAmount>9'), ...rest]],
    ['a number beyond the amount', [...SET, first.replace('<elementNumber>1', '<elementNumber>9')]],
    ['number zero', [first.replace('<elementNumber>1', '<elementNumber>0'), ...rest]],
    [
      'two data in one',
      [first.replace('<elementData>', '<elementData>AA</elementData><elementData>'), ...rest],
    ],
    ['data that are no base64', [first.replace(/<elementData>../, '<elementData>*_'), ...rest]],
    ['another namespace', [first.replace('nitec.kz', 'example.org'), ...rest]],
    ['an address in place of a code', [...SET, 'https://example.org/v/ABCD']],
    ['so many codes', Array.from({ length: 200 }, () => first)],
  ])('%s', (_, texts) => {
    expect(texts).not.toEqual(SET)
    expect(() => readQrSet(texts)).toThrow(expect.objectContaining({ name: 'EdsError', code: 'MALFORMED' }))
  })

  const bytes = (length: number) => new Uint8Array(length).fill(0x20)
  it.each([
    ['no zip', bytes(100)],
    ['an empty zip', zipSync({})],
    ['two files', zipSync({ one: bytes(9), two: bytes(9) })],
    ['a file of more than a megabyte', zipSync({ one: bytes(1024 * 1024 + 1) })],
    ['a file packed a thousand times', zipSync({ one: bytes(500_000) })],
    ['a file that is no UTF-8', zipSync({ one: new Uint8Array([0xff, 0xfe]) })],
    ['a zip cut off', zipSync({ one: bytes(9) }).slice(0, -5)],
  ])('%s inside', (_, zip) => {
    expect(() => readQrSet(setOf(zip))).toThrow(
      expect.objectContaining({ name: 'EdsError', code: 'MALFORMED' }),
    )
  })

  it('but a good zip inside is read', () => {
    expect(readQrSet(setOf(zipSync({ one: bytes(9) })))).toBe(' '.repeat(9))
  })
})
