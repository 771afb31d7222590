import { digest } from './algorithms'
import { algorithmOf, type Certificate } from './certificate'
import { context, type Element, fieldsOf, integerOf, octetsOf, sameBytes, TAG } from './der'
import { element, integer, NULL, octetString, oid, sequence } from './der-write'
import { OID } from './oids'

/** Which certificate of which authority is asked about: CertID of RFC 6960, 4.1.1. */
export type CertId = { algorithm: string; issuerName: Uint8Array; issuerKey: Uint8Array; serial: Uint8Array }

/** By SHA-256, the digest that НУЦ РК answers with. The key is hashed as the octets of its BIT STRING. */
export function certIdOf(certificate: Certificate, issuer: Certificate): CertId {
  return {
    algorithm: OID.sha256,
    issuerName: digest(OID.sha256, certificate.issuer),
    issuerKey: digest(OID.sha256, issuer.publicKeyBits),
    serial: certificate.serial,
  }
}

/** @throws EdsError MALFORMED */
export function readCertId(element: Element): CertId {
  const fields = fieldsOf(element)
  const algorithm = algorithmOf(fields.take(TAG.sequence))
  const issuerName = octetsOf(fields.take(TAG.octetString))
  const issuerKey = octetsOf(fields.take(TAG.octetString))
  const serial = integerOf(fields.take(TAG.integer))
  fields.end()
  return { algorithm, issuerName, issuerKey, serial }
}

export function writeCertId({ algorithm, issuerName, issuerKey, serial }: CertId): Uint8Array {
  const named = sequence(oid(algorithm), NULL)
  return sequence(named, octetString(issuerName), octetString(issuerKey), integer(serial))
}

export function sameCertId(a: CertId, b: CertId): boolean {
  return (
    a.algorithm === b.algorithm &&
    sameBytes(a.issuerName, b.issuerName) &&
    sameBytes(a.issuerKey, b.issuerKey) &&
    sameBytes(a.serial, b.serial)
  )
}

/**
 * An OCSP request (RFC 6960, 4.1) about one certificate, unsigned, DER.
 * @param nonce 1 to 32 octets nobody could foresee: the answer repeats them, and so cannot be an old one
 */
export function buildOcspRequest(
  certificate: Certificate,
  issuer: Certificate,
  nonce: Uint8Array,
): Uint8Array {
  const asked = sequence(writeCertId(certIdOf(certificate, issuer)))
  return sequence(sequence(sequence(asked), element(context(2), sequence(nonceExtension(nonce)))))
}

/** RFC 8954, 2.1: the nonce lies in an OCTET STRING of its own inside the extension's. */
export const nonceExtension = (nonce: Uint8Array): Uint8Array =>
  sequence(oid(OID.ocspNonce), octetString(octetString(nonce)))
