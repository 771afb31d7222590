import { algorithmOf, type Certificate, parseCertificate } from './certificate'
import { EdsError } from './codes'
import {
  bitsOf,
  childrenOf,
  context,
  type Element,
  Fields,
  fieldsOf,
  octetsOf,
  oidOf,
  parseElement,
  smallIntegerOf,
  TAG,
  timeOf,
} from './der'
import { readExtensions } from './extensions'
import { type CertId, readCertId } from './ocsp-request'
import { OID } from './oids'

/** An answer about one certificate. `reason` is that of RFC 5280, 5.3.1. */
export type SingleAnswer = {
  id: CertId
  status: 'good' | 'unknown' | { revokedAt: Date; reason: number | null }
  thisUpdate: Date
  nextUpdate: Date | null
}

/** A signed answer of RFC 6960, 4.2.1, read. Reading says nothing about trust. */
export type OcspResponse = {
  /** The signed part, whole. */
  tbs: Uint8Array
  /** Who answers: DER of the name, or SHA-1 of the key. */
  responder: { name: Uint8Array } | { keyHash: Uint8Array }
  producedAt: Date
  answers: readonly SingleAnswer[]
  nonce: Uint8Array | null
  signatureAlgorithm: string
  signature: Uint8Array
  certificates: readonly Certificate[]
}

/** What a service says, unsigned, instead of an answer. */
const REFUSALS: ReadonlyMap<number, string> = new Map([
  [1, 'malformedRequest'],
  [2, 'internalError'],
  [3, 'tryLater'],
  [5, 'sigRequired'],
  [6, 'unauthorized'],
])

/** The answer, or the word with which the service refuses one. @throws EdsError MALFORMED, TRAILING_BYTES */
export function parseOcspResponse(der: Uint8Array): OcspResponse | { refusal: string } {
  const outer = fieldsOf(parseElement(der))
  const status = smallIntegerOf(outer.take(TAG.enumerated), TAG.enumerated)
  const refusal = REFUSALS.get(status)
  if (refusal) {
    outer.end()
    return { refusal }
  }
  if (status !== 0) throw new EdsError('MALFORMED', `response status ${status}`)
  const wrapped = outer.take(context(0))
  outer.end()
  const body = fieldsOf(parseElement(wrapped.content))
  const type = oidOf(body.take(TAG.oid))
  if (type !== OID.ocspBasic) throw new EdsError('MALFORMED', `response type ${type}`)
  const basic = octetsOf(body.take(TAG.octetString))
  body.end()
  return readBasic(parseElement(basic))
}

function readBasic(element: Element): OcspResponse {
  const fields = fieldsOf(element)
  const data = fields.take(TAG.sequence)
  const signatureAlgorithm = algorithmOf(fields.take(TAG.sequence))
  const signature = bitsOf(fields.take(TAG.bitString))
  const certificates = fields.optional(context(0))
  fields.end()
  return {
    ...readData(data),
    tbs: data.bytes,
    signatureAlgorithm,
    signature,
    certificates: certificates
      ? childrenOf(parseElement(certificates.content)).map(({ bytes }) => parseCertificate(bytes))
      : [],
  }
}

function readData(data: Element): Pick<OcspResponse, 'responder' | 'producedAt' | 'answers' | 'nonce'> {
  const fields = fieldsOf(data)
  const version = fields.optional(context(0))
  if (version && smallIntegerOf(parseElement(version.content)) !== 0) {
    throw new EdsError('MALFORMED', 'an unknown version of the response')
  }
  const responder = readResponder(fields.any())
  const producedAt = timeOf(fields.take(TAG.generalizedTime))
  const answers = childrenOf(fields.take(TAG.sequence)).map(readSingle)
  const nonce = extensionsOf(fields.optional(context(1))).get(OID.ocspNonce)
  fields.end()
  return { responder, producedAt, answers, nonce: nonce ? octetsOf(parseElement(nonce.value)) : null }
}

function readResponder(element: Element): OcspResponse['responder'] {
  const inner = parseElement(element.content)
  if (element.tag === context(1)) return { name: inner.bytes }
  if (element.tag === context(2)) return { keyHash: octetsOf(inner) }
  throw new EdsError('MALFORMED', 'who answers is not said')
}

function readSingle(element: Element): SingleAnswer {
  const fields = fieldsOf(element)
  const id = readCertId(fields.take(TAG.sequence))
  const status = readStatus(fields.any())
  const thisUpdate = timeOf(fields.take(TAG.generalizedTime))
  const next = fields.optional(context(0))
  extensionsOf(fields.optional(context(1)))
  fields.end()
  return { id, status, thisUpdate, nextUpdate: next && timeOf(parseElement(next.content)) }
}

function readStatus(element: Element): SingleAnswer['status'] {
  if (element.tag === context(0, false)) return 'good'
  if (element.tag === context(2, false)) return 'unknown'
  const fields = fieldsOf(element, context(1))
  const revokedAt = timeOf(fields.take(TAG.generalizedTime))
  const reason = fields.optional(context(0))
  fields.end()
  return {
    revokedAt,
    reason: reason && smallIntegerOf(new Fields(reason.content).take(TAG.enumerated), TAG.enumerated),
  }
}

const UNDERSTOOD: ReadonlySet<string> = new Set([OID.ocspNonce])

const extensionsOf = (wrapped: Element | null) =>
  readExtensions(wrapped ? childrenOf(parseElement(wrapped.content)) : [], UNDERSTOOD)
