import { createHash } from 'node:crypto'
import { digest } from './algorithms'
import { algorithmOf, type Certificate } from './certificate'
import { buildChain, requireValidAt } from './chain'
import { certificateOf, checkSignature, parseSignedData } from './cms'
import { EdsError } from './codes'
import {
  childrenOf,
  context,
  type Element,
  Fields,
  fieldsOf,
  octetsOf,
  oidOf,
  parseElement,
  sameBytes,
  smallIntegerOf,
  TAG,
  timeOf,
} from './der'
import { readExtensions } from './extensions'
import { OID } from './oids'
import type { TrustStore } from './trust-store'

/** When, and by whose word. */
export type TimeStamp = { time: Date; authority: Certificate }

/** What a time-stamp authority signs: TSTInfo of RFC 3161, 2.4.2. */
export type TimeStampInfo = { policy: string; imprint: { algorithm: string; digest: Uint8Array }; time: Date }

/**
 * The moment that a token (RFC 3161, DER) proves: `stamped` existed by then. In CAdES-T that is the value of the
 * signature.
 * @throws EdsError BAD_TIMESTAMP for every fault, an unsupported algorithm included; the cause stands in the detail
 */
export function readTimeStamp(token: Uint8Array, stamped: Uint8Array, trust: TrustStore): TimeStamp {
  return orBadTimeStamp(() => {
    const stamp = openTimeStamp(token, stamped)
    requireTimeStampAuthority(stamp.authority)
    requireValidAt(stamp.authority, stamp.time)
    buildChain(stamp.authority, trust, stamp.time)
    return stamp
  })
}

/**
 * Whether the token is about `stamped` and signed by the certificate that it brings along; of trust it says nothing.
 * @throws EdsError of CMS, and BAD_TIMESTAMP
 */
export function openTimeStamp(token: Uint8Array, stamped: Uint8Array): TimeStamp {
  const message = parseSignedData(token)
  const [signer, ...others] = message.signers
  if (!signer || others.length > 0) throw new EdsError('ONE_SIGNER_EXPECTED')
  const { contentType, content } = message
  if (contentType !== OID.timeStampInfo || !content) throw bad('the token holds no time')
  const { imprint, time } = readTimeStampInfo(content)
  if (!sameBytes(imprint.digest, digest(imprint.algorithm, stamped)))
    throw bad('the time stamp is of something else')

  const authority = certificateOf(message, signer)
  checkSignature(message, signer, authority, content)
  const bound = signer.attributes.get(OID.signingCertificate)
  if (bound && !namesBySha1(bound, authority)) throw new EdsError('CERTIFICATE_MISMATCH')
  return { time, authority }
}

/** @throws EdsError MALFORMED, TRAILING_BYTES */
export function readTimeStampInfo(der: Uint8Array): TimeStampInfo {
  const fields = fieldsOf(parseElement(der))
  if (smallIntegerOf(fields.take(TAG.integer)) !== 1) throw bad('an unknown version of the time stamp')
  const policy = oidOf(fields.take(TAG.oid))
  const imprint = fieldsOf(fields.take(TAG.sequence))
  const algorithm = algorithmOf(imprint.take(TAG.sequence))
  const hash = octetsOf(imprint.take(TAG.octetString))
  imprint.end()
  fields.take(TAG.integer)
  const time = timeOf(fields.take(TAG.generalizedTime))
  // Accuracy, ordering, nonce and name add nothing here: the certificate says who it was.
  fields.optional(TAG.sequence)
  fields.optional(TAG.boolean)
  fields.optional(TAG.integer)
  fields.optional(context(0))
  const extensions = fields.optional(context(1))
  fields.end()
  readExtensions(extensions ? childrenOf(extensions, context(1)) : [], new Set())
  return { policy, imprint: { algorithm, digest: hash }, time }
}

/** The token in what a time-stamp authority answers: TimeStampResp of RFC 3161, 2.4.2. @throws EdsError BAD_TIMESTAMP */
export function tokenOf(response: Uint8Array): Uint8Array {
  return orBadTimeStamp(() => {
    const fields = fieldsOf(parseElement(response))
    const status = smallIntegerOf(fieldsOf(fields.take(TAG.sequence)).take(TAG.integer))
    // 0 granted, 1 granted with modifications; all others come without a token.
    if (status > 1) throw bad(`the authority refused with status ${status}`)
    const token = fields.take(TAG.sequence)
    fields.end()
    return token.bytes
  })
}

const bad = (why: string) => new EdsError('BAD_TIMESTAMP', why)

function orBadTimeStamp<T>(read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (error instanceof EdsError && error.code !== 'BAD_TIMESTAMP')
      throw bad(`${error.code}: ${error.message}`)
    throw error
  }
}

/** RFC 3161, 2.3: the key is for time stamps and for nothing else, and the certificate says so with force. */
function requireTimeStampAuthority({
  extendedKeyUsage,
  extendedKeyUsageIsCritical,
  subjectText,
}: Certificate): void {
  const [usage, ...others] = extendedKeyUsage
  if (usage !== OID.timeStamping || others.length > 0 || !extendedKeyUsageIsCritical) {
    throw bad(`${subjectText} is no time-stamp authority`)
  }
}

/** RFC 2634, 5.4: the first ESSCertID is the signer's. */
function namesBySha1(attribute: Element, certificate: Certificate): boolean {
  const list = fieldsOf(attribute).take(TAG.sequence)
  const first = fieldsOf(new Fields(list.content).take(TAG.sequence))
  return sameBytes(octetsOf(first.take(TAG.octetString)), createHash('sha1').update(certificate.der).digest())
}
