import { randomBytes } from 'node:crypto'
import * as gost from './gost3410-curve'
import { FIELD, PRIME } from './gost3410-field'

/**
 * GOST R 34.10-2012 of 512 bits (in Kazakhstan GOST R 34.10-2015) as НУЦ РК writes it: every number little-endian,
 * a signature r before s. This is not the order of RFC 9215, s before r and big-endian.
 */

const SIZE = 64
/** A public key is an OCTET STRING of 128 octets within its BIT STRING: x, then y. */
const KEY_PREFIX = Uint8Array.of(0x04, 0x81, 0x80)

/** id-tc26-gost-3410-12-512-paramSetA; RFC 7836, A.1. */
const PARAMETERS: gost.Parameters = {
  p: PRIME,
  a: PRIME - 3n,
  b: 0xe8c2505dedfc86ddc1bd0b2b6667f1da34b82574761cb0e879bd081cfd0b6265ee3cb090f30d27614cb4574010da90dd862ef9d4ebee4761503190785a71c760n,
  q: 0xffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff27e69532f48d89116ff22b8d4e0560609b4b38abfad2b85dcacdb1411f10b275n,
  P: {
    x: 3n,
    y: 0x7503cfe87a836ae3a61b8816e25450e6ce5e1c93acf1abc1778064fdcbefa921df1626be4fd036e93d75e6a50e3a41e98028fe5fc235f5b889a589cb5215f2a4n,
  },
}

const CURVE = gost.curveOf(PARAMETERS, FIELD)

/**
 * Whether the 128 octets of `signature` over a digest of 64 are by the key. `publicKeyBits` is what the BIT STRING
 * of the SubjectPublicKeyInfo holds. Whatever is not of this form, or no point of the curve, is false.
 */
export function gostVerify(publicKeyBits: Uint8Array, digest: Uint8Array, signature: Uint8Array): boolean {
  const prefix = publicKeyBits.subarray(0, KEY_PREFIX.length)
  const key = publicKeyBits.subarray(KEY_PREFIX.length)
  if (Buffer.compare(prefix, KEY_PREFIX) !== 0 || key.length !== 2 * SIZE) return false
  if (digest.length !== SIZE || signature.length !== 2 * SIZE) return false
  const [x, y] = readPair(key)
  const [r, s] = readPair(signature)
  return gost.verify(CURVE, { x, y }, read(digest), { r, s })
}

/**
 * Signs for the demo and for tests: it does not take care that its time tells nothing about the key.
 * `privateKey` is a little-endian number, 0 < d < q. @throws RangeError
 */
export function gostSign(privateKey: Uint8Array, digest: Uint8Array): Uint8Array {
  if (digest.length !== SIZE) throw new RangeError(`a digest of ${digest.length} octets`)
  const d = readSecret(privateKey)
  for (;;) {
    const k = read(randomBytes(SIZE))
    const signature = CURVE.Fn.isValidNot0(k) ? gost.sign(CURVE, d, read(digest), k) : null
    if (signature) return Buffer.concat([write(signature.r), write(signature.s)])
  }
}

/** What the BIT STRING of the SubjectPublicKeyInfo holds. @throws RangeError */
export function gostPublicKey(privateKey: Uint8Array): Uint8Array {
  const { x, y } = gost.publicKey(CURVE, readSecret(privateKey))
  return Buffer.concat([KEY_PREFIX, write(x), write(y)])
}

function readSecret(privateKey: Uint8Array): bigint {
  const d = read(privateKey)
  if (!CURVE.Fn.isValidNot0(d)) throw new RangeError('the private key is not between nought and q')
  return d
}

const readPair = (octets: Uint8Array) =>
  [read(octets.subarray(0, SIZE)), read(octets.subarray(SIZE))] as const

const read = (octets: Uint8Array): bigint => BigInt(`0x0${Buffer.from(octets).reverse().toString('hex')}`)

const write = (number: bigint): Uint8Array =>
  Buffer.from(number.toString(16).padStart(2 * SIZE, '0'), 'hex').reverse()
