import type { Certificate } from './certificate'
import { buildChain, requireValidAt } from './chain'
import { EdsError } from './codes'
import { OID } from './oids'
import type { Evidence, Outcome, Signer } from './outcome'
import type { ExpectedSigner, Policy, RevocationAnswer } from './policy'
import { signerOf } from './signer'
import { readTimeStamp } from './time-stamp'

/** A signature that holds over its content: what is left to ask is whose it is, and whether it counts. */
export type Signed = {
  certificate: Certificate
  /** `signingTime`, the signer's own clock. */
  claimedAt: Date | null
  /** An RFC 3161 token and the signature value that it must be over. */
  stamp: { token: Uint8Array; of: Uint8Array } | null
}

/** Clocks of signers and servers differ by minutes. */
const TOLERANCE_MS = 5 * 60 * 1000

/**
 * Chain, validity, times, kind of key, role, numbers, time stamp and revocation, in this order. The signer is told
 * with a refusal too, so that a person learns whose key it was.
 */
export async function judge(signed: Signed, policy: Policy): Promise<Outcome> {
  let signer: Signer | null = null
  try {
    signer = signerOf(signed.certificate, { claimedAt: signed.claimedAt, stampedAt: null })
    const stampedAt = stampOf(signed, policy)
    signer = { ...signer, stampedAt }
    const effective = policy.timeStamp === 'archive' && stampedAt ? stampedAt : policy.at
    const chain = buildChain(signed.certificate, policy.trust, effective)
    requireValidAt(signed.certificate, effective)
    checkTimes(signed, policy)
    requireSigningKey(signed.certificate)
    requireSigner(signer, policy.signer)
    if (policy.timeStamp === 'required' && !stampedAt) throw new EdsError('TIMESTAMP_REQUIRED')
    return await askRevocation(signed.certificate, chain, signer, policy)
  } catch (error) {
    return refusal(error, signer)
  }
}

/** An outcome of what was thrown; a fault of this library stays one. */
export function refusal(error: unknown, signer: Signer | null): Outcome {
  if (!(error instanceof EdsError)) throw error
  const { code, message, moment } = error
  return { status: 'INVALID', code, detail: message, moment, signer }
}

/** A time stamp that is there and does not hold is a fault, whether or not one was asked for. */
function stampOf({ stamp }: Signed, { trust, at }: Policy): Date | null {
  if (!stamp) return null
  const { time } = readTimeStamp(stamp.token, stamp.of, trust)
  if (time.getTime() > at.getTime() + TOLERANCE_MS)
    throw new EdsError('BAD_TIMESTAMP', 'from the future', time)
  return time
}

function checkTimes({ claimedAt }: Signed, { at, signedWithin }: Policy): void {
  if (claimedAt && claimedAt.getTime() > at.getTime() + TOLERANCE_MS) {
    throw new EdsError('SIGNING_TIME_IN_FUTURE', claimedAt.toISOString(), claimedAt)
  }
  if (signedWithin === 'any') return
  if (!claimedAt || !(at.getTime() - claimedAt.getTime() <= signedWithin)) {
    throw new EdsError('SIGNATURE_TOO_OLD', claimedAt?.toISOString() ?? 'without a time', claimedAt)
  }
}

/** A key for signing in (AUTH) has neither; НУЦ РК's keys for signing have both. */
function requireSigningKey({ keyUsage, extendedKeyUsage }: Certificate): void {
  if (!keyUsage?.nonRepudiation || !extendedKeyUsage.includes(OID.emailProtection)) {
    throw new EdsError('NOT_A_SIGNING_KEY')
  }
}

function requireSigner({ iin, bin, roles }: Signer, expected: ExpectedSigner): void {
  if (expected.kind === 'person' && (!roles.includes('person') || bin !== null)) {
    throw new EdsError('ROLE_NOT_ALLOWED', roles.join(', '))
  }
  if (expected.kind === 'organisation' && !expected.roles.some((role) => roles.includes(role))) {
    throw new EdsError('ROLE_NOT_ALLOWED', roles.join(', '))
  }
  if (!iin && (expected.iin !== 'any' || expected.kind !== 'any')) throw new EdsError('NO_IIN')
  if (expected.iin !== 'any' && iin !== expected.iin) throw new EdsError('IIN_MISMATCH')
  const wantedBin = expected.kind === 'person' ? 'none' : expected.bin
  if (wantedBin !== 'any' && bin !== (wantedBin === 'none' ? null : wantedBin))
    throw new EdsError('BIN_MISMATCH')
}

async function askRevocation(
  certificate: Certificate,
  chain: readonly Certificate[],
  signer: Signer,
  { revocation, trust, at }: Policy,
): Promise<Outcome> {
  const [issuer] = chain
  if (!issuer) throw new EdsError('UNTRUSTED_CHAIN')
  const ders = chain.map(({ der }) => der)
  const evidence: Evidence = { chain: ders, revocation: null }
  if (revocation.mode === 'off') return { status: 'VALID', code: 'OK', signer, evidence }
  const answer = await revocation.source(certificate, issuer, trust, at)
  if (answer.status === 'good') {
    const kept = { checkedAt: answer.checkedAt, response: answer.evidence }
    return { status: 'VALID', code: 'OK', signer, evidence: { ...evidence, revocation: kept } }
  }
  if (answer.status === 'unavailable' && revocation.mode === 'soft') {
    return { status: 'VALID_REVOCATION_PENDING', code: 'REVOCATION_UNAVAILABLE', signer, evidence }
  }
  throw faultOf(answer)
}

function faultOf(answer: Exclude<RevocationAnswer, { status: 'good' }>): EdsError {
  switch (answer.status) {
    case 'revoked':
      return new EdsError('CERT_REVOKED', 'revoked', answer.at)
    case 'unknown':
      return new EdsError('REVOCATION_UNKNOWN')
    case 'untrusted':
      return new EdsError('REVOCATION_UNTRUSTED', answer.why)
    case 'unavailable':
      return new EdsError('REVOCATION_UNAVAILABLE', answer.why)
  }
}
