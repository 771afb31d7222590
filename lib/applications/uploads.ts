import 'server-only'
import { randomUUID } from 'node:crypto'
import { mayTry } from '@/lib/auth/delays'
import { type Arrival, discardUpload, type KeptFile, keepUpload } from '@/lib/documents/keep'
import { readTicket } from '@/lib/documents/ticket'
import { makeUploadForm, type UploadForm } from '@/lib/documents/upload-form'
import type { Actor } from '@/lib/domain/actor'
import { DomainError } from '@/lib/domain/error'
import type { DocumentFault } from '@/lib/i18n/documents'
import { asActor, type Tx } from '@/lib/platform/db'
import { logFailure } from '@/lib/platform/log'
import type { Application } from './data'
import { isCorrectedSlot, SIGNED_STATEMENT, type Slot, standingSlot } from './document-slots'
import { fillSlot, getFillable, lockFillable, type SlotAddress } from './documents'

/** The form for a slot's file; `back` is the page it stands on. Writes nothing. */
export async function startUpload(
  actor: Actor,
  address: SlotAddress,
  back: string,
  now: Date,
): Promise<UploadForm> {
  const { application, slot } = await asActor(actor, (tx) => getFillable(tx, actor, address))
  const target = `application/${address.number}/${signedRevision(application, slot)}/${slot.key}`
  return makeUploadForm(slot, { target, back, holder: actor.userId }, now)
}

/**
 * The revision that a scan in this slot would sign. A page that lay open while the statement was made anew still
 * asks for the scan of the one before, which must not become a signature of this one.
 */
function signedRevision({ revision, pending }: Application, { key }: Slot): string {
  if (standingSlot(key) !== SIGNED_STATEMENT.key) return ''
  return (isCorrectedSlot(key) ? pending : revision)?.id ?? ''
}

type Target = SlotAddress & { signs: string }

function readTarget(target: string): Target {
  const [feature, number, signs = '', slot] = target.split('/')
  if (feature !== 'application' || !number || !slot) throw new DomainError('absent')
  return { number: Number(number), signs, slot }
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
  const target = readTarget(ticket.target)
  const fault =
    ticket.expiresAt < now.getTime() ? 'expired' : await finish(actor, target, upload, now).catch(faultOf)
  return { back: ticket.back, slot: target.slot, fault }
}

function faultOf(error: unknown): DocumentFault {
  if (error instanceof DomainError && error.code === 'conflict') return 'closed'
  if (error instanceof DomainError) throw error
  logFailure('document-upload', error)
  return 'unavailable'
}

async function finish(
  actor: Actor,
  target: Target,
  { documentId, arrival }: { documentId: string; arrival: Arrival },
  now: Date,
): Promise<DocumentFault | null> {
  if (!(await mayTry('uploadsOfAccount', actor.userId))) return 'tooMany'
  const { application, slot } = await asActor(actor, (tx) => getFillable(tx, actor, target))
  const kept = await keepUpload(documentId, arrival, slot, slot.title[application.locale])
  if ('fault' in kept) {
    // The same news once more, after the file was taken out of quarantine.
    const isDone = kept.fault === 'missing' && (await asActor(actor, (tx) => isAttached(tx, documentId)))
    return isDone ? null : kept.fault
  }
  await asActor(actor, (tx) => attach(tx, actor, target, documentId, kept, now))
  await discardUpload(documentId, arrival)
  return null
}

async function isAttached(tx: Tx, documentId: string): Promise<boolean> {
  return (await tx.document.count({ where: { id: documentId } })) > 0
}

async function attach(
  tx: Tx,
  actor: Actor,
  target: Target,
  documentId: string,
  kept: KeptFile,
  now: Date,
): Promise<void> {
  const { application, slot } = await lockFillable(tx, actor, target)
  if (signedRevision(application, slot) !== target.signs) throw new DomainError('conflict')
  // A form found again with the browser's back button brings another file under an id that is taken.
  const id = (await isAttached(tx, documentId)) ? randomUUID() : documentId
  await fillSlot(tx, actor, { application, slot }, kept, now, id)
}
