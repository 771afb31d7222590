import { verifySignature } from './algorithms'
import { algorithmOf, type Certificate } from './certificate'
import { EdsError } from './codes'
import { indexEntries, serialKey } from './crl-entries'
import {
  bitsOf,
  childrenOf,
  context,
  type Element,
  Fields,
  fieldsOf,
  integerOf,
  parseElement,
  readElement,
  sameBytes,
  smallIntegerOf,
  TAG,
  timeOf,
  toHex,
} from './der'
import { type Extension, readExtensions } from './extensions'
import { OID } from './oids'

export type CrlEntry = { revokedAt: Date; reason: number | null }

/** A certificate revocation list of RFC 5280, 5, read. Reading says nothing about trust. */
export type Crl = {
  der: Uint8Array
  /** The signed part, whole. */
  tbs: Uint8Array
  signatureAlgorithm: string
  signature: Uint8Array
  /** DER of the name. */
  issuer: Uint8Array
  authorityKeyId: Uint8Array | null
  number: bigint | null
  /** Of a delta: the number of the complete list that it goes with. */
  baseNumber: bigint | null
  thisUpdate: Date
  nextUpdate: Date
  /** null: the list does not name this number. @throws EdsError MALFORMED */
  entryOf: (serial: Uint8Array) => CrlEntry | null
}

/** Others that are critical narrow down what a list is about, and НУЦ РК's are about everything. */
const UNDERSTOOD: ReadonlySet<string> = new Set([
  OID.deltaCrlIndicator,
  OID.authorityKeyIdentifier,
  OID.crlNumber,
])

/** @throws EdsError MALFORMED, TRAILING_BYTES */
export function readCrl(der: Uint8Array): Crl {
  const outer = fieldsOf(parseElement(der))
  const tbs = outer.take(TAG.sequence)
  const algorithm = outer.take(TAG.sequence)
  const signature = bitsOf(outer.take(TAG.bitString))
  outer.end()

  const fields = fieldsOf(tbs)
  const version = fields.optional(TAG.integer)
  if (version && smallIntegerOf(version) !== 1)
    throw new EdsError('MALFORMED', 'an unknown version of the list')
  const inner = fields.take(TAG.sequence)
  if (!sameBytes(inner.bytes, algorithm.bytes)) {
    throw new EdsError('MALFORMED', 'the list names two signature algorithms')
  }
  const issuer = fields.take(TAG.sequence).bytes
  const thisUpdate = timeOf(fields.any())
  // RFC 5280, 5.1.2.5 demands it: without it nobody could tell an old list from the last one.
  const nextUpdate = timeOf(fields.any())
  const list = fields.optional(TAG.sequence)
  const wrapped = fields.optional(context(0))
  fields.end()
  const extensions = readExtensions(wrapped ? childrenOf(parseElement(wrapped.content)) : [], UNDERSTOOD)
  return {
    der,
    tbs: tbs.bytes,
    signatureAlgorithm: algorithmOf(algorithm),
    signature,
    issuer,
    authorityKeyId: keyIdOf(extensions.get(OID.authorityKeyIdentifier)),
    number: numberOf(extensions.get(OID.crlNumber)),
    baseNumber: numberOf(extensions.get(OID.deltaCrlIndicator)),
    thisUpdate,
    nextUpdate,
    entryOf: entriesOf(list),
  }
}

function entriesOf(list: Element | null): Crl['entryOf'] {
  if (!list) return () => null
  const offsets = indexEntries(list.content)
  return (serial) => {
    const at = offsets.get(serialKey(serial))
    return at === undefined ? null : readEntry(readElement(list.content.subarray(at)))
  }
}

function readEntry(element: Element): CrlEntry {
  const fields = fieldsOf(element)
  fields.take(TAG.integer)
  const revokedAt = timeOf(fields.any())
  const list = fields.optional(TAG.sequence)
  fields.end()
  const reason = readExtensions(list ? childrenOf(list) : [], new Set([OID.reasonCode])).get(OID.reasonCode)
  return { revokedAt, reason: reason ? smallIntegerOf(parseElement(reason.value), TAG.enumerated) : null }
}

const numberOf = (extension: Extension | undefined): bigint | null =>
  extension ? BigInt(`0x${toHex(integerOf(parseElement(extension.value)))}`) : null

const keyIdOf = (extension: Extension | undefined): Uint8Array | null =>
  extension
    ? (new Fields(parseElement(extension.value).content).optional(context(0, false))?.content ?? null)
    : null

/**
 * That the authority signed the list.
 * @throws EdsError REVOCATION_UNTRUSTED, BAD_SIGNATURE, UNSUPPORTED_ALGORITHM
 */
export function verifyCrl(crl: Crl, issuer: Certificate): void {
  const { authorityKeyId, signatureAlgorithm, tbs, signature } = crl
  const isNamed =
    sameBytes(crl.issuer, issuer.subject) &&
    (!authorityKeyId || !issuer.subjectKeyId || sameBytes(authorityKeyId, issuer.subjectKeyId))
  if (!isNamed) throw new EdsError('REVOCATION_UNTRUSTED', `the list is not of ${issuer.subjectText}`)
  if (!issuer.isCa || issuer.keyUsage?.crlSign === false) {
    throw new EdsError('REVOCATION_UNTRUSTED', `${issuer.subjectText} may not sign lists`)
  }
  if (!verifySignature(signatureAlgorithm, issuer, tbs, signature)) throw new EdsError('BAD_SIGNATURE')
}

/** When the certificate with this number was revoked; null when it is not. @throws EdsError MALFORMED */
export const revokedAt = (crl: Crl, serial: Uint8Array): Date | null => crl.entryOf(serial)?.revokedAt ?? null

const REMOVE_FROM_CRL = 8

/** Whether a delta goes on where the complete list stops; RFC 5280, 5.2.4. */
export const goesWith = (delta: Crl, base: Crl): boolean =>
  delta.baseNumber !== null &&
  delta.number !== null &&
  base.number !== null &&
  base.baseNumber === null &&
  sameBytes(delta.issuer, base.issuer) &&
  delta.baseNumber <= base.number &&
  base.number <= delta.number

/** The complete list as the delta leaves it. Both must have been verified, and the delta go with the list. */
export function withDelta(base: Crl, delta: Crl): Crl {
  if (!goesWith(delta, base)) throw new EdsError('REVOCATION_UNTRUSTED', 'the delta goes with another list')
  return {
    ...delta,
    baseNumber: null,
    entryOf: (serial) => {
      const change = delta.entryOf(serial)
      if (!change) return base.entryOf(serial)
      return change.reason === REMOVE_FROM_CRL ? null : change
    },
  }
}
