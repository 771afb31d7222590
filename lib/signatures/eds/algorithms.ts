import { createHash, createPublicKey, verify } from 'node:crypto'
import type { Certificate } from './certificate'
import { EdsError } from './codes'
import { gostVerify } from './gost3410'
import { OID } from './oids'
import { streebog256, streebog512 } from './streebog'

const DIGESTS: ReadonlyMap<string, (data: Uint8Array) => Uint8Array> = new Map([
  [OID.sha256, sha('sha256')],
  [OID.sha384, sha('sha384')],
  [OID.sha512, sha('sha512')],
  [OID.streebog256, streebog256],
  [OID.streebog512, streebog512],
])

function sha(name: string): (data: Uint8Array) => Uint8Array {
  return (data) => createHash(name).update(data).digest()
}

/** The digest by its OID. @throws EdsError UNSUPPORTED_ALGORITHM, of SHA-1 too */
export function digest(algorithm: string, data: Uint8Array): Uint8Array {
  const make = DIGESTS.get(algorithm)
  if (!make) throw new EdsError('UNSUPPORTED_ALGORITHM', `digest ${algorithm}`)
  return make(data)
}

export type PublicKey = Pick<Certificate, 'publicKeyInfo' | 'publicKeyBits' | 'keyAlgorithm'>

/** RSA (PKCS #1 v1.5) by the OID of the signature with its digest, and by that of the key beside a digest's. */
const RSA: ReadonlyMap<string, string> = new Map([
  [OID.rsaSha256, 'sha256'],
  [OID.rsaSha384, 'sha384'],
  [OID.rsaSha512, 'sha512'],
])

const RSA_BY_DIGEST: ReadonlyMap<string, string> = new Map([
  [OID.sha256, OID.rsaSha256],
  [OID.sha384, OID.rsaSha384],
  [OID.sha512, OID.rsaSha512],
])

/** Shorter keys are broken, longer ones would let a stranger keep the server busy. */
const RSA_BITS = { least: 2048, most: 8192 }

/**
 * Whether `signature` over `data` is by the key. `algorithm` is the OID of the signature; CMS may name the key's
 * (`rsaEncryption`) there, and then says the digest beside it.
 * @throws EdsError UNSUPPORTED_ALGORITHM, also when the key is of another algorithm
 */
export function verifySignature(
  algorithm: string,
  key: PublicKey,
  data: Uint8Array,
  signature: Uint8Array,
  digestAlgorithm?: string,
): boolean {
  const whole = algorithm === OID.rsa ? (RSA_BY_DIGEST.get(digestAlgorithm ?? '') ?? algorithm) : algorithm
  const name = RSA.get(whole)
  if (name && key.keyAlgorithm === OID.rsa) return verifyRsa(name, key.publicKeyInfo, data, signature)
  if (algorithm === OID.gostSignature && key.keyAlgorithm === OID.gostKey) {
    return gostVerify(key.publicKeyBits, streebog512(data), signature)
  }
  throw new EdsError('UNSUPPORTED_ALGORITHM', `signature ${algorithm} by a key of ${key.keyAlgorithm}`)
}

function verifyRsa(name: string, info: Uint8Array, data: Uint8Array, signature: Uint8Array): boolean {
  try {
    const key = createPublicKey({ key: Buffer.from(info), format: 'der', type: 'spki' })
    const bits = key.asymmetricKeyDetails?.modulusLength ?? 0
    if (bits < RSA_BITS.least || bits > RSA_BITS.most) {
      throw new EdsError('UNSUPPORTED_ALGORITHM', `an RSA key of ${bits} bits`)
    }
    return verify(name, data, key, signature)
  } catch (error) {
    if (error instanceof EdsError) throw error
    // What OpenSSL cannot read as a key signs nothing.
    return false
  }
}
