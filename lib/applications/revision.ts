import 'server-only'
import { type Snapshot, snapshotSchema } from '@/lib/domain/snapshot'
import type { Tx } from '@/lib/platform/db'
import { type SignatureState, toSignatureState } from '@/lib/signatures/data'
import type { Prisma } from '@/prisma/generated/client'

const SIGNED_BY = ['scan', 'atSchool', 'cms'] as const
/** By hand and scanned, by hand at the visit, or with an EDS. */
export type SignedBy = (typeof SIGNED_BY)[number]

/** The applicant's electronic signature; its bytes are read where they are needed. */
export type StatementSignature = {
  signerName: string
  serial: string
  receivedAt: Date
  status: SignatureState
}

export type Revision = {
  id: string
  ordinal: number
  mark: string
  snapshot: Snapshot
  statementSha256: string
  createdAt: Date
  signedBy: SignedBy | null
  signedAt: Date | null
  scanId: string | null
  /** Of a statement that is signed by `cms`. */
  eds: StatementSignature | null
}

export const REVISION_SELECT = {
  id: true,
  ordinal: true,
  mark: true,
  snapshot: true,
  statementSha256: true,
  createdAt: true,
  signedBy: true,
  signedAt: true,
  scanId: true,
  signatures: {
    orderBy: { id: 'desc' },
    take: 1,
    select: { signerName: true, serial: true, receivedAt: true, status: true },
  },
} as const satisfies Prisma.RevisionSelect

type Row = Prisma.RevisionGetPayload<{ select: typeof REVISION_SELECT }>

export function toRevision({ signatures, ...row }: Row): Revision {
  const signedBy = SIGNED_BY.find((way) => way === row.signedBy) ?? null
  const [eds] = signedBy === 'cms' ? signatures : []
  return {
    ...row,
    snapshot: snapshotSchema.parse(row.snapshot),
    signedBy,
    eds: eds ? { ...eds, status: toSignatureState(eds.status) } : null,
  }
}

type Signed = Pick<Revision, 'signedBy' | 'scanId' | 'eds'>

/** A signature that counts is there: a scan, from the parent or from the visit, or an EDS that was not revoked. */
export function isSigned({ signedBy, scanId, eds }: Signed): boolean {
  if (scanId !== null) return signedBy !== null
  return signedBy === 'cms' && eds !== null && eds.status !== 'revoked'
}

/** A way to sign was taken; at the visit one signs after sending. */
export function maySend(revision: Signed): boolean {
  return revision.signedBy === 'cms' ? isSigned(revision) : revision.signedBy !== null
}

/** What was sent has to be signed by hand at the visit: that was chosen, or the key turned out to be revoked. */
export function isForVisit({ signedBy, eds }: Signed): boolean {
  return signedBy === 'atSchool' || (signedBy === 'cms' && eds?.status === 'revoked')
}

/**
 * An edit voids what was printed or signed: the frozen revision stays on file, the application has none.
 * True when there was one.
 */
export async function voidRevision(tx: Tx, applicationId: string, now: Date): Promise<boolean> {
  const { count } = await tx.revision.updateMany({
    where: { currentOf: { id: applicationId, status: { in: ['draft', 'correction'] } } },
    data: { voidedAt: now },
  })
  if (count === 0) return false
  // The scan of a statement that no longer counts is nobody's to open.
  await tx.applicationDocument.updateMany({
    where: { applicationId, slot: 'signedStatement', removedAt: null },
    data: { removedAt: now },
  })
  await tx.application.update({
    where: { id: applicationId },
    data: { currentRevisionId: null, updatedAt: now },
  })
  return true
}
