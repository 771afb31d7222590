import { TAG } from './der'

/** Writes DER: requests to services, and all that the demo's own authority issues. */
export function element(tag: number, ...parts: readonly Uint8Array[]): Uint8Array {
  const length = parts.reduce((sum, part) => sum + part.length, 0)
  return Buffer.concat([Uint8Array.of(tag), lengthOctets(length), ...parts])
}

function lengthOctets(length: number): Uint8Array {
  if (length < 0x80) return Uint8Array.of(length)
  const octets: number[] = []
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) octets.unshift(rest & 0xff)
  return Uint8Array.of(0x80 | octets.length, ...octets)
}

export const sequence = (...parts: readonly Uint8Array[]): Uint8Array => element(TAG.sequence, ...parts)

/** The elements of a SET OF stand in the order of their bytes; ITU-T X.690, 11.6. */
export const setOf = (...parts: readonly Uint8Array[]): Uint8Array =>
  element(TAG.set, ...parts.toSorted(Buffer.compare))

export function oid(dotted: string): Uint8Array {
  const [root = 0, second = 0, ...arcs] = dotted.split('.').map(Number)
  return element(TAG.oid, Uint8Array.from([root * 40 + second, ...arcs].flatMap(base128)))
}

function base128(arc: number): number[] {
  const octets = [arc & 0x7f]
  for (let rest = Math.floor(arc / 128); rest > 0; rest = Math.floor(rest / 128)) {
    octets.unshift(0x80 | (rest & 0x7f))
  }
  return octets
}

/** A number that is not negative, from its octets or as a small one. */
export function integer(value: Uint8Array | number, tag: number = TAG.integer): Uint8Array {
  const octets = typeof value === 'number' ? bigEndian(value) : value
  const start = octets.findIndex((octet) => octet !== 0)
  const shortest = start === -1 ? Uint8Array.of(0) : octets.subarray(start)
  return element(tag, (shortest[0] ?? 0) >= 0x80 ? Uint8Array.of(0) : new Uint8Array(), shortest)
}

function bigEndian(value: number): Uint8Array {
  const octets: number[] = []
  for (let rest = value; rest > 0; rest = Math.floor(rest / 256)) octets.unshift(rest & 0xff)
  return Uint8Array.from(octets)
}

export const NULL: Uint8Array = Uint8Array.of(TAG.null, 0)
export const boolean = (value: boolean): Uint8Array => Uint8Array.of(TAG.boolean, 1, value ? 0xff : 0)
export const octetString = (bytes: Uint8Array): Uint8Array => element(TAG.octetString, bytes)
export const bitString = (bytes: Uint8Array, unused = 0): Uint8Array =>
  element(TAG.bitString, Uint8Array.of(unused), bytes)
export const utf8String = (text: string): Uint8Array => element(TAG.utf8, Buffer.from(text))
export const printableString = (text: string): Uint8Array =>
  element(TAG.printable, Buffer.from(text, 'latin1'))
export const ia5String = (text: string): Uint8Array => element(TAG.ia5, Buffer.from(text, 'latin1'))

/** RFC 5280, 4.1.2.5: UTCTime through 2049, then GeneralizedTime. */
export function time(at: Date): Uint8Array {
  return at.getUTCFullYear() < 2050
    ? element(TAG.utcTime, Buffer.from(digits(at).slice(2)))
    : generalizedTime(at)
}

export const generalizedTime = (at: Date): Uint8Array => element(TAG.generalizedTime, Buffer.from(digits(at)))

const digits = (at: Date) => `${at.toISOString().slice(0, 19).replace(/[-:T]/g, '')}Z`
