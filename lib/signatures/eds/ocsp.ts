import { createHash } from 'node:crypto'
import { verifySignature } from './algorithms'
import type { Certificate } from './certificate'
import { buildChain, requireValidAt } from './chain'
import { EdsError } from './codes'
import { sameBytes } from './der'
import { certIdOf, sameCertId } from './ocsp-request'
import { type OcspResponse, parseOcspResponse, type SingleAnswer } from './ocsp-response'
import { OID } from './oids'
import type { RevocationAnswer } from './policy'
import type { TrustStore } from './trust-store'

/** What was asked, and what the answer is held against. */
export type OcspQuestion = {
  certificate: Certificate
  /** The authority that issued it, already trusted. */
  issuer: Certificate
  /** The octets that were sent; null for an answer that was kept, read as of the time when it was given. */
  nonce: Uint8Array | null
  trust: TrustStore
  at: Date
}

/** Clocks of services and servers differ by minutes. */
const TOLERANCE_MS = 5 * 60 * 1000

/** RFC 6960, 2.2: a service may answer so about a certificate that was never issued, and НУЦ РК does. */
const CERTIFICATE_HOLD = 6
const isNeverIssued = ({ revokedAt, reason }: { revokedAt: Date; reason: number | null }) =>
  reason === CERTIFICATE_HOLD && revokedAt.getTime() === 0

/**
 * What an OCSP response (RFC 6960, DER) says about the certificate. It counts when the authority itself or a
 * responder that it appointed signed it, when it is about this certificate, repeats the nonce and is of now. What
 * does not count is `untrusted`; only a service that says it cannot answer is `unavailable`.
 */
export function readOcspResponse(der: Uint8Array, question: OcspQuestion): RevocationAnswer {
  try {
    const response = parseOcspResponse(der)
    if ('refusal' in response) return { status: 'unavailable', why: `the service says ${response.refusal}` }
    requireSigned(response, question)
    const { status } = answerTo(response, question)
    if (status === 'good') return { status, checkedAt: question.at, evidence: der }
    if (status === 'unknown' || isNeverIssued(status)) return { status: 'unknown' }
    return { status: 'revoked', at: status.revokedAt, evidence: der }
  } catch (error) {
    if (error instanceof EdsError) return { status: 'untrusted', why: `${error.code}: ${error.message}` }
    throw error
  }
}

const untrusted = (why: string) => new EdsError('REVOCATION_UNTRUSTED', why)

function requireSigned(response: OcspResponse, question: OcspQuestion): void {
  const { tbs, signatureAlgorithm, signature, responder, certificates } = response
  const signer = [question.issuer, ...certificates].find((certificate) => isNamed(certificate, responder))
  if (!signer) throw untrusted('the certificate of who answers is not there')
  requireResponder(signer, question)
  if (!verifySignature(signatureAlgorithm, signer, tbs, signature)) throw new EdsError('BAD_SIGNATURE')
}

function isNamed(certificate: Certificate, responder: OcspResponse['responder']): boolean {
  // SHA-1 only finds the certificate here; RFC 6960, 4.2.1 fixes it.
  return 'name' in responder
    ? sameBytes(certificate.subject, responder.name)
    : sameBytes(createHash('sha1').update(certificate.publicKeyBits).digest(), responder.keyHash)
}

/** RFC 6960, 4.2.2.2: the authority itself, or one that it appointed with a certificate of its own for this. */
function requireResponder(responder: Certificate, { issuer, trust, at }: OcspQuestion): void {
  if (sameBytes(responder.der, issuer.der)) return
  const { extendedKeyUsage, keyUsage, subjectText } = responder
  if (!extendedKeyUsage.includes(OID.ocspSigning) || keyUsage?.digitalSignature === false) {
    throw untrusted(`${subjectText} may not answer for an authority`)
  }
  requireValidAt(responder, at)
  const [above] = buildChain(responder, trust, at)
  const isOfIssuer =
    above && sameBytes(above.subject, issuer.subject) && sameBytes(above.publicKeyInfo, issuer.publicKeyInfo)
  if (!isOfIssuer) throw untrusted(`${subjectText} answers for another authority`)
}

function answerTo(response: OcspResponse, { certificate, issuer, nonce, at }: OcspQuestion): SingleAnswer {
  if (nonce && !(response.nonce && sameBytes(response.nonce, nonce))) {
    throw untrusted('the nonce is not the one that was sent')
  }
  const id = certIdOf(certificate, issuer)
  const [answer, ...others] = response.answers.filter((single) => sameCertId(single.id, id))
  if (!answer) throw untrusted('the answer is about another certificate')
  if (others.length > 0) throw untrusted('there are several answers')
  requireCurrent(answer, response.producedAt, at)
  return answer
}

/** An answer without `nextUpdate`, as НУЦ РК gives it, is of the moment when it was made. */
function requireCurrent({ thisUpdate, nextUpdate }: SingleAnswer, producedAt: Date, at: Date): void {
  const latest = at.getTime() + TOLERANCE_MS
  if (thisUpdate.getTime() > latest || producedAt.getTime() > latest)
    throw untrusted('the answer is from the future')
  const until = nextUpdate ?? producedAt
  if (until.getTime() < at.getTime() - TOLERANCE_MS)
    throw untrusted(`the answer held until ${until.toISOString()}`)
}
