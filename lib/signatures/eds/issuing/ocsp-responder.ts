import type { Certificate } from '../certificate'
import { EdsError } from '../codes'
import { childrenOf, context, fieldsOf, octetsOf, parseElement, TAG, toHex } from '../der'
import { bitString, element, generalizedTime, octetString, oid, sequence } from '../der-write'
import { readExtensions } from '../extensions'
import { type CertId, certIdOf, nonceExtension, readCertId, sameCertId, writeCertId } from '../ocsp-request'
import { OID } from '../oids'
import type { Issued } from './authority'
import { algorithmIdentifier, signWith } from './keys'

export type CertificateStatus = 'good' | 'unknown' | { revokedAt: Date; reason?: number }

/** What is not said is as НУЦ РК answers; the rest makes answers that must be refused. */
export type OcspAnswerOptions = {
  withoutNonce?: boolean
  withoutCertificate?: boolean
  /** The responder is named by SHA-1 of its key, not by its name. */
  keyHash?: Uint8Array
  thisUpdate?: Date
  nextUpdate?: Date
  /** Extensions of the whole answer, beside the nonce. */
  extensions?: readonly Uint8Array[]
}

/**
 * Answers an OCSP request (DER) as the authority's responder does; a request that cannot be read is answered with
 * `malformedRequest`.
 * @param issuer the authority that is answered for; certificates of others are unknown
 * @param statusOf by the serial number in small hexadecimal digits
 */
export function answerOcsp(
  request: Uint8Array,
  responder: Pick<Issued, 'certificate' | 'key'>,
  issuer: Certificate,
  statusOf: (serialHex: string) => CertificateStatus,
  at: Date,
  options: OcspAnswerOptions = {},
): Uint8Array {
  const asked = readRequest(request)
  if (!asked) return ocspRefusal(1)
  const answers = asked.ids.map((id) => {
    const isOurs = sameCertId(id, certIdOf({ ...issuer, issuer: issuer.subject, serial: id.serial }, issuer))
    return single(id, isOurs ? statusOf(toHex(id.serial)) : 'unknown', at, options)
  })
  const { nonce } = asked
  const extensions = [
    ...(nonce && !options.withoutNonce ? [nonceExtension(nonce)] : []),
    ...(options.extensions ?? []),
  ]
  const { certificate, key } = responder
  const data = sequence(
    options.keyHash
      ? element(context(2), octetString(options.keyHash))
      : element(context(1), certificate.subject),
    generalizedTime(at),
    sequence(...answers),
    ...(extensions.length > 0 ? [element(context(1), sequence(...extensions))] : []),
  )
  const { algorithm, signature } = signWith(key, data)
  const basic = sequence(
    data,
    algorithmIdentifier(algorithm),
    bitString(signature),
    ...(options.withoutCertificate ? [] : [element(context(0), sequence(certificate.der))]),
  )
  return sequence(
    element(TAG.enumerated, Uint8Array.of(0)),
    element(context(0), sequence(oid(OID.ocspBasic), octetString(basic))),
  )
}

/** An answer without one: 1 malformedRequest, 2 internalError, 3 tryLater; RFC 6960, 4.2.1. */
export const ocspRefusal = (status: number): Uint8Array =>
  sequence(element(TAG.enumerated, Uint8Array.of(status)))

function readRequest(der: Uint8Array): { ids: readonly CertId[]; nonce: Uint8Array | null } | null {
  try {
    const fields = fieldsOf(fieldsOf(parseElement(der)).take(TAG.sequence))
    const ids = childrenOf(fields.take(TAG.sequence)).map((one) =>
      readCertId(fieldsOf(one).take(TAG.sequence)),
    )
    const wrapped = fields.optional(context(2))
    const list = wrapped ? childrenOf(parseElement(wrapped.content)) : []
    const nonce = readExtensions(list, new Set([OID.ocspNonce])).get(OID.ocspNonce)
    return { ids, nonce: nonce ? octetsOf(parseElement(nonce.value)) : null }
  } catch (error) {
    if (error instanceof EdsError) return null
    throw error
  }
}

function single(id: CertId, status: CertificateStatus, at: Date, options: OcspAnswerOptions): Uint8Array {
  const { thisUpdate = at, nextUpdate } = options
  return sequence(
    writeCertId(id),
    statusElement(status),
    generalizedTime(thisUpdate),
    ...(nextUpdate ? [element(context(0), generalizedTime(nextUpdate))] : []),
  )
}

function statusElement(status: CertificateStatus): Uint8Array {
  if (status === 'good') return element(context(0, false))
  if (status === 'unknown') return element(context(2, false))
  const { revokedAt, reason } = status
  const named =
    reason === undefined ? [] : [element(context(0), element(TAG.enumerated, Uint8Array.of(reason)))]
  return element(context(1), generalizedTime(revokedAt), ...named)
}
