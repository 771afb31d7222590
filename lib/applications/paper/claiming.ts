import 'server-only'
import { audit } from '@/lib/audit/mutations'
import { mayTry } from '@/lib/auth/delays'
import type { Actor } from '@/lib/domain/actor'
import { SLIP_TRIES } from '@/lib/domain/claim-slip'
import { DomainError } from '@/lib/domain/error'
import type { Locale } from '@/lib/domain/text'
import { LIVE } from '@/lib/domain/workflow'
import { enqueue } from '@/lib/notifications/mutations'
import { asSystem, isUniqueViolation, type Tx } from '@/lib/platform/db'
import { toStatus } from '../data'
import { findCurrentSlip } from '../in-person'
import { knownIins } from '../policy'
import { tellStaff } from '../staff-to-tell'
import { laterThan, noteEvent } from '../transition'
import { isCodeOf } from './slips'

/** What was typed from the slip; `code` is canonical, '' where it was none. */
export type TypedSlip = { number: number; iin: string; code: string }

/** `otherIin`: the claimant's profile has another; `rival` is their own application that stands in the way. */
export type ClaimAnswer = 'claimed' | 'wrong' | 'otherIin' | { rival: number }

/**
 * Moves an application on paper to the claimant's cabinet. Whatever does not fit (no such application, another IIN,
 * another code, a slip used up, run out or replaced) is `wrong` and nothing more is told.
 */
export async function claim(actor: Actor, typed: TypedSlip, locale: Locale, now: Date): Promise<ClaimAnswer> {
  if (!actor.confirmed) throw new DomainError('unconfirmed')
  const own = knownIins(actor)
  if (own.length > 0 && !own.includes(typed.iin)) return 'otherIin'
  if (!(await mayTry('claimsOfAccount', actor.userId))) throw new DomainError('tooMany')
  return asSystem('claim', async (tx) => {
    const found = await lockClaimable(tx, typed.number)
    const slip = found && (await findCurrentSlip(tx, found.id))
    if (!found || !slip || slip.claimedAt || now >= slip.expiresAt) return 'wrong'
    const fits = { iin: found.owner.iin === typed.iin, code: isCodeOf(found.id, typed.code, slip.codeHash) }
    // Numbers follow one another: whoever knows neither part must not use up the tries of a stranger's slip.
    if (!fits.iin && !fits.code) return 'wrong'
    const { count } = await tx.claimSlip.updateMany({
      where: { id: slip.id, tries: { lt: SLIP_TRIES }, voidedAt: null, claimedAt: null },
      data: { tries: { increment: 1 } },
    })
    if (count === 0 || !fits.iin || !fits.code) {
      await audit(tx, { actorId: actor.userId, action: 'application.claimRefused', subject: found.id })
      return 'wrong'
    }
    const rival = await findRival(tx, actor, found)
    if (rival !== null) return { rival }
    await moveTo(tx, actor, found, slip.id, locale, now)
    return 'claimed'
  })
}

type Claimable = NonNullable<Awaited<ReturnType<typeof lockClaimable>>>

/** Its row stays locked until the end: claims, their undoing and every step of staff come one after the other. */
async function lockClaimable(tx: Tx, number: number) {
  await tx.$queryRaw`SELECT id FROM application WHERE number = ${number} AND origin = 'paper' FOR UPDATE`
  return tx.application.findFirst({
    where: { number, origin: 'paper', status: { not: 'draft' }, owner: { isPaper: true } },
    select: {
      id: true,
      number: true,
      status: true,
      serviceSlug: true,
      periodKey: true,
      subjectKey: true,
      ownerId: true,
      updatedAt: true,
      assigneeId: true,
      parties: { select: { organisationId: true, part: true } },
      owner: { select: { iin: true } },
    },
  })
}

/** An account has one live application for one person, service and period. */
async function findRival(tx: Tx, actor: Actor, claimed: Claimable): Promise<number | null> {
  const { serviceSlug, periodKey, subjectKey, status } = claimed
  if (!LIVE.includes(toStatus(status))) return null
  const rival = await tx.application.findFirst({
    where: { ownerId: actor.userId, serviceSlug, periodKey, subjectKey, status: { in: [...LIVE] } },
    select: { number: true },
  })
  return rival?.number ?? null
}

async function moveTo(
  tx: Tx,
  actor: Actor,
  claimed: Claimable,
  slipId: string,
  locale: Locale,
  now: Date,
): Promise<void> {
  const { id, number, status, ownerId, updatedAt } = claimed
  const { count } = await tx.application
    .updateMany({
      where: { id, ownerId },
      data: { ownerId: actor.userId, locale, updatedAt: laterThan(updatedAt, now) },
    })
    .catch((error: unknown) => {
      if (isUniqueViolation(error)) throw new DomainError('duplicate')
      throw error
    })
  if (count === 0) throw new DomainError('conflict')
  await tx.claimSlip.update({
    where: { id: slipId },
    data: { claimedAt: now, claimedById: actor.userId },
    select: { id: true },
  })
  await noteEvent(tx, { id, status: toStatus(status) }, { action: 'claim', actor, now })
  await audit(tx, {
    actorId: actor.userId,
    action: 'application.claim',
    subject: id,
    detail: { slip: slipId },
  })
  const payload = { number }
  await enqueue(tx, { event: 'application_claimed', recipientId: actor.userId, locale, payload })
  await tellOfClaim(tx, claimed, now)
}

/** Whoever works it; before anybody does, whoever has entered it, while they work there. */
async function tellOfClaim(tx: Tx, claimed: Claimable, now: Date): Promise<void> {
  const { id, number, assigneeId, parties } = claimed
  const entered = await tx.historyEvent.findFirst({
    where: { applicationId: id, action: 'send' },
    select: { actorId: true },
  })
  const worked = {
    id,
    number,
    assigneeId: assigneeId ?? entered?.actorId ?? null,
    facts: { parties },
  }
  await tellStaff(tx, worked, 'staff_claimed', {}, now)
}
