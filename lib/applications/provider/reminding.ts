import 'server-only'
import { audit } from '@/lib/audit/mutations'
import type { Actor } from '@/lib/domain/actor'
import type { ItemResult } from '@/lib/domain/batch'
import { dateInAlmaty } from '@/lib/domain/dates'
import { enqueue, tellOnce } from '@/lib/notifications/mutations'
import type { Tx } from '@/lib/platform/db'
import type { Application } from '../data'
import { isSigned } from '../revision'

/** Whether the applicant is to do the next thing: to put right, to come and sign, to fetch the paper. */
export function waitsForApplicant({ status, revision, facts }: Application): boolean {
  if (status === 'correction') return true
  if (status === 'sent') return revision !== null && !isSigned(revision)
  return status === 'approved' && facts.isToHandOver
}

/** Writes to the applicant once more, at most once a day; an answer that was asked for names its last day. */
export async function remind(
  tx: Tx,
  actor: Actor,
  application: Application,
  now: Date,
): Promise<Extract<ItemResult, 'done' | 'onPaper' | 'remindedToday'>> {
  const { id, number, status, locale, ownerId: recipientId } = application
  const owner = await tx.account.findUniqueOrThrow({
    where: { id: recipientId },
    select: { isPaper: true },
  })
  if (owner.isPaper) return 'onPaper'
  if (!(await tellOnce(tx, `remind:${id}:${dateInAlmaty(now)}`, now))) return 'remindedToday'
  const asked = await tx.correction.findFirst({
    where: { applicationId: id, settledAt: null },
    select: { answerBy: true },
  })
  await enqueue(tx, {
    event: asked ? 'correction_reminder' : 'application_reminded',
    recipientId,
    locale,
    payload: { number, ...(asked ? { date: asked.answerBy } : {}) },
  })
  await tx.historyEvent.create({
    data: {
      applicationId: id,
      at: now,
      action: 'remind',
      from: status,
      to: status,
      actorId: actor.userId,
      actorName: actor.name,
    },
    select: { id: true },
  })
  await audit(tx, { actorId: actor.userId, action: 'application.remind', subject: id })
  return 'done'
}
