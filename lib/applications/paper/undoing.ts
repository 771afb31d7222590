import 'server-only'
import { audit } from '@/lib/audit/mutations'
import type { Actor } from '@/lib/domain/actor'
import { UNDO_DAYS, undoUntil } from '@/lib/domain/claim-slip'
import { DomainError } from '@/lib/domain/error'
import { enqueue } from '@/lib/notifications/mutations'
import { Json, type Tx } from '@/lib/platform/db'
import { dropUnsent } from '../correction'
import { findCurrentSlip } from '../in-person'
import { worksOn } from '../policy'
import { loadSent } from '../provider/intake'
import { laterThan, noteEvent } from '../transition'

/**
 * Takes an application back from whoever has claimed it, to where it was before. The `where` is guard and lock at
 * once: of this and a step of the claimant one wins, and the other is a `conflict`. @throws DomainError closed
 * when fourteen days are over.
 */
export async function undoClaim(tx: Tx, clerk: Actor, number: number, now: Date): Promise<void> {
  const { application, snapshot } = await loadSent(tx, clerk, number)
  if (!worksOn(clerk, application.facts)) throw new DomainError('forbidden')
  const slip = await findCurrentSlip(tx, application.id)
  if (!slip?.claimedAt || !slip.claimedById) throw new DomainError('conflict')
  if (now > undoUntil(slip.claimedAt)) throw new DomainError('closed')
  const { count } = await tx.application.updateMany({
    where: { id: application.id, ownerId: slip.claimedById, updatedAt: application.updatedAt },
    data: {
      ownerId: slip.paperOwnerId,
      locale: snapshot.locale,
      // Whoever claims it next finds what was sent, and nothing of this one.
      answers: Json.write(snapshot.answers),
      updatedAt: laterThan(application.updatedAt, now),
    },
  })
  if (count === 0) throw new DomainError('conflict')
  await dropUnsent(tx, application, now)
  await tx.claimSlip.update({
    where: { id: slip.id },
    data: { undoneAt: now, undoneByName: clerk.name },
    select: { id: true },
  })
  await noteEvent(tx, application, { action: 'undoClaim', actor: clerk, now })
  await audit(tx, {
    actorId: clerk.userId,
    action: 'application.undoClaim',
    subject: application.id,
    detail: { slip: slip.id, from: slip.claimedById },
  })
  await enqueue(tx, {
    event: 'application_claim_undone',
    recipientId: slip.claimedById,
    locale: application.locale,
    payload: { number },
  })
}

const DAY_MS = 24 * 60 * 60 * 1000

/** The accounts of people who applied on paper and have claimed it all: kept until that cannot be undone. */
export async function forgetPaperOwners(tx: Tx, now: Date): Promise<number> {
  const yesterday = new Date(now.getTime() - DAY_MS)
  const claims = await tx.claimSlip.findMany({
    where: { claimedAt: { gte: new Date(yesterday.getTime() - UNDO_DAYS * DAY_MS) } },
    select: { paperOwnerId: true },
  })
  const kept = claims.map(({ paperOwnerId }) => paperOwnerId)
  const { count } = await tx.account.deleteMany({
    where: { isPaper: true, createdAt: { lt: yesterday }, applications: { none: {} }, id: { notIn: kept } },
  })
  return count
}
