import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import { answerAt } from '@/lib/domain/answers'
import { checkFields, type FieldFault } from '@/lib/domain/check-field'
import { type DateOnly, dateInAlmaty } from '@/lib/domain/dates'
import { DomainError } from '@/lib/domain/error'
import { paperValues } from '@/lib/domain/paper-values'
import { fillText } from '@/lib/domain/placeholders'
import type { Text } from '@/lib/domain/text'
import { type JournalKey, nextNumber, takeNumber } from '@/lib/orders/journal'
import { checkAddress, newCheckCode, recordPaper, storePaper } from '@/lib/papers/mutations'
import { renderNotification } from '@/lib/papers/notification'
import { renderOrder } from '@/lib/papers/order'
import { asActor, Json, type Tx } from '@/lib/platform/db'
import type { Application, PreparedResult } from '../data'
import { SIGNED_ORDER, type Slot, signedOrderSlot } from '../document-slots'
import { hasDocument } from '../documents'
import { may } from '../policy'
import { transition, whyNot } from '../transition'
import { loadSent, type Sent, tell } from './intake'

/** What the form of the result starts with: the parent's answers where the definition says so. */
export function startingResult(application: Application, today: DateOnly): Record<string, string> {
  const kept = application.result?.values
  return Object.fromEntries(
    application.service.result.fields.map((field) => {
      const start = field.startsAs === 'today' ? today : answerAt(application.answers, field.startsAs ?? '')
      return [field.key, kept?.[field.key] ?? start]
    }),
  )
}

/** The clerk has the result ready: it goes to the director. Faulty fields are answered, nothing is kept. */
export async function prepareResult(
  tx: Tx,
  actor: Actor,
  number: number,
  typed: Readonly<Record<string, string>>,
  now: Date,
): Promise<FieldFault[]> {
  const { application } = await loadSent(tx, actor, number)
  const { values, faults } = checkFields(application.service.result.fields, typed, dateInAlmaty(now))
  if (faults.length > 0) return faults
  const result: PreparedResult = { values, codes: { paper: newCheckCode(), notification: newCheckCode() } }
  await transition(tx, actor, 'prepareResult', application, now, { data: { result: Json.write(result) } })
  return []
}

export async function takeBack(tx: Tx, actor: Actor, number: number, now: Date): Promise<void> {
  const { application } = await loadSent(tx, actor, number)
  await transition(tx, actor, 'takeBack', application, now)
  await voidScans(tx, application.id, null, now)
}

/** Scans of sheets that nobody will approve any more stay on file, but not in the application. */
async function voidScans(tx: Tx, applicationId: string, kept: string | null, now: Date): Promise<void> {
  await tx.applicationDocument.updateMany({
    where: {
      applicationId,
      removedAt: null,
      slot: { startsWith: SIGNED_ORDER.key, ...(kept === null ? {} : { not: kept }) },
    },
    data: { removedAt: now },
  })
}

export function journalOf(organisationId: string, kind: 'order' | 'refusal', date: DateOnly): JournalKey {
  return { organisationId, kind, year: Number(date.slice(0, 4)) }
}

/** The number and date an order would get now: both provisional until it is approved. */
export type Provisional = { number: number; date: DateOnly }

export async function provisional(tx: Tx, organisationId: string, now: Date): Promise<Provisional> {
  const date = dateInAlmaty(now)
  return { number: await nextNumber(tx, journalOf(organisationId, 'order', date)), date }
}

/** Where the scan of this very sheet is attached; of a sheet printed before, it is another slot. */
export function slotOfSheet(application: Application, given: Provisional): Slot {
  if (!application.result) throw new DomainError('conflict')
  return signedOrderSlot({ ...given, code: application.result.codes.paper })
}

export type OrderText = { title: Text; preamble: Text; points: Text[] }

/** What the order says: on the sheet, and on the page before it is printed. */
export function orderText(sent: Sent, given: Provisional): OrderText {
  const { paper } = sent.application.service.result
  const { values } = filled(sent, given)
  return {
    title: fillText(paper.title, values),
    preamble: fillText(paper.preamble, values),
    points: paper.body.map((point) => fillText(point, values)),
  }
}

function filled({ application, snapshot }: Sent, given: Provisional) {
  const { result, service } = application
  if (!result) throw new DomainError('conflict')
  const order = { number: String(given.number), date: given.date }
  const values = paperValues(service, snapshot, { number: application.number, result: result.values, order })
  return { order, values, codes: result.codes }
}

/** The order as it is printed for the director's hand, and as it is kept: the same bytes. */
export function renderOrderOf(sent: Sent, given: Provisional): Promise<Uint8Array> {
  const { application, organisation } = sent
  const { order, codes } = filled(sent, given)
  return renderOrder({
    ...order,
    ...orderText(sent, given),
    place: organisation.districtName,
    issuer: organisation,
    headName: organisation.headName,
    signedAs: 'paper',
    applicationNumber: application.number,
    check: { url: checkAddress(codes.paper), code: codes.paper },
  })
}

function renderNotificationOf(sent: Sent, given: Provisional): Promise<Uint8Array> {
  const { application, snapshot, organisation } = sent
  const { order, values, codes } = filled(sent, given)
  const { notification } = application.service.result
  return renderNotification({
    issuer: organisation,
    addressee: { name: snapshot.applicant.name, address: snapshot.applicant.address },
    date: given.date,
    title: fillText(notification.title, values),
    body: notification.body.map((paragraph) => fillText(paragraph, values)),
    invitation: fillText(notification.invitation, values),
    order,
    signedAs: 'paper',
    check: { url: checkAddress(codes.notification), code: codes.notification },
  })
}

/**
 * The director's approval on paper. `expected` is what stands on the sheet that was signed: when the
 * journal or the date has gone on meanwhile, it is a `conflict` and the sheet has to be printed anew.
 */
export async function approve(actor: Actor, number: number, expected: Provisional, now: Date): Promise<void> {
  const sent = await asActor(actor, async (tx) => {
    const loaded = await loadSent(tx, actor, number)
    const { key } = slotOfSheet(loaded.application, expected)
    return { ...loaded, scanSlot: key, hasScan: await hasDocument(tx, loaded.application.id, key) }
  })
  const { application, snapshot, organisation } = sent
  if (!may(actor, 'approve', application.facts)) throw new DomainError(whyNot('approve', application))
  if (!organisation.paperOrders) throw new DomainError('forbidden')
  if (!sent.hasScan) throw new DomainError('unsigned')
  if (expected.date !== dateInAlmaty(now)) throw new DomainError('conflict')
  const [order, notification] = await Promise.all([
    renderOrderOf(sent, expected).then(storePaper),
    renderNotificationOf(sent, expected).then(storePaper),
  ])
  const key = journalOf(organisation.id, 'order', expected.date)
  const common = {
    applicationId: application.id,
    organisationId: organisation.id,
    number: String(expected.number),
    journalYear: key.year,
    issuedOn: expected.date,
    signedAs: 'paper' as const,
    signerName: organisation.headName,
    initials: snapshot.subject.initials,
  }
  const codes = application.result?.codes
  if (!codes) throw new DomainError('conflict')
  await asActor(actor, async (tx) => {
    await takeNumber(tx, key, expected.number)
    await transition(tx, actor, 'approve', application, now, {
      data: { dueAt: null },
      detail: { order: String(expected.number), date: expected.date },
    })
    await voidScans(tx, application.id, sent.scanSlot, now)
    await recordPaper(tx, { ...common, ...order, kind: 'order', code: codes.paper })
    await recordPaper(tx, { ...common, ...notification, kind: 'notification', code: codes.notification })
    await tell(tx, application, 'application_approved')
  })
}
