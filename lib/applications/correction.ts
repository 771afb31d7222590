import 'server-only'
import { z } from 'zod'
import type { Answers, NeededDocument } from '@/lib/domain/answers'
import { correctedAnswers, openDocuments } from '@/lib/domain/corrected-answers'
import type { CorrectionItem } from '@/lib/domain/correction'
import { type CorrectionReason, isCorrectionReason } from '@/lib/domain/correction-reasons'
import type { DateOnly } from '@/lib/domain/dates'
import type { Deadlines } from '@/lib/domain/deadlines'
import { DomainError } from '@/lib/domain/error'
import type { Organisation } from '@/lib/organisations/data'
import type { Tx } from '@/lib/platform/db'
import type { Application } from './data'
import { correctedSlot } from './document-slots'
import { dueDates } from './due-dates'
import { type Meanwhile, readMeanwhile } from './pauses'
import { voidPending } from './revision'

export const OUTCOMES = ['answered', 'closed', 'cancelled'] as const
/** The applicant sent what was asked, the school went on without it, or the application was withdrawn. */
export type Outcome = (typeof OUTCOMES)[number]

export type Correction = {
  id: string
  items: CorrectionItem[]
  meanwhile: Meanwhile
  requestedAt: Date
  requestedByName: string
  answerBy: DateOnly
  /** The revision that was asked about. */
  revisionId: string
  outcome: Outcome | null
  settledAt: Date | null
}

const itemsSchema = z.array(
  z.object({
    target: z.string(),
    reason: z.custom<CorrectionReason>((value) => typeof value === 'string' && isCorrectionReason(value)),
    note: z.string(),
  }),
)

/** All that was ever asked again of an application, the newest last. */
export async function listCorrections(
  tx: Tx,
  application: Pick<Application, 'id' | 'service' | 'periodKey'>,
): Promise<Correction[]> {
  const rows = await tx.correction.findMany({
    where: { applicationId: application.id },
    orderBy: [{ requestedAt: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      from: true,
      items: true,
      requestedAt: true,
      requestedByName: true,
      answerBy: true,
      revisionId: true,
      outcome: true,
      settledAt: true,
    },
  })
  const corrections: Correction[] = []
  for (const { from, items, outcome, ...row } of rows)
    corrections.push({
      ...row,
      meanwhile: await readMeanwhile(tx, application, from === 'registered'),
      items: itemsSchema.parse(items),
      outcome: OUTCOMES.find((known) => known === outcome) ?? null,
    })
  return corrections
}

/** What the applicant is asked now; null when nothing is. */
export async function findOpenCorrection(
  tx: Tx,
  application: Pick<Application, 'id' | 'service' | 'periodKey'>,
): Promise<Correction | null> {
  return (await listCorrections(tx, application)).find(({ settledAt }) => settledAt === null) ?? null
}

/** A correction under way: what stands, what the applicant has made of it so far, and what may be changed. */
export type Correcting = {
  correction: Correction
  /** As they were sent. */
  standing: Answers
  /** As they would be sent now. */
  corrected: Answers
  /** The documents that may be put in anew. */
  documents: NeededDocument[]
}

export async function readCorrecting(tx: Tx, application: Application): Promise<Correcting | null> {
  const { service, revision, status, answers: working } = application
  const correction = status === 'correction' ? await findOpenCorrection(tx, application) : null
  if (!correction || !revision) return null
  const { answers: standing } = revision.snapshot
  const { items } = correction
  const corrected = correctedAnswers(service, standing, working, items)
  return {
    correction,
    standing,
    corrected,
    documents: openDocuments(service, standing, corrected, items),
  }
}

/**
 * Ends the correction that is open. What the applicant had put in but not sent goes, unless it is what they send now.
 * `conflict` when somebody was first.
 */
export async function settleCorrection(
  tx: Tx,
  application: Application,
  outcome: Outcome,
  now: Date,
): Promise<void> {
  // As whoever types or uploads does it: the application first, then what is in it. Else two could wait for each other.
  await tx.$queryRaw`SELECT id FROM application WHERE id = ${application.id}::uuid FOR UPDATE`
  const { count } = await tx.correction.updateMany({
    where: { applicationId: application.id, settledAt: null },
    data: { outcome, settledAt: now },
  })
  if (count === 0) throw new DomainError('conflict')
  if (outcome !== 'answered') await dropUnsent(tx, application, now)
}

/** What was put in for a correction and not sent, files and a statement to be signed, is nobody's any more. */
export async function dropUnsent(
  tx: Tx,
  application: Pick<Application, 'id' | 'pending'>,
  now: Date,
): Promise<void> {
  await voidPending(tx, application, now)
  await tx.applicationDocument.updateMany({
    where: { applicationId: application.id, slot: { startsWith: correctedSlot('') }, removedAt: null },
    data: { removedAt: now },
  })
}

/**
 * The dates of an application that goes on after a correction which is settled already. Before registration the intake
 * term begins anew, as what the law lets a provider accept or refuse is whole only now; after it the answer moves
 * by the working days of the pause.
 */
export async function duesAfter(
  tx: Tx,
  {
    returnsTo,
    completeAt,
    ...application
  }: Pick<
    Application,
    'id' | 'service' | 'periodKey' | 'returnsTo' | 'completeAt' | 'sentAt' | 'registeredAt'
  >,
  provider: Organisation,
  now: Date,
): Promise<Deadlines & { completeAt: Date; dueAt: DateOnly }> {
  const isRegistered = returnsTo === 'registered'
  const complete = isRegistered ? (completeAt ?? application.sentAt ?? now) : now
  const due = await dueDates(tx, application, provider, complete, application.registeredAt)
  return { ...due, completeAt: complete, dueAt: isRegistered ? due.answerDue : due.intakeDue }
}
