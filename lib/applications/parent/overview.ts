import 'server-only'
import { z } from 'zod'
import { getProfile } from '@/lib/accounts/data'
import type { Actor } from '@/lib/domain/actor'
import { type Answers, sameAnswers, withProfile } from '@/lib/domain/answers'
import { CalendarHorizonError } from '@/lib/domain/calendar'
import { type DateOnly, dateInAlmaty } from '@/lib/domain/dates'
import { mayBegin, type WindowState } from '@/lib/domain/intake-window'
import { paperValues } from '@/lib/domain/paper-values'
import { fillText } from '@/lib/domain/placeholders'
import type { OrganisationNames } from '@/lib/domain/read-view'
import { organisationNames } from '@/lib/domain/snapshot'
import type { Text } from '@/lib/domain/text'
import { findOrganisation, findSuperior, listNames, type Organisation } from '@/lib/organisations/data'
import { listPapers, type Paper } from '@/lib/papers/data'
import type { Tx } from '@/lib/platform/db'
import { type Annulment, annulledBy } from '../annulled'
import { type Correction, findOpenCorrection } from '../correction'
import { type Application, getOwn, type HistoryEvent, stageValues } from '../data'
import { isForApplicant, isSignedOrder, SIGNED_STATEMENT } from '../document-slots'
import { type AttachedDocument, listDocuments } from '../documents'
import { dueDates } from '../due-dates'
import { getPosition, type Position } from '../enrolment'
import { listOwnHistory } from '../in-person'
import { listMessages, type Message } from '../messages'
import { may } from '../policy'
import { type Refused, refusedBy } from '../refused'
import { listEarlier } from '../revision'
import { readTermClock, type TermClock } from '../term-clock'
import { getOwnWindow, getWindowState } from '../windows'
import { namedOrganisations } from './snapshot'

/** All that the applicant's page of an application shows. */
export type Overview = {
  application: Application
  answers: Answers
  organisation: Organisation | null
  /** Of every organisation that the answers name. */
  names: OrganisationNames
  /** What belongs to the answers; the signed statement stands apart. */
  documents: AttachedDocument[]
  signedStatement: AttachedDocument | null
  /** The sheet that the director signed by hand, once the order is approved. */
  signedOrder: AttachedDocument | null
  papers: Paper[]
  history: HistoryEvent[]
  /** The intake that decides whether a draft may be sent; of the next one, where its own is over. */
  window: WindowState
  nextWindow: WindowState
  /** In the provider's queue, where the service gives places by turn. */
  position: Position | null
  /** Of a sent application; of a draft as they would be if it were sent now, or at the opening. */
  due: { intakeDue: DateOnly; answerDue: DateOnly } | null
  clock: TermClock | null
  isLate: boolean
  /** Of an answer that is late: whom to call beside the provider. */
  superior: { name: Text; phone: string } | null
  refused: Refused | null
  annulment: Annulment | null
  /** What «Одобрено» means, and what the parent is asked to do with the result. */
  meaning: Text | null
  invitation: Text | null
  /** What the stages that are done have brought, by stage. */
  stagesDone: Readonly<Record<string, Text>>
  /** A statement was made before and no longer stands. */
  isRemade: boolean
  /** The profile was changed after the statement was made. */
  isOutdated: boolean
  /** What the provider asks to put right; null when nothing is asked. */
  correction: (Correction & { isOver: boolean }) | null
  /** Statements that were sent before the current one. */
  earlier: Awaited<ReturnType<typeof listEarlier>>
  messages: Message[]
  canSend: boolean
  canCancel: boolean
}

const orderSchema = z.object({ order: z.string(), date: z.string() })

export async function getOverview(tx: Tx, actor: Actor, number: number, now: Date): Promise<Overview> {
  const application = await getOwn(tx, actor, number)
  const { revision, service, status } = application
  const profile = await getProfile(tx, actor)
  const current = withProfile(service, application.answers, profile)
  const provider = revision?.snapshot.organisation.id ?? application.organisationId
  const organisation = provider ? await findOrganisation(tx, provider) : null
  const documents = (await listDocuments(tx, application.id)).filter((d) =>
    isForApplicant(application, d.slot),
  )
  const history = await listOwnHistory(tx, application)
  const isEditable = status === 'draft'
  const window = await getOwnWindow(tx, application, now)
  const { dueAt } = application
  // What the applicant is asked to correct is late by nobody of the provider's.
  const isLate = status !== 'correction' && dueAt !== null && dueAt < dateInAlmaty(now)
  return {
    application,
    answers: revision?.snapshot.answers ?? current,
    organisation,
    names: revision
      ? organisationNames(revision.snapshot)
      : await listNames(tx, namedOrganisations(service, current)),
    documents: documents.filter((d) => d.slot !== SIGNED_STATEMENT.key && !isSignedOrder(d.slot)),
    signedOrder: documents.find((d) => isSignedOrder(d.slot)) ?? null,
    signedStatement: documents.find((d) => d.slot === SIGNED_STATEMENT.key) ?? null,
    papers: await listPapers(tx, application.id),
    history,
    window,
    nextWindow: window.kind === 'closed' ? await getWindowState(tx, service.slug, now) : window,
    position: await getPosition(tx, application),
    due: await dueOf(tx, application, organisation, window, now),
    clock: organisation && (await readTermClock(tx, application, organisation)),
    isLate,
    superior: isLate && organisation ? await findSuperior(tx, organisation.id) : null,
    refused: await refusedBy(tx, application, history),
    annulment: annulledBy(application, history),
    ...tellResult(application, history),
    stagesDone: tellStages(application),
    isRemade: isEditable && (await wasRemade(tx, application)),
    isOutdated: isEditable && revision !== null && !sameAnswers(revision.snapshot.answers, current),
    correction: status === 'correction' ? await openCorrection(tx, application, dateInAlmaty(now)) : null,
    earlier: revision ? await listEarlier(tx, application.id, revision) : [],
    messages: await listMessages(tx, application.id, 'applicant'),
    canSend: may(actor, 'send', application.facts),
    canCancel: status === 'draft' || may(actor, 'cancel', application.facts),
  }
}

async function openCorrection(
  tx: Tx,
  application: Application,
  today: DateOnly,
): Promise<Overview['correction']> {
  const correction = await findOpenCorrection(tx, application)
  return correction && { ...correction, isOver: correction.answerBy < today }
}

async function dueOf(
  tx: Tx,
  application: Application,
  organisation: Organisation | null,
  window: WindowState,
  now: Date,
): Promise<Overview['due']> {
  const { intakeDue, answerDue, status } = application
  if (intakeDue && answerDue) return { intakeDue, answerDue }
  if (status !== 'draft' || !organisation || !mayBegin(window)) return null
  const sentAt = window.kind === 'before' ? window.window.opensAt : now
  try {
    return await dueDates(tx, application, organisation, sentAt, null)
  } catch (error) {
    // Beyond the calendar no day is promised.
    if (error instanceof CalendarHorizonError) return null
    throw error
  }
}

function tellResult(
  application: Application,
  history: readonly HistoryEvent[],
): Pick<Overview, 'meaning' | 'invitation'> {
  const { status, revision, result, service, number } = application
  // What was handed out need not be fetched any more.
  if (status !== 'approved' || !revision || result?.handedOver) return { meaning: null, invitation: null }
  const order = orderSchema.safeParse(history.findLast((event) => event.to === 'approved')?.detail).data
  const values = paperValues(service, revision.snapshot, {
    number,
    result: result?.values,
    stages: stageValues(application),
    order: order && { number: order.order, date: order.date },
  })
  const fill = (text: Text | undefined) => (text ? fillText(text, values) : null)
  const { meaning, notification, invitation } = service.result
  return { meaning: fill(meaning), invitation: fill(notification?.invitation ?? invitation) }
}

function tellStages(application: Application): Overview['stagesDone'] {
  const { service, revision, number, stages } = application
  if (!revision) return {}
  const values = paperValues(service, revision.snapshot, { number, stages: stageValues(application) })
  return Object.fromEntries(
    (service.stages ?? [])
      .filter((stage) => Object.hasOwn(stages, stage.key))
      .map((stage) => [stage.key, fillText(stage.done, values)]),
  )
}

async function wasRemade(tx: Tx, application: Application): Promise<boolean> {
  if (application.revision) return application.revision.ordinal > 1
  return (await tx.revision.count({ where: { applicationId: application.id } })) > 0
}
