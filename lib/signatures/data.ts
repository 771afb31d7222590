import 'server-only'
import type { Tx } from '@/lib/platform/db'
import type { Prisma } from '@/prisma/generated/client'

export const SIGNATURE_STATES = ['valid', 'revocationPending', 'revoked'] as const
export type SignatureState = (typeof SIGNATURE_STATES)[number]

export type SignatureFormat = 'cms' | 'xml'

/** What a signature is over: a frozen statement, or an issued paper. */
export type SignedThing = { revisionId: string } | { paperId: string }

/** A signature as it was given, and what checking it said. */
export type KeptSignature = {
  id: string
  format: SignatureFormat
  content: Uint8Array
  signedSha256: string
  signerName: string
  signerIin: string
  signerBin: string | null
  serial: string
  algorithm: string
  claimedAt: Date | null
  stampedAt: Date | null
  receivedAt: Date
  status: SignatureState
  revocationCheckedAt: Date | null
}

const SELECT = {
  id: true,
  format: true,
  content: true,
  signedSha256: true,
  signerName: true,
  signerIin: true,
  signerBin: true,
  serial: true,
  algorithm: true,
  claimedAt: true,
  stampedAt: true,
  receivedAt: true,
  status: true,
  revocationCheckedAt: true,
} as const satisfies Prisma.SignatureSelect

/** The signatures of one thing, oldest first. Whoever may read the thing may read them. */
export async function listSignatures(tx: Tx, of: SignedThing): Promise<KeptSignature[]> {
  const rows = await tx.signature.findMany({ where: of, orderBy: { id: 'asc' }, select: SELECT })
  return rows.map((row) => ({ ...row, format: toFormat(row.format), status: toSignatureState(row.status) }))
}

function toFormat(value: string): SignatureFormat {
  if (value !== 'cms' && value !== 'xml') throw new Error(`unknown format of a signature ${value}`)
  return value
}

export function toSignatureState(value: string): SignatureState {
  const state = SIGNATURE_STATES.find((s) => s === value)
  if (!state) throw new Error(`unknown state of a signature ${value}`)
  return state
}
