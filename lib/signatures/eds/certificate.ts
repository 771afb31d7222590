import { EdsError } from './codes'
import {
  bitsOf,
  booleanOf,
  childrenOf,
  context,
  type Element,
  Fields,
  fieldsOf,
  hasBit,
  integerOf,
  octetsOf,
  oidOf,
  parseElement,
  smallIntegerOf,
  TAG,
  timeOf,
} from './der'
import { attributesOf, nameText } from './distinguished-name'
import { type Extension, readExtensions } from './extensions'
import { OID } from './oids'

/** An X.509 certificate, read (RFC 5280). Reading says nothing about trust. */
export type Certificate = {
  der: Uint8Array
  /** The signed part, whole. */
  tbs: Uint8Array
  /** Octets of the number, without a leading zero. */
  serial: Uint8Array
  /** DER of the names. */
  issuer: Uint8Array
  subject: Uint8Array
  /** «CN=…, C=KZ», for people. */
  issuerText: string
  subjectText: string
  /** The values of each attribute of the subject, by OID. */
  subjectAttributes: ReadonlyMap<string, readonly string[]>
  validFrom: Date
  validTo: Date
  /** SubjectPublicKeyInfo, whole; and its BIT STRING's octets, as OCSP hashes them. */
  publicKeyInfo: Uint8Array
  publicKeyBits: Uint8Array
  keyAlgorithm: string
  signatureAlgorithm: string
  signature: Uint8Array
  isCa: boolean
  /** How many authorities may stand below this one; null: no limit is named. */
  pathLength: number | null
  /** null: the extension is absent. */
  keyUsage: KeyUsage | null
  extendedKeyUsage: readonly string[]
  /** The extension is marked critical, as RFC 3161 asks of a time-stamp authority. */
  extendedKeyUsageIsCritical: boolean
  subjectKeyId: Uint8Array | null
  authorityKeyId: Uint8Array | null
  ocspUrls: readonly string[]
  crlUrls: readonly string[]
}

export type KeyUsage = {
  digitalSignature: boolean
  nonRepudiation: boolean
  keyCertSign: boolean
  crlSign: boolean
}

/** Extensions that are read, or that need no reading to be respected. Any other critical one is refused. */
const UNDERSTOOD: ReadonlySet<string> = new Set([
  OID.subjectKeyIdentifier,
  OID.keyUsage,
  OID.basicConstraints,
  OID.crlDistributionPoints,
  OID.certificatePolicies,
  OID.authorityKeyIdentifier,
  OID.extendedKeyUsage,
  OID.authorityInfoAccess,
])

/** A certificate has one or two kilobytes; a megabyte of names would only keep its reader busy. */
const MOST_OCTETS = 64 * 1024

/** @throws EdsError MALFORMED, TRAILING_BYTES */
export function parseCertificate(der: Uint8Array): Certificate {
  if (der.length > MOST_OCTETS) throw new EdsError('MALFORMED', `a certificate of ${der.length} octets`)
  const whole = parseElement(der)
  const outer = fieldsOf(whole)
  const tbs = outer.take(TAG.sequence)
  const outerAlgorithm = outer.take(TAG.sequence)
  const signature = bitsOf(outer.take(TAG.bitString))
  outer.end()
  const fields = new Fields(tbs.content)
  const version = fields.optional(context(0))
  const serial = integerOf(fields.take(TAG.integer))
  const algorithm = fields.take(TAG.sequence)
  const issuer = fields.take(TAG.sequence)
  const validity = fieldsOf(fields.take(TAG.sequence))
  const validFrom = timeOf(validity.any())
  const validTo = timeOf(validity.any())
  validity.end()
  const subject = fields.take(TAG.sequence)
  const publicKeyInfo = fields.take(TAG.sequence)
  fields.optional(context(1, false))
  fields.optional(context(2, false))
  const wrapped = fields.optional(context(3))
  const extensions = readExtensions(wrapped ? childrenOf(parseElement(wrapped.content)) : [], UNDERSTOOD)
  fields.end()
  if (Buffer.compare(algorithm.bytes, outerAlgorithm.bytes) !== 0) {
    throw new EdsError('MALFORMED', 'the certificate names two signature algorithms')
  }
  // RFC 5280, 4.1.2.1: only version 3 has extensions.
  const isThird = version !== null && smallIntegerOf(parseElement(version.content)) === 2
  if (!isThird && extensions.size > 0) throw new EdsError('MALFORMED', 'only version 3 has extensions')

  const key = fieldsOf(publicKeyInfo)
  const keyAlgorithm = algorithmOf(key.take(TAG.sequence))
  const publicKeyBits = bitsOf(key.take(TAG.bitString))
  key.end()
  return {
    der: whole.bytes,
    tbs: tbs.bytes,
    serial,
    issuer: issuer.bytes,
    subject: subject.bytes,
    issuerText: nameText(issuer),
    subjectText: nameText(subject),
    subjectAttributes: attributesOf(subject),
    validFrom,
    validTo,
    publicKeyInfo: publicKeyInfo.bytes,
    publicKeyBits,
    keyAlgorithm,
    signatureAlgorithm: algorithmOf(outerAlgorithm),
    signature,
    ...basicConstraints(extensions.get(OID.basicConstraints)),
    keyUsage: keyUsage(extensions.get(OID.keyUsage)),
    extendedKeyUsage: listOf(extensions.get(OID.extendedKeyUsage)).map(oidOf),
    extendedKeyUsageIsCritical: extensions.get(OID.extendedKeyUsage)?.isCritical ?? false,
    subjectKeyId: keyId(extensions.get(OID.subjectKeyIdentifier)),
    authorityKeyId: authorityKeyId(extensions.get(OID.authorityKeyIdentifier)),
    ocspUrls: ocspUrls(extensions.get(OID.authorityInfoAccess)),
    crlUrls: crlUrls(extensions.get(OID.crlDistributionPoints)),
  }
}

/** The OID of an AlgorithmIdentifier; its parameters follow from the OID in every algorithm that is supported. */
export function algorithmOf(element: Element): string {
  return oidOf(fieldsOf(element).take(TAG.oid))
}

const listOf = (extension: Extension | undefined): Element[] =>
  extension ? childrenOf(parseElement(extension.value)) : []

function basicConstraints(extension: Extension | undefined): { isCa: boolean; pathLength: number | null } {
  if (!extension) return { isCa: false, pathLength: null }
  const fields = fieldsOf(parseElement(extension.value))
  const isCa = fields.optional(TAG.boolean)
  const length = fields.optional(TAG.integer)
  fields.end()
  return { isCa: isCa !== null && booleanOf(isCa), pathLength: length && smallIntegerOf(length) }
}

function keyUsage(extension: Extension | undefined): KeyUsage | null {
  if (!extension) return null
  const bits = parseElement(extension.value)
  return {
    digitalSignature: hasBit(bits, 0),
    nonRepudiation: hasBit(bits, 1),
    keyCertSign: hasBit(bits, 5),
    crlSign: hasBit(bits, 6),
  }
}

const keyId = (extension: Extension | undefined): Uint8Array | null =>
  extension ? octetsOf(parseElement(extension.value)) : null

function authorityKeyId(extension: Extension | undefined): Uint8Array | null {
  return listOf(extension).find(({ tag }) => tag === context(0, false))?.content ?? null
}

const URI = context(6, false)
const uriOf = (name: Element): string => Buffer.from(name.content).toString('latin1')

function ocspUrls(extension: Extension | undefined): string[] {
  return listOf(extension).flatMap((description) => {
    const fields = fieldsOf(description)
    const method = oidOf(fields.take(TAG.oid))
    const location = fields.any()
    return method === OID.ocsp && location.tag === URI ? [uriOf(location)] : []
  })
}

function crlUrls(extension: Extension | undefined): string[] {
  return listOf(extension).flatMap((point) => {
    const name = fieldsOf(point).optional(context(0))
    const full = name && new Fields(name.content).optional(context(0))
    if (!full) return []
    return childrenOf(full, context(0)).flatMap((uri) => (uri.tag === URI ? [uriOf(uri)] : []))
  })
}
