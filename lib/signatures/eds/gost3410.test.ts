import fc from 'fast-check'
import { gostEngine } from 'node-gost-crypto'
import { describe, expect, it } from 'vitest'
import { hasSamples, sample } from '../../../test/eds-samples'
import { bitsOf, childrenOf, parseElement } from './der'
import { gostPublicKey, gostSign, gostVerify } from './gost3410'
import { PRIME } from './gost3410-field'
import { streebog512 } from './streebog'

const SIZE = 64
const Q =
  0xffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff27e69532f48d89116ff22b8d4e0560609b4b38abfad2b85dcacdb1411f10b275n

const octets = (number: bigint) => Buffer.from(number.toString(16).padStart(2 * SIZE, '0'), 'hex').reverse()
const secret = fc.bigInt({ min: 1n, max: Q - 1n }).map(octets)
const text = fc.uint8Array({ maxLength: 200 })

describe('an independent implementation, on the curve of НУЦ РК', () => {
  const theirs = gostEngine.getGostSign({
    name: 'GOST R 34.10',
    version: 2012,
    mode: 'SIGN',
    length: 512,
    namedCurve: 'T-512-A',
    hash: { name: 'GOST R 34.11', version: 2012, length: 512 },
  })
  const bare = (key: Uint8Array) => key.subarray(key.length - 2 * SIZE)

  it('verifies what is signed here', () => {
    fc.assert(
      fc.property(secret, text, (key, data) => {
        const signature = gostSign(key, streebog512(data))
        expect(theirs.verify(bare(gostPublicKey(key)), signature, data)).toBe(true)
        expect(theirs.verify(bare(gostPublicKey(key)), signature, Buffer.concat([data, data, key]))).toBe(
          false,
        )
      }),
      { numRuns: 4 },
    )
  })

  it('signs what verifies here', () => {
    fc.assert(
      fc.property(secret, text, (key, data) => {
        const signature = new Uint8Array(theirs.sign(key, data))
        expect(gostVerify(gostPublicKey(key), streebog512(data), signature)).toBe(true)
      }),
      { numRuns: 4 },
    )
  })

  it('makes keys that hold here', () => {
    const pair = theirs.generateKey()
    expect(bare(gostPublicKey(new Uint8Array(pair.privateKey)))).toEqual(Buffer.from(pair.publicKey))
  })
})

describe('what is signed here', () => {
  const privateKey = octets(Q - 12345678901234567890n)
  const key = gostPublicKey(privateKey)
  const digest = streebog512(Buffer.from('өтініш'))
  const signature = gostSign(privateKey, digest)
  const r = signature.subarray(0, SIZE)
  const s = signature.subarray(SIZE)
  const other = gostPublicKey(octets(7n))
  const x = key.subarray(3, 3 + SIZE)
  const y = key.subarray(3 + SIZE)
  const bits = (...parts: readonly Uint8Array[]) => Buffer.concat([key.subarray(0, 3), ...parts])
  const pair = (first: Uint8Array, second: Uint8Array) => Buffer.concat([first, second])
  const reversed = (bytes: Uint8Array) => Uint8Array.from(bytes).reverse()

  it('verifies', () => {
    expect(gostVerify(key, digest, signature)).toBe(true)
  })

  it.each<[string, Uint8Array, Uint8Array, Uint8Array]>([
    ['another key', other, digest, signature],
    ['another digest', key, streebog512(Buffer.from('отзыв')), signature],
    ['a short digest', key, digest.subarray(1), signature],
    ['a short signature', key, digest, signature.subarray(1)],
    ['a long signature', key, digest, pair(signature, Buffer.alloc(1))],
    ['no signature', key, digest, new Uint8Array()],
    ['r of nought', key, digest, pair(octets(0n), s)],
    ['s of nought', key, digest, pair(r, octets(0n))],
    ['nought and nought', key, digest, Buffer.alloc(2 * SIZE)],
    ['r of q', key, digest, pair(octets(Q), s)],
    ['s of q', key, digest, pair(r, octets(Q))],
    ['the highest numbers', key, digest, Buffer.alloc(2 * SIZE, 0xff)],
    ['s before r', key, digest, pair(s, r)],
    ['the order of RFC 9215', key, digest, reversed(signature)],
    ['a key with y before x', bits(y, x), digest, signature],
    ['a key beside the curve', bits(x, octets(1n)), digest, signature],
    [
      'the mirrored key',
      bits(x, octets(PRIME - BigInt(`0x${Buffer.from(reversed(y)).toString('hex')}`))),
      digest,
      signature,
    ],
    ['a key at infinity', bits(octets(0n), octets(0n)), digest, signature],
    ['a key above the field', bits(octets(PRIME + 3n), y), digest, signature],
    ['a short key', key.subarray(0, -1), digest, signature],
    ['a long key', pair(key, Buffer.alloc(1)), digest, signature],
    ['a key without its prefix', key.subarray(3), digest, signature],
    ['a key of another type', pair(Uint8Array.of(0x03), key.subarray(1)), digest, signature],
    ['no key', new Uint8Array(), digest, signature],
  ])('is refused with %s', (_, publicKeyBits, ofData, signed) => {
    expect(gostVerify(publicKeyBits, ofData, signed)).toBe(false)
  })

  it('is refused when a bit is turned', () => {
    fc.assert(
      fc.property(fc.nat({ max: 8 * 2 * SIZE - 1 }), (bit) => {
        const turned = Uint8Array.from(signature)
        turned[bit >> 3] = (turned[bit >> 3] ?? 0) ^ (1 << (bit & 7))
        expect(gostVerify(key, digest, turned)).toBe(false)
      }),
      { numRuns: 50 },
    )
  })

  it('has one form only: q may not be added to its numbers', () => {
    // k = 1 gives r = 3, and this d makes s = 5, so that both stay below 2^512 with q added.
    const third = (Q % 3n === 2n ? Q + 1n : 2n * Q + 1n) / 3n
    const small = gostPublicKey(octets(((5n + Q - 1n) * third) % Q))
    const ofOne = octets(1n)
    expect(gostVerify(small, ofOne, pair(octets(3n), octets(5n)))).toBe(true)
    expect(gostVerify(small, ofOne, pair(octets(3n), octets(5n + Q)))).toBe(false)
    expect(gostVerify(small, ofOne, pair(octets(3n + Q), octets(5n)))).toBe(false)
  })

  it('verifies by keys and digests at their limits', () => {
    for (const d of [1n, 2n, Q - 1n]) {
      for (const e of [0n, 1n, Q - 1n, Q, Q + 1n, 2n ** 512n - 1n]) {
        const signed = gostSign(octets(d), octets(e))
        expect(gostVerify(gostPublicKey(octets(d)), octets(e), signed), `${d} ${e}`).toBe(true)
      }
    }
  })

  it('may be by a key of 32 octets', () => {
    const short = Buffer.alloc(32, 0x5a)
    expect(gostVerify(gostPublicKey(short), digest, gostSign(short, digest))).toBe(true)
  })
})

describe('a private key', () => {
  it.each([
    ['of nought', octets(0n)],
    ['of q', octets(Q)],
    ['of nothing', new Uint8Array()],
    ['of 65 octets', Buffer.alloc(65, 1)],
  ])('%s is refused', (_, privateKey) => {
    expect(() => gostPublicKey(privateKey)).toThrow(RangeError)
    expect(() => gostSign(privateKey, new Uint8Array(SIZE))).toThrow(RangeError)
  })
})

describe.skipIf(!hasSamples)('the genuine test authorities of НУЦ РК', () => {
  function parts(file: string) {
    const [signed, , signature] = childrenOf(parseElement(sample(file)))
    if (!signed || !signature) throw new Error(`${file} is no certificate`)
    // [0] version, number, algorithm, issuer, validity, subject, key
    const info = childrenOf(signed)[6]
    const key = info && childrenOf(info)[1]
    if (!key) throw new Error(`${file} has no key`)
    return { digest: streebog512(signed.bytes), signature: bitsOf(signature), key: bitsOf(key) }
  }
  const root = () => parts('test-roots/root_test_gost_2022.cer')
  const issuing = () => parts('test-roots/nca_gost2022_test.cer')

  it('sign as this verifies', () => {
    expect(gostVerify(root().key, root().digest, root().signature)).toBe(true)
    expect(gostVerify(root().key, issuing().digest, issuing().signature)).toBe(true)
  })
  it('do not sign for each other', () => {
    expect(gostVerify(issuing().key, issuing().digest, issuing().signature)).toBe(false)
    expect(gostVerify(root().key, root().digest, issuing().signature)).toBe(false)
  })
})
