import { MATRIX, ROUND_CONSTANTS, SUBSTITUTION } from './streebog-table'

/**
 * GOST R 34.11-2012 "Streebog", RFC 6986. The standard prints numbers with the highest digit first; here all
 * stands in the order of the octets of a message, as digests travel: the lowest first.
 */

/** GOST R 34.11-2012 of 512 bits. */
export const streebog512 = (data: Uint8Array): Uint8Array => hash(data, 0x00)

/** GOST R 34.11-2012 of 256 bits: the upper half of the state, from an initial value of its own (RFC 6986, 6.1). */
export const streebog256 = (data: Uint8Array): Uint8Array => hash(data, 0x01).slice(32)

const BLOCK = 64
/** Octets of the table that belong to one place in a word: 256 words of 8. */
const PLACE = 2048

// A DataView reads numbers of a fixed order of octets, wherever a message starts in its buffer.
const block = (): DataView => new DataView(new ArrayBuffer(BLOCK))

/**
 * Substitution and multiplication by the matrix in one look-up: the word that the octet `value` contributes from its
 * place in a word of 64 bits. The 16 KB fit into the nearest cache of a processor.
 */
const TABLE = new DataView(new ArrayBuffer(8 * PLACE))
for (let place = 0; place < 8; place++) {
  for (const [value, substitute] of SUBSTITUTION.entries()) {
    let word = 0n
    for (let bit = 0; bit < 8; bit++) {
      if ((substitute >> bit) & 1) word ^= MATRIX[63 - 8 * place - bit] ?? 0n
    }
    TABLE.setBigUint64(place * PLACE + value * 8, word, true)
  }
}

const CONSTANTS: readonly DataView[] = ROUND_CONSTANTS.map((hex) => {
  const octets = Uint8Array.from(Buffer.from(hex, 'hex')).reverse()
  return new DataView(octets.buffer)
})

const ZERO = block()
const mixed = block()

function xor(a: DataView, b: DataView, out: DataView): void {
  for (let at = 0; at < BLOCK; at += 4) out.setInt32(at, a.getInt32(at, true) ^ b.getInt32(at, true), true)
}

/**
 * L(P(S(a ⊕ b))), RFC 6986, 7. The permutation transposes, so the word `i` takes the octet `i` of every word.
 * Written out because a loop over the places takes twice as long, and this is where all the time is spent.
 */
function transform(a: DataView, b: DataView, out: DataView): void {
  xor(a, b, mixed)
  for (let i = 0; i < 8; i++) {
    const at0 = mixed.getUint8(i) * 8
    const at1 = mixed.getUint8(8 + i) * 8 + PLACE
    const at2 = mixed.getUint8(16 + i) * 8 + 2 * PLACE
    const at3 = mixed.getUint8(24 + i) * 8 + 3 * PLACE
    const at4 = mixed.getUint8(32 + i) * 8 + 4 * PLACE
    const at5 = mixed.getUint8(40 + i) * 8 + 5 * PLACE
    const at6 = mixed.getUint8(48 + i) * 8 + 6 * PLACE
    const at7 = mixed.getUint8(56 + i) * 8 + 7 * PLACE
    const low =
      TABLE.getInt32(at0, true) ^
      TABLE.getInt32(at1, true) ^
      TABLE.getInt32(at2, true) ^
      TABLE.getInt32(at3, true) ^
      TABLE.getInt32(at4, true) ^
      TABLE.getInt32(at5, true) ^
      TABLE.getInt32(at6, true) ^
      TABLE.getInt32(at7, true)
    const high =
      TABLE.getInt32(at0 + 4, true) ^
      TABLE.getInt32(at1 + 4, true) ^
      TABLE.getInt32(at2 + 4, true) ^
      TABLE.getInt32(at3 + 4, true) ^
      TABLE.getInt32(at4 + 4, true) ^
      TABLE.getInt32(at5 + 4, true) ^
      TABLE.getInt32(at6 + 4, true) ^
      TABLE.getInt32(at7 + 4, true)
    out.setInt32(8 * i, low, true)
    out.setInt32(8 * i + 4, high, true)
  }
}

const key = block()
const state = block()

/** g of RFC 6986, 8: `value` becomes E(L(P(S(value ⊕ count))), message) ⊕ value ⊕ message. */
function compress(value: DataView, count: DataView, message: DataView): void {
  transform(value, count, key)
  xor(message, ZERO, state)
  for (const constant of CONSTANTS) {
    transform(key, state, state)
    transform(key, constant, key)
  }
  xor(value, message, value)
  xor(value, state, value)
  xor(value, key, value)
}

/** Adds modulo 2^512. */
function add(sum: DataView, message: DataView): void {
  let carry = 0
  for (let at = 0; at < BLOCK; at += 4) {
    const digit = sum.getUint32(at, true) + message.getUint32(at, true) + carry
    sum.setUint32(at, digit, true)
    carry = digit > 0xffffffff ? 1 : 0
  }
}

/** The stages of RFC 6986, 9. */
function hash(data: Uint8Array, initial: number): Uint8Array {
  const digest = new Uint8Array(BLOCK).fill(initial)
  const result = new DataView(digest.buffer)
  const count = block()
  const sum = block()
  const rest = data.length % BLOCK
  const whole = data.length - rest

  for (let start = 0; start < whole; start += BLOCK) {
    const message = new DataView(data.buffer, data.byteOffset + start, BLOCK)
    compress(result, count, message)
    count.setBigUint64(0, BigInt(start + BLOCK) * 8n, true)
    add(sum, message)
  }

  // After the last octet a bit that is set, then zeros.
  const padded = new Uint8Array(BLOCK)
  padded.set(data.subarray(whole))
  padded[rest] = 0x01
  const last = new DataView(padded.buffer)
  compress(result, count, last)
  count.setBigUint64(0, BigInt(data.length) * 8n, true)
  add(sum, last)

  compress(result, ZERO, count)
  compress(result, ZERO, sum)
  return digest
}
