import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import { correctableTargets } from '@/lib/domain/corrected-answers'
import {
  type CorrectionItem,
  correctionDays,
  correctionItemsSchema,
  STATEMENT,
} from '@/lib/domain/correction'
import { type DateOnly, dateInAlmaty } from '@/lib/domain/dates'
import { DomainError } from '@/lib/domain/error'
import { enqueue } from '@/lib/notifications/mutations'
import { getCalendar } from '@/lib/organisations/calendar'
import { Json, type Tx } from '@/lib/platform/db'
import { duesAfter, settleCorrection } from '../correction'
import { transition } from '../transition'
import { findWindow } from '../windows'
import { loadSent, type Sent } from './intake'

/** Until when the applicant would answer, and when they are reminded, if they were asked now. */
export async function readCorrectionDays(
  tx: Tx,
  { application, provider }: Sent,
  now: Date,
): Promise<{ answerBy: DateOnly; remindOn: DateOnly }> {
  const { service, periodKey } = application
  const window = await findWindow(tx, { serviceSlug: service.slug, periodKey })
  const { week } = provider.hours
  return correctionDays(dateInAlmaty(now), {
    calendar: await getCalendar(tx),
    week,
    latest: window?.answerBy,
  })
}

/**
 * «Вернуть на исправление»: single answers and documents, each with its reason. What was sent stands with its
 * signature until the applicant has answered. After registration the answer term stands still meanwhile; before it no
 * term of the result has begun, and that of the intake begins anew with the answer.
 */
export async function requestCorrection(
  tx: Tx,
  actor: Actor,
  number: number,
  asked: readonly CorrectionItem[],
  now: Date,
): Promise<void> {
  const sent = await loadSent(tx, actor, number)
  const { application, revision, snapshot } = sent
  const items = correctionItemsSchema.safeParse(asked)
  const targets = correctableTargets(application.service, snapshot.answers)
  // An EDS was checked, and at the visit the clerk sees to the signature.
  if (revision.signedBy !== 'scan') targets.delete(STATEMENT)
  if (!items.success || items.data.some(({ target }) => !targets.has(target)))
    throw new DomainError('invalid')
  const { answerBy, remindOn } = await readCorrectionDays(tx, sent, now)
  await transition(tx, actor, 'requestCorrection', application, now, {
    // The applicant starts from what was sent, not from what an earlier correction left behind.
    data: { returnsTo: application.status, dueAt: answerBy, answers: Json.write(snapshot.answers) },
    detail: { answerBy, count: items.data.length },
  })
  await tx.correction.create({
    data: {
      applicationId: application.id,
      from: application.status,
      items: Json.write(items.data),
      requestedAt: now,
      requestedById: actor.userId,
      requestedByName: actor.name,
      answerBy,
      remindOn,
      revisionId: revision.id,
    },
    select: { id: true },
  })
  await enqueue(tx, {
    event: 'application_correction',
    recipientId: application.ownerId,
    locale: application.locale,
    payload: { number, count: items.data.length, date: answerBy },
  })
}

/** The school goes on with what it has: the applicant did not answer, or has brought it in another way. */
export async function closeCorrection(tx: Tx, actor: Actor, number: number, now: Date): Promise<void> {
  const { application, provider } = await loadSent(tx, actor, number)
  if (application.status !== 'correction') throw new DomainError('conflict')
  await settleCorrection(tx, application, 'closed', now)
  await transition(tx, actor, 'closeCorrection', application, now, {
    data: { ...(await duesAfter(tx, application, provider, now)), returnsTo: null },
  })
  await enqueue(tx, {
    event: 'correction_closed',
    recipientId: application.ownerId,
    locale: application.locale,
    payload: { number },
  })
}
