import 'server-only'
import { createHash } from 'node:crypto'
import { DomainError } from '@/lib/domain/error'
import { isUniqueViolation, type Tx } from '@/lib/platform/db'
import type { SignatureFormat, SignedThing } from './data'
import { decodeCms } from './eds/decode'
import type { Outcome } from './eds/outcome'

/** A signature that holds, perhaps before its revocation could be asked for. */
export type Accepted = Exclude<Outcome, { status: 'INVALID' }>

/** After the first question stayed without an answer. */
const FIRST_RECHECK_MS = 10 * 60 * 1000

type NewSignature = {
  of: SignedThing
  format: SignatureFormat
  /** As it came: a CMS is kept as DER. */
  content: Uint8Array
  signedSha256: string
  outcome: Accepted
  now: Date
}

/** Keeps an accepted signature with its evidence; the same bytes twice are a `conflict`. */
export async function recordSignature(
  tx: Tx,
  { of, format, content, signedSha256, outcome, now }: NewSignature,
): Promise<void> {
  const { signer, evidence } = outcome
  if (!signer.iin) throw new Error('an accepted signature names nobody')
  const bytes = Uint8Array.from(format === 'cms' ? decodeCms(content) : content)
  const isPending = outcome.status === 'VALID_REVOCATION_PENDING'
  await tx.signature
    .create({
      data: {
        ...of,
        format,
        content: bytes,
        sha256: createHash('sha256').update(bytes).digest('hex'),
        signedSha256,
        signerName: signer.fullName,
        signerIin: signer.iin,
        signerBin: signer.bin,
        serial: signer.serial,
        algorithm: signer.algorithm,
        certificate: Uint8Array.from(signer.certificate),
        claimedAt: signer.claimedAt,
        stampedAt: signer.stampedAt,
        receivedAt: now,
        status: isPending ? 'revocationPending' : 'valid',
        revocation: evidence.revocation ? Uint8Array.from(evidence.revocation.response) : null,
        revocationCheckedAt: evidence.revocation?.checkedAt ?? null,
        recheckAt: isPending ? new Date(now.getTime() + FIRST_RECHECK_MS) : null,
      },
    })
    .catch((error: unknown) => {
      if (isUniqueViolation(error)) throw new DomainError('conflict')
      throw error
    })
}

/** The authority has answered, after all, that the key was not revoked when the signature came. */
export async function confirmSignature(
  tx: Tx,
  id: string,
  answer: { checkedAt: Date; response: Uint8Array | null },
): Promise<void> {
  await tx.signature.updateMany({
    where: { id, status: 'revocationPending' },
    data: {
      status: 'valid',
      revocation: answer.response && Uint8Array.from(answer.response),
      revocationCheckedAt: answer.checkedAt,
      recheckAt: null,
    },
  })
}

/** The key had been revoked, or the authority never issued it. False when that was known. */
export async function refuteSignature(tx: Tx, id: string, now: Date): Promise<boolean> {
  const { count } = await tx.signature.updateMany({
    where: { id, status: { not: 'revoked' } },
    data: { status: 'revoked', revocationCheckedAt: now, recheckAt: null },
  })
  return count > 0
}
