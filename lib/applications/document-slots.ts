import type { Actor } from '@/lib/domain/actor'
import { type Answers, documentOfSlot, documentTitle, neededDocuments } from '@/lib/domain/answers'
import type { DateOnly } from '@/lib/domain/dates'
import type { RequiredDocument, ServiceDefinition } from '@/lib/domain/service'
import type { Text } from '@/lib/domain/text'
import { documentMessages } from '@/lib/i18n/documents'
import type { Application } from './data'
import { clerksAt, worksOn } from './policy'
import { isForVisit } from './revision'

/** A place for one document: those that the definition names, and the two scans of signed papers. */
export type Slot = Pick<RequiredDocument, 'key' | 'title' | 'types' | 'maxBytes'> & { hint?: Text }

const SIGNED: Pick<Slot, 'types' | 'maxBytes'> = { types: ['jpeg', 'png', 'pdf'], maxBytes: 10 * 1024 * 1024 }

const textOf = (key: 'signedStatement' | 'signedOrder' | 'signedHint'): Text => ({
  kk: documentMessages.kk[key],
  ru: documentMessages.ru[key],
})

export const SIGNED_STATEMENT: Slot = {
  ...SIGNED,
  key: 'signedStatement',
  title: textOf('signedStatement'),
  hint: textOf('signedHint'),
}
export const SIGNED_ORDER: Slot = {
  ...SIGNED,
  key: 'signedOrder',
  title: textOf('signedOrder'),
  hint: textOf('signedHint'),
}

/**
 * The slot of one very sheet: the scan of an order that carries another number, date or content does not
 * count, because it lies in another slot.
 */
export function signedOrderSlot(sheet: { number: number; date: DateOnly; code: string }): Slot {
  return { ...SIGNED_ORDER, key: `${SIGNED_ORDER.key}-${sheet.number}-${sheet.date}-${sheet.code}` }
}

export function isSignedOrder(slotKey: string): boolean {
  return slotKey === SIGNED_ORDER.key || slotKey.startsWith(`${SIGNED_ORDER.key}-`)
}

const CORRECTED = 'corrected-'

/**
 * Where an applicant puts the new file of a slot in a correction. The old one stands in its own slot, and the school
 * reads that, until the correction is sent.
 */
export const correctedSlot = (key: string) => `${CORRECTED}${key}`
export const isCorrectedSlot = (key: string) => key.startsWith(CORRECTED)
/** The slot that a corrected file is for. */
export const standingSlot = (key: string) => (isCorrectedSlot(key) ? key.slice(CORRECTED.length) : key)

export function slotOf(service: ServiceDefinition, key: string): Slot | null {
  if (isCorrectedSlot(key)) {
    const of = standingSlot(key)
    const standing = isCorrectedSlot(of) || isSignedOrder(of) ? null : slotOf(service, of)
    return standing && { ...standing, key }
  }
  if (key === SIGNED_STATEMENT.key) return SIGNED_STATEMENT
  if (isSignedOrder(key)) return { ...SIGNED_ORDER, key }
  const document = documentOfSlot(service, key)
  return document && { ...document, key }
}

/** What a slot is called in an application: of a row, with the row's own name. */
export function slotTitle(service: ServiceDefinition, answers: Answers, key: string): Text {
  const needed = neededDocuments(service, answers).find((document) => document.key === key)
  return needed ? documentTitle(needed) : (slotOf(service, key)?.title ?? { kk: key, ru: key })
}

/**
 * Whether this actor may put a file into the slot, or take it out, as the application stands. In a correction that
 * is only where something was asked for, which the correction itself knows.
 */
export function mayFill(
  actor: Actor,
  application: Pick<Application, 'status' | 'facts' | 'revision' | 'pending' | 'origin' | 'organisationId'>,
  slot: Slot,
): boolean {
  const { status, facts, revision, pending } = application
  const isOwner = actor.userId === facts.ownerId
  if (isCorrectedSlot(slot.key)) {
    const isScan = standingSlot(slot.key) === SIGNED_STATEMENT.key
    return isOwner && status === 'correction' && (!isScan || pending !== null)
  }
  const isEditing = (isOwner && status === 'draft') || isEntering(actor, application)
  if (isSignedOrder(slot.key)) return worksOn(actor, facts, 'approve') && status === 'on_signing'
  if (slot.key !== SIGNED_STATEMENT.key) return isEditing
  if (revision === null) return false
  // «Подпишу в школе»: the clerk scans what was signed at the visit.
  return isEditing || (worksOn(actor, facts) && status === 'sent' && isForVisit(revision))
}

/** What somebody brought on paper is filled in by a clerk of the organisation it goes to, until it is sent. */
function isEntering(
  actor: Actor,
  { origin, status, organisationId }: Pick<Application, 'origin' | 'status' | 'organisationId'>,
): boolean {
  return origin === 'paper' && status === 'draft' && clerksAt(actor).some((id) => id === organisationId)
}

/** Whether the applicant may see it: a signed order is theirs once the director has approved. */
export function isForApplicant(application: Pick<Application, 'status'>, slotKey: string): boolean {
  return !isSignedOrder(slotKey) || ['approved', 'revoked'].includes(application.status)
}
