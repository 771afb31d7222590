import 'server-only'
import { randomUUID } from 'node:crypto'
import { type Arrival, discardUpload, type KeptFile, keepUpload } from '@/lib/documents/keep'
import { readTicket } from '@/lib/documents/ticket'
import { makeUploadForm, type UploadForm } from '@/lib/documents/upload-form'
import type { Actor } from '@/lib/domain/actor'
import { DomainError } from '@/lib/domain/error'
import type { DocumentFault } from '@/lib/i18n/documents'
import { asActor, type Tx } from '@/lib/platform/db'
import { logFailure } from '@/lib/platform/log'
import { getFillable, listDocuments, lockFillable, type SlotAddress, slotChanged } from './documents'

/** The form for a slot's file; `back` is the page it stands on. Writes nothing. */
export async function startUpload(
  actor: Actor,
  address: SlotAddress,
  back: string,
  now: Date,
): Promise<UploadForm> {
  const { slot } = await asActor(actor, (tx) => getFillable(tx, actor, address))
  const target = `application/${address.number}/${slot.key}`
  return makeUploadForm(slot, { target, back, holder: actor.userId }, now)
}

function readTarget(target: string): SlotAddress {
  const [feature, number, slot] = target.split('/')
  if (feature !== 'application' || !number || !slot) throw new DomainError('absent')
  return { number: Number(number), slot }
}

export type FinishedUpload = { back: string; slot: string; fault: DocumentFault | null }

/**
 * The file of a form has arrived: it is checked, and put into its slot in place of the one before. Asked
 * twice, also at once, it answers the same and the file is there once. `absent` without this actor's ticket.
 */
export async function finishUpload(
  actor: Actor,
  upload: { documentId: string; ticket: string; arrival: Arrival },
  now: Date,
): Promise<FinishedUpload> {
  const ticket = readTicket(upload.ticket, actor.userId)
  if (ticket?.documentId !== upload.documentId) throw new DomainError('absent')
  const address = readTarget(ticket.target)
  const fault =
    ticket.expiresAt < now.getTime() ? 'expired' : await finish(actor, address, upload, now).catch(faultOf)
  return { back: ticket.back, slot: address.slot, fault }
}

function faultOf(error: unknown): DocumentFault {
  if (error instanceof DomainError && error.code === 'conflict') return 'closed'
  if (error instanceof DomainError) throw error
  logFailure('document-upload', error)
  return 'unavailable'
}

async function finish(
  actor: Actor,
  address: SlotAddress,
  { documentId, arrival }: { documentId: string; arrival: Arrival },
  now: Date,
): Promise<DocumentFault | null> {
  const { application, slot } = await asActor(actor, (tx) => getFillable(tx, actor, address))
  const kept = await keepUpload(documentId, arrival, slot, slot.title[application.locale])
  if ('fault' in kept) {
    // The same news once more, after the file was taken out of quarantine.
    const isDone = kept.fault === 'missing' && (await asActor(actor, (tx) => isAttached(tx, documentId)))
    return isDone ? null : kept.fault
  }
  await asActor(actor, (tx) => attach(tx, actor, address, documentId, kept, now))
  await discardUpload(documentId, arrival)
  return null
}

async function isAttached(tx: Tx, documentId: string): Promise<boolean> {
  return (await tx.document.count({ where: { id: documentId } })) > 0
}

async function attach(
  tx: Tx,
  actor: Actor,
  address: SlotAddress,
  documentId: string,
  kept: KeptFile,
  now: Date,
): Promise<void> {
  const { application, slot } = await lockFillable(tx, actor, address)
  const current = (await listDocuments(tx, application.id)).find((d) => d.slot === slot.key)
  if (current?.sha256 === kept.sha256) return
  await tx.applicationDocument.updateMany({
    where: { applicationId: application.id, slot: slot.key, removedAt: null },
    data: { removedAt: now },
  })
  // A form found again with the browser's back button brings another file under an id that is taken.
  const id = (await isAttached(tx, documentId)) ? randomUUID() : documentId
  await tx.document.create({ data: { id, createdAt: now, ...kept } })
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
