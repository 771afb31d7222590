import 'server-only'
import { type Snapshot, snapshotSchema } from '@/lib/domain/snapshot'
import type { Status } from '@/lib/domain/status'
import type { Tx } from '@/lib/platform/db'
import { type SignatureState, toSignatureState } from '@/lib/signatures/data'
import type { Prisma } from '@/prisma/generated/client'

const SIGNED_BY = ['scan', 'atSchool', 'cms'] as const
/** By hand and scanned, by hand at the visit, or with an EDS. */
export type SignedBy = (typeof SIGNED_BY)[number]

/** Of a revision that a tick confirms: it has the signature of an earlier one. */
export const TICK = 'tick'

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
  /** The statement that the signature stands under: its own, or that of the revision which a tick confirms. */
  signed: SignedStatement
  /** When the applicant confirmed by a tick that only documents were replaced; null for a revision signed itself. */
  confirmedAt: Date | null
}

export type SignedStatement = Pick<Revision, 'id' | 'ordinal' | 'mark' | 'statementSha256'>

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

function toRevision({ signatures, ...row }: Row): Revision {
  const signedBy = SIGNED_BY.find((way) => way === row.signedBy) ?? null
  const [eds] = signedBy === 'cms' ? signatures : []
  return {
    ...row,
    snapshot: snapshotSchema.parse(row.snapshot),
    signedBy,
    eds: eds ? { ...eds, status: toSignatureState(eds.status) } : null,
    signed: row,
    confirmedAt: null,
  }
}

/** One that a tick confirms is signed as the revision is whose words it keeps. */
export async function readRevision(tx: Tx, row: Row): Promise<Revision> {
  const revision = toRevision(row)
  const { confirms } = revision.snapshot
  if (row.signedBy !== TICK || !confirms) return revision
  const base = await tx.revision.findUniqueOrThrow({
    where: { id: confirms.revisionId },
    select: REVISION_SELECT,
  })
  const { signedBy, signedAt, scanId, eds, signed } = toRevision(base)
  return { ...revision, signedBy, signedAt, scanId, eds, signed, confirmedAt: row.signedAt }
}

/** What the applicant is about to sign in a correction, while the revision that was sent still stands. */
export async function findPending(
  tx: Tx,
  applicationId: string,
  standing: Pick<Revision, 'ordinal'>,
): Promise<Revision | null> {
  const row = await tx.revision.findFirst({
    where: { applicationId, voidedAt: null, ordinal: { gt: standing.ordinal } },
    orderBy: { ordinal: 'desc' },
    select: REVISION_SELECT,
  })
  return row && toRevision(row)
}

/** The statement that the applicant may sign now: of a draft its own, in a correction what it has changed. */
export function toBeSigned(application: {
  status: Status
  revision: Revision | null
  pending: Revision | null
}): Revision | null {
  if (application.status === 'draft') return application.revision
  return application.status === 'correction' ? application.pending : null
}

/** A statement on file, the one that was sent or one before it; an edited draft's is nobody's. */
export async function findStatement(
  tx: Tx,
  applicationId: string,
  ordinal: number,
): Promise<Revision | null> {
  const row = await tx.revision.findFirst({
    where: { applicationId, ordinal, voidedAt: null },
    select: REVISION_SELECT,
  })
  return row && readRevision(tx, row)
}

/** Statements that were sent before this one, the newest first. */
export async function listEarlier(
  tx: Tx,
  applicationId: string,
  { ordinal }: Pick<Revision, 'ordinal'>,
): Promise<{ ordinal: number; mark: string; isSignedByEds: boolean }[]> {
  const rows = await tx.revision.findMany({
    where: { applicationId, ordinal: { lt: ordinal }, voidedAt: null },
    orderBy: { ordinal: 'desc' },
    select: { ordinal: true, mark: true, signedBy: true },
  })
  return rows.map(({ signedBy, ...row }) => ({ ...row, isSignedByEds: signedBy === 'cms' }))
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
 * An edit of a draft voids what was printed or signed: the frozen revision stays on file, the application has none.
 * True when there was one.
 */
export async function voidRevision(tx: Tx, applicationId: string, now: Date): Promise<boolean> {
  const { count } = await tx.revision.updateMany({
    where: { currentOf: { id: applicationId, status: 'draft' } },
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

/**
 * In a correction: what was made to be signed no longer says what the applicant has changed since. Its scan goes with
 * it; the revision that was sent stands. True when there was one.
 */
export async function voidPending(
  tx: Tx,
  { id: applicationId, pending }: { id: string; pending: Revision | null },
  now: Date,
): Promise<boolean> {
  if (pending === null) return false
  const { count } = await tx.revision.updateMany({
    where: { applicationId, id: pending.id, voidedAt: null },
    data: { voidedAt: now },
  })
  if (count === 0) return false
  await tx.applicationDocument.updateMany({
    where: { applicationId, slot: 'corrected-signedStatement', removedAt: null },
    data: { removedAt: now },
  })
  return true
}
