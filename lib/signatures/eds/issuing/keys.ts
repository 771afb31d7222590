import { createPrivateKey, createPublicKey, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { bitString, NULL, oid, sequence } from '../der-write'
import { gostPublicKey, gostSign } from '../gost3410'
import { OID } from '../oids'
import type { Algorithm } from '../outcome'
import { streebog512 } from '../streebog'

/** A private key of the demo or of a test, ready to be kept as JSON. Real keys never leave NCALayer. */
export type SigningKey =
  | { algorithm: 'RSA'; pem: string }
  /** 64 octets in hexadecimal digits. */
  | { algorithm: 'GOST-2015-512'; secret: string }

export function newKey(algorithm: Algorithm): SigningKey {
  if (algorithm === 'RSA') {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    return { algorithm, pem: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString() }
  }
  // The order of the group lies so near 2^512 that a random number is not above it.
  return { algorithm, secret: randomBytes(64).toString('hex') }
}

/** Signs the data itself; `algorithm` is the OID of the signature: RSA with SHA-256, or GOST with Streebog-512. */
export function signWith(key: SigningKey, data: Uint8Array): { algorithm: string; signature: Uint8Array } {
  return key.algorithm === 'RSA'
    ? { algorithm: OID.rsaSha256, signature: sign('sha256', data, key.pem) }
    : {
        algorithm: OID.gostSignature,
        signature: gostSign(Buffer.from(key.secret, 'hex'), streebog512(data)),
      }
}

/** The digest that goes with the key, by its OID. */
export const digestOf = (key: SigningKey): string => (key.algorithm === 'RSA' ? OID.sha256 : OID.streebog512)

/** Authorities of Kazakhstan write the NULL after GOST algorithms too. */
export const algorithmIdentifier = (algorithm: string): Uint8Array => sequence(oid(algorithm), NULL)

/** SubjectPublicKeyInfo, and what its BIT STRING holds. */
export function publicKeyOf(key: SigningKey): { info: Uint8Array; bits: Uint8Array } {
  if (key.algorithm === 'GOST-2015-512') {
    const bits = gostPublicKey(Buffer.from(key.secret, 'hex'))
    const parameters = sequence(oid(OID.gostParameters), oid(OID.streebog512))
    return { info: sequence(sequence(oid(OID.gostKey), parameters), bitString(bits)), bits }
  }
  const known = createPublicKey(createPrivateKey(key.pem))
  return {
    info: known.export({ format: 'der', type: 'spki' }),
    bits: known.export({ format: 'der', type: 'pkcs1' }),
  }
}
