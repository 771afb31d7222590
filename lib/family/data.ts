import 'server-only'
import type { DateOnly } from '@/lib/domain/dates'
import { DomainError } from '@/lib/domain/error'
import { type FamilyPaperKind, isFamilyPaperKind } from '@/lib/domain/family-paper'
import type { Text } from '@/lib/domain/text'
import type { DbScope, Tx } from '@/lib/platform/db'
import type { Prisma } from '@/prisma/generated/client'
import { parseId } from './schema'

type Owner = Pick<DbScope, 'userId'>

export type FamilyPaper = {
  id: string
  /** Null: the parent's own. */
  childId: string | null
  kind: FamilyPaperKind
  validUntil: DateOnly | null
  documentId: string
  fileName: string
  mediaType: string
  bytes: number
  sha256: string
}

export type FamilyChild = {
  id: string
  iin: string
  familyName: string
  givenName: string
  patronymic: string
  birthDate: DateOnly
  sex: string
  birthCertificate: string
  school: { id: string; kind: string; name: Text } | null
  grade: string
  updatedAt: Date
}

const CHILD = {
  id: true,
  iin: true,
  familyName: true,
  givenName: true,
  patronymic: true,
  birthDate: true,
  sex: true,
  birthCertificate: true,
  grade: true,
  updatedAt: true,
  school: { select: { id: true, kind: true, nameKk: true, nameRu: true } },
} as const satisfies Prisma.FamilyChildSelect

const PAPER = {
  id: true,
  childId: true,
  kind: true,
  validUntil: true,
  document: { select: { id: true, fileName: true, mediaType: true, bytes: true, sha256: true } },
} as const satisfies Prisma.FamilyPaperSelect

function toChild({ school, ...child }: Prisma.FamilyChildGetPayload<{ select: typeof CHILD }>): FamilyChild {
  if (!school) return { ...child, school }
  const { id, kind, nameKk: kk, nameRu: ru } = school
  return { ...child, school: { id, kind, name: { kk, ru } } }
}

/** A kind that a later version no longer knows is nobody's paper. */
function toPaper(row: Prisma.FamilyPaperGetPayload<{ select: typeof PAPER }>): FamilyPaper[] {
  const { document, kind, ...paper } = row
  const { id: documentId, ...file } = document
  return isFamilyPaperKind(kind) ? [{ ...paper, kind, documentId, ...file }] : []
}

/** The children that an account keeps, the eldest first. */
export async function listChildren(tx: Tx, actor: Owner): Promise<FamilyChild[]> {
  const rows = await tx.familyChild.findMany({
    where: { accountId: actor.userId },
    orderBy: [{ birthDate: 'asc' }, { id: 'asc' }],
    select: CHILD,
  })
  return rows.map(toChild)
}

/** A foreign child is `absent`, like one that never was. */
export async function getChild(tx: Tx, actor: Owner, id: string): Promise<FamilyChild> {
  const row = await tx.familyChild.findFirst({
    where: { id: parseId(id), accountId: actor.userId },
    select: CHILD,
  })
  if (!row) throw new DomainError('absent')
  return toChild(row)
}

export async function findChild(tx: Tx, actor: Owner, iin: string): Promise<FamilyChild | null> {
  const row = await tx.familyChild.findUnique({
    where: { accountId_iin: { accountId: actor.userId, iin } },
    select: CHILD,
  })
  return row && toChild(row)
}

/** All papers of an account, of its children and its own. */
export async function listPapers(tx: Tx, actor: Owner): Promise<FamilyPaper[]> {
  const rows = await tx.familyPaper.findMany({
    where: { accountId: actor.userId },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: PAPER,
  })
  return rows.flatMap(toPaper)
}

export async function getPaper(tx: Tx, actor: Owner, id: string): Promise<FamilyPaper> {
  const row = await tx.familyPaper.findFirst({
    where: { id: parseId(id), accountId: actor.userId },
    select: PAPER,
  })
  const [paper] = row ? toPaper(row) : []
  if (!paper) throw new DomainError('absent')
  return paper
}

/** The paper whose file this is, if it is the actor's. */
export async function findPaperOfDocument(
  tx: Tx,
  actor: Owner,
  documentId: string,
): Promise<FamilyPaper | null> {
  const row = await tx.familyPaper.findFirst({
    where: { documentId, accountId: actor.userId },
    select: PAPER,
  })
  return (row && toPaper(row)[0]) ?? null
}
