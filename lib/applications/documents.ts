import 'server-only'
import { randomUUID } from 'node:crypto'
import { getProfile } from '@/lib/accounts/data'
import { disposition } from '@/lib/documents/file-name'
import { cleanKey, type KeptFile } from '@/lib/documents/keep'
import type { Actor } from '@/lib/domain/actor'
import { documentOfSlot, neededDocuments, withProfile } from '@/lib/domain/answers'
import { DomainError } from '@/lib/domain/error'
import type { Status } from '@/lib/domain/status'
import { findPaperOfDocument } from '@/lib/family/data'
import { asActor, type Tx } from '@/lib/platform/db'
import { objectExists, presignGet } from '@/lib/platform/storage'
import type { Prisma } from '@/prisma/generated/client'
import { readCorrecting } from './correction'
import { type Application, getEntered, getForStaff, getOwn } from './data'
import {
  correctedSlot,
  isCorrectedSlot,
  isForApplicant,
  mayFill,
  SIGNED_STATEMENT,
  type Slot,
  slotOf,
  standingSlot,
} from './document-slots'
import { type Revision, type SignedBy, voidPending, voidRevision } from './revision'
import { noteRead } from './staff-reads'
import { laterThan } from './transition'

export type AttachedDocument = {
  slot: string
  documentId: string
  fileName: string
  mediaType: string
  bytes: number
  sha256: string
  uploadedAt: Date
}

/** The files that stand in an application now; a scan counts only for the revision that it signs. */
export function listDocuments(tx: Tx, applicationId: string): Promise<AttachedDocument[]> {
  return listFiles(tx, {
    applicationId,
    NOT: { slot: { startsWith: correctedSlot('') } },
    OR: [
      { slot: { not: SIGNED_STATEMENT.key } },
      { document: { revisions: { some: { currentOf: { id: applicationId } } } } },
    ],
  })
}

/** What the applicant has put in for a correction, and the school does not see yet; by the slot that it is for. */
export async function listCorrected(tx: Tx, applicationId: string): Promise<AttachedDocument[]> {
  const files = await listFiles(tx, { applicationId, slot: { startsWith: correctedSlot('') } })
  return files.map((file) => ({ ...file, slot: standingSlot(file.slot) }))
}

async function findInSlot(
  tx: Tx,
  applicationId: string,
  slot: string,
): Promise<AttachedDocument | undefined> {
  const files = await (isCorrectedSlot(slot) ? listCorrected : listDocuments)(tx, applicationId)
  return files.find((file) => file.slot === standingSlot(slot))
}

async function listFiles(tx: Tx, where: Prisma.ApplicationDocumentWhereInput): Promise<AttachedDocument[]> {
  const rows = await tx.applicationDocument.findMany({
    where: { ...where, removedAt: null },
    orderBy: { createdAt: 'asc' },
    select: {
      slot: true,
      createdAt: true,
      document: { select: { id: true, fileName: true, mediaType: true, bytes: true, sha256: true } },
    },
  })
  return rows.map(({ slot, createdAt, document: { id, ...file } }) => ({
    slot,
    documentId: id,
    ...file,
    uploadedAt: createdAt,
  }))
}

export async function hasDocument(tx: Tx, applicationId: string, slot: string): Promise<boolean> {
  return (await listDocuments(tx, applicationId)).some((document) => document.slot === slot)
}

export type SlotAddress = { number: number; slot: string }

/** Own, entered or worked by the actor's organisation; anything else is `absent`. Administrators read no files. */
export async function getReadable(tx: Tx, actor: Actor, number: number): Promise<Application> {
  const working = actor.memberships.filter((m) => m.role !== 'admin').map((m) => m.organisationId)
  return getOwn(tx, actor, number)
    .catch(unlessAbsent(() => getEntered(tx, actor, number)))
    .catch(unlessAbsent(() => getForStaff(tx, { ...actor, organisationIds: working }, number)))
}

function unlessAbsent<T>(next: () => Promise<T>): (error: unknown) => Promise<T> {
  return (error) => {
    if (!(error instanceof DomainError)) throw error
    return next()
  }
}

/** The slot, if the actor may fill it now: `conflict` for those who may only read, `absent` for strangers. */
export async function getFillable(
  tx: Tx,
  actor: Actor,
  { number, slot: key }: SlotAddress,
): Promise<{ application: Application; slot: Slot }> {
  const application = await getReadable(tx, actor, number)
  const slot = slotOf(application.service, key)
  if (!slot) throw new DomainError('absent')
  if (!mayFill(actor, application, slot)) throw new DomainError('conflict')
  if (documentOfSlot(application.service, key) && !(await isAskedFor(tx, application, key)))
    throw new DomainError('conflict')
  if (isCorrectedSlot(key) && !(await isAskedAgain(tx, application, standingSlot(key))))
    throw new DomainError('conflict')
  return { application, slot }
}

/** The row may be gone, or the answer that called for this document: then a file would belong to nothing. */
async function isAskedFor(tx: Tx, application: Application, key: string): Promise<boolean> {
  const { service, answers, ownerId } = application
  const full = withProfile(service, answers, await getProfile(tx, { userId: ownerId }))
  return neededDocuments(service, full).some((needed) => needed.key === key)
}

/** In a correction nothing is put in but what was asked for; a scan signs what the correction has changed. */
async function isAskedAgain(tx: Tx, application: Application, key: string): Promise<boolean> {
  if (key === SIGNED_STATEMENT.key) return true
  const correcting = await readCorrecting(tx, application)
  return correcting?.documents.some((document) => document.key === key) ?? false
}

/** The same with the application's row locked, so that of two who fill a slot one waits for the other. */
export async function lockFillable(
  tx: Tx,
  actor: Actor,
  address: SlotAddress,
): Promise<{ application: Application; slot: Slot }> {
  await getFillable(tx, actor, address)
  await tx.$queryRaw`SELECT id FROM application WHERE number = ${address.number} FOR UPDATE`
  return getFillable(tx, actor, address)
}

/** What a changed slot means for the revision. True when a frozen one was voided. */
export async function slotChanged(
  tx: Tx,
  application: Application,
  slot: Slot,
  scanId: string | null,
  now: Date,
): Promise<boolean> {
  const updatedAt = laterThan(application.updatedAt, now)
  await tx.application.update({ where: { id: application.id }, data: { updatedAt } })
  const { revision, pending, status } = application
  if (standingSlot(slot.key) === SIGNED_STATEMENT.key) {
    const signs = isCorrectedSlot(slot.key) ? pending : revision
    if (signs === null) return false
    await tx.revision.update({
      where: { id: signs.id },
      data: { scanId, signedBy: scannedBy(signs, status, scanId), signedAt: scanId ? now : null },
    })
    return false
  }
  if (isCorrectedSlot(slot.key)) return voidPending(tx, application, updatedAt)
  const isAttachment = documentOfSlot(application.service, slot.key) !== null
  return isAttachment && status === 'draft' ? voidRevision(tx, application.id, updatedAt) : false
}

/** The clerk's scan does not change the parent's choice to sign at the school. */
function scannedBy(
  { signedBy, confirmedAt }: Revision,
  status: Status,
  scanId: string | null,
): SignedBy | null {
  if (status !== 'sent') return scanId ? 'scan' : null
  // What a tick confirmed was signed with a key that was revoked since: from now on it is signed itself.
  return confirmedAt ? 'atSchool' : signedBy
}

/** Puts a checked file into a slot whose application is locked, in place of the one before; the same twice is once. */
export async function fillSlot(
  tx: Tx,
  actor: Actor,
  { application, slot }: { application: Application; slot: Slot },
  file: KeptFile,
  now: Date,
  id: string = randomUUID(),
): Promise<void> {
  const current = await findInSlot(tx, application.id, slot.key)
  if (current?.sha256 === file.sha256) return
  await tx.applicationDocument.updateMany({
    where: { applicationId: application.id, slot: slot.key, removedAt: null },
    data: { removedAt: now },
  })
  const { fileName, mediaType, bytes, sha256 } = file
  await tx.document.create({ data: { id, fileName, mediaType, bytes, sha256, createdAt: now } })
  await tx.applicationDocument.create({
    data: {
      applicationId: application.id,
      slot: slot.key,
      documentId: id,
      uploadedById: actor.userId,
      createdAt: now,
    },
  })
  await slotChanged(tx, application, slot, id, now)
}

/** «Удалить»: the file leaves its slot; that it was there stays on file. */
export async function removeDocument(
  tx: Tx,
  actor: Actor,
  address: SlotAddress & { documentId: string },
  now: Date,
): Promise<{ voided: boolean }> {
  const { application, slot } = await lockFillable(tx, actor, address)
  const current = await findInSlot(tx, application.id, slot.key)
  if (current?.documentId !== address.documentId) throw new DomainError('conflict')
  await tx.applicationDocument.update({
    where: { documentId: current.documentId },
    data: { removedAt: now },
  })
  return { voided: await slotChanged(tx, application, slot, null, now) }
}

const SHOWN_BY_BROWSERS = ['image/jpeg', 'image/png', 'application/pdf']
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** A link of one minute to the bytes, for those who may read them; `absent` for all others. */
export async function openDocument(actor: Actor, documentId: string, now: Date): Promise<string> {
  if (!UUID.test(documentId)) throw new DomainError('absent')
  const file = await asActor(
    actor,
    async (tx) =>
      (await findPaperOfDocument(tx, actor, documentId)) ?? getReadableFile(tx, actor, documentId, now),
  )
  const key = cleanKey(file.sha256)
  if (!(await objectExists(key))) throw new Error(`the bytes of document ${documentId} are gone`)
  const kind = SHOWN_BY_BROWSERS.includes(file.mediaType) ? 'inline' : 'attachment'
  return presignGet(key, disposition(kind, file.fileName), file.mediaType)
}

async function getReadableFile(tx: Tx, actor: Actor, documentId: string, now: Date) {
  const use = await tx.applicationDocument.findUnique({
    where: { documentId },
    select: {
      slot: true,
      removedAt: true,
      application: { select: { number: true } },
      document: { select: { fileName: true, mediaType: true, sha256: true } },
    },
  })
  if (!use) throw new DomainError('absent')
  const application = await getReadable(tx, actor, use.application.number)
  // What the parent took out again before sending is not for the school; what was replaced later it has seen.
  const isOwn = application.ownerId === actor.userId
  const isSeen =
    use.removedAt === null || (application.sentAt !== null && use.removedAt >= application.sentAt)
  const isForStaff = isSeen && !isCorrectedSlot(use.slot)
  if (isOwn ? !isForApplicant(application, use.slot) : !isForStaff) throw new DomainError('absent')
  await noteRead(tx, actor, application, 'document', now)
  return use.document
}
