import 'server-only'
import { audit } from '@/lib/audit/mutations'
import type { DateOnly } from '@/lib/domain/dates'
import { DomainError } from '@/lib/domain/error'
import { FAMILY_PAPERS, type FamilyPaperKind } from '@/lib/domain/family-paper'
import { LIVE } from '@/lib/domain/workflow'
import { type DbScope, isUniqueViolation, type Tx } from '@/lib/platform/db'
import { getChild, getPaper } from './data'
import { parseId, startOfSchoolYear, type ToldChild } from './schema'

type Owner = Pick<DbScope, 'userId'>

/**
 * A child is kept once for each account, by its IIN, as it was told last; what was not told stays. A class of
 * a school year gone by does not. However many applications keep the same child at once, there is one row.
 */
export async function keepChild(tx: Tx, actor: Owner, child: ToldChild, now: Date): Promise<string> {
  const { userId: accountId } = actor
  const { iin } = child
  await tx.familyChild.updateMany({
    where: { accountId, iin, updatedAt: { lt: startOfSchoolYear(now) } },
    data: { grade: '' },
  })
  const { id } = await tx.familyChild.upsert({
    where: { accountId_iin: { accountId, iin } },
    create: { accountId, ...child, createdAt: now, updatedAt: now },
    update: { ...child, updatedAt: now },
    select: { id: true },
  })
  return id
}

/** A child that the parent adds by hand. `duplicate` when it is there already. */
export async function addChild(tx: Tx, actor: Owner, child: ToldChild, now: Date): Promise<string> {
  const { id } = await tx.familyChild
    .create({
      data: { accountId: actor.userId, ...child, createdAt: now, updatedAt: now },
      select: { id: true },
    })
    .catch(asDuplicate)
  await note(tx, actor, 'family.childKept', id)
  return id
}

/** Changes what is kept; applications that are there keep their own answers. */
export async function changeChild(
  tx: Tx,
  actor: DbScope,
  id: string,
  child: ToldChild,
  now: Date,
): Promise<void> {
  const { iin } = await getChild(tx, actor, id)
  if (iin !== child.iin) await refuseWhereConcerned(tx, actor, iin)
  await tx.familyChild
    .updateMany({ where: { id, accountId: actor.userId }, data: { ...child, updatedAt: now } })
    .catch(asDuplicate)
  await note(tx, actor, 'family.childChanged', id)
}

function asDuplicate(error: unknown): never {
  if (isUniqueViolation(error)) throw new DomainError('duplicate')
  throw error
}

/**
 * Nobody works an application about a child of theirs: where one is open, that the child is theirs is not taken back
 * by those who would decide it. @throws DomainError forbidden
 */
async function refuseWhereConcerned(tx: Tx, { organisationIds }: DbScope, iin: string): Promise<void> {
  const open = await tx.application.count({
    where: {
      subjectKey: iin,
      status: { in: [...LIVE] },
      parties: { some: { organisationId: { in: [...organisationIds] } } },
    },
  })
  if (open > 0) throw new DomainError('forbidden')
}

/** With a child go its papers; applications keep theirs. */
export async function removeChild(tx: Tx, actor: DbScope, id: string): Promise<void> {
  const { iin } = await getChild(tx, actor, id)
  await refuseWhereConcerned(tx, actor, iin)
  await tx.familyChild.deleteMany({ where: { id, accountId: actor.userId } })
  await note(tx, actor, 'family.childRemoved', id)
}

export type PaperFile = { fileName: string; mediaType: string; bytes: number; sha256: string }

/**
 * Keeps a checked file as the family's paper of a kind, in place of the one before. It is a document of its
 * own, so that an application may lose its file. @throws DomainError invalid without the date that the kind needs.
 */
export async function keepPaper(
  tx: Tx,
  actor: Owner,
  paper: { childId: string | null; kind: FamilyPaperKind; file: PaperFile; validUntil: DateOnly | null },
  now: Date,
): Promise<string> {
  const { childId, kind, file } = paper
  const { userId: accountId } = actor
  const validUntil = requireDate(kind, paper.validUntil)
  if (childId !== null) {
    await tx.$queryRaw`SELECT id FROM family_child WHERE id = ${parseId(childId)}::uuid FOR KEY SHARE`
    await getChild(tx, actor, childId)
  }
  const document = await tx.document.create({
    data: { ...file, createdAt: now },
    select: { id: true },
  })
  const kept = { documentId: document.id, validUntil }
  const { count } = await tx.familyPaper.createMany({
    data: [{ accountId, childId, kind, ...kept, createdAt: now }],
    skipDuplicates: true,
  })
  if (count === 0) await tx.familyPaper.updateMany({ where: { accountId, childId, kind }, data: kept })
  const mine = await tx.familyPaper.findUnique({
    where: { documentId: document.id },
    select: { id: true },
  })
  // Removed between the two looks.
  if (!mine) throw new DomainError('conflict')
  await note(tx, actor, 'family.paperKept', mine.id)
  return mine.id
}

export async function changeValidity(
  tx: Tx,
  actor: Owner,
  id: string,
  validUntil: DateOnly | null,
): Promise<void> {
  const { kind } = await getPaper(tx, actor, id)
  await tx.familyPaper.updateMany({
    where: { id, accountId: actor.userId },
    data: { validUntil: requireDate(kind, validUntil) },
  })
  await note(tx, actor, 'family.paperChanged', id)
}

/** Its file goes with the nightly job; what was attached to applications stays there. */
export async function removePaper(tx: Tx, actor: Owner, id: string): Promise<void> {
  await getPaper(tx, actor, id)
  await tx.familyPaper.deleteMany({ where: { id, accountId: actor.userId } })
  await note(tx, actor, 'family.paperRemoved', id)
}

/** Papers that never run out have no such day, whatever was posted. */
function requireDate(kind: FamilyPaperKind, validUntil: DateOnly | null): DateOnly | null {
  if (!FAMILY_PAPERS[kind].expires) return null
  if (validUntil === null) throw new DomainError('invalid')
  return validUntil
}

function note(tx: Tx, actor: Owner, action: string, subject: string): Promise<void> {
  return audit(tx, { actorId: actor.userId, action, subject })
}
