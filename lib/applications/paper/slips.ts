import 'server-only'
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { audit } from '@/lib/audit/mutations'
import type { Actor } from '@/lib/domain/actor'
import { slipCodeFrom, slipExpiry } from '@/lib/domain/claim-slip'
import { dateInAlmaty } from '@/lib/domain/dates'
import { DomainError } from '@/lib/domain/error'
import { renderSlip } from '@/lib/papers/slip'
import { asActor, isUniqueViolation, type Tx } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { findCurrentSlip } from '../in-person'
import { worksOn } from '../policy'
import { loadSent, type Sent } from '../provider/intake'
import { noteEvent } from '../transition'

/** What is kept of a code: without the key of the platform a stolen table is no list of codes. */
export function hashOfSlip(applicationId: string, code: string): string {
  return createHmac('sha256', env().AUTH_SECRET).update(`slip:${applicationId}:${code}`).digest('base64url')
}

export function isCodeOf(applicationId: string, code: string, codeHash: string): boolean {
  const [given, kept] = [Buffer.from(hashOfSlip(applicationId, code)), Buffer.from(codeHash)]
  return given.length === kept.length && timingSafeEqual(given, kept)
}

export type IssuedSlip = { pdf: Uint8Array; number: number }

/**
 * A new slip, with a code that nothing but this PDF ever tells; the one before becomes void. `replaces` is the slip
 * that the clerk's page knew ('' for none): a second click prints nothing. @throws DomainError conflict then, and
 * once the application was claimed.
 */
export async function issueSlip(
  clerk: Actor,
  number: number,
  replaces: string,
  now: Date,
): Promise<IssuedSlip> {
  const sent = await asActor(clerk, (tx) => loadSlipless(tx, clerk, number, replaces))
  const { application, snapshot, provider } = sent
  const code = slipCodeFrom(randomBytes(12))
  const { lastDay, expiresAt } = slipExpiry(now)
  const pdf = await renderSlip({
    number,
    issuer: provider,
    service: application.service.name,
    applicantName: snapshot.applicant.name,
    date: dateInAlmaty(now),
    lastDay,
    clerkName: clerk.name,
    url: `${env().APP_URL}/cabinet/claim?number=${number}`,
    code,
  })
  await asActor(clerk, async (tx) => {
    // Like a claim: the application first, then its slip.
    await tx.$queryRaw`SELECT id FROM application WHERE number = ${number} FOR UPDATE`
    await loadSlipless(tx, clerk, number, replaces)
    if (replaces) await voidSlip(tx, replaces, now)
    await tx.claimSlip
      .create({
        data: {
          applicationId: application.id,
          codeHash: hashOfSlip(application.id, code),
          createdAt: now,
          expiresAt,
          paperOwnerId: application.ownerId,
        },
        select: { id: true },
      })
      .catch((error: unknown) => {
        if (isUniqueViolation(error)) throw new DomainError('conflict')
        throw error
      })
    await noteEvent(tx, application, { action: 'issueSlip', actor: clerk, now })
    await audit(tx, { actorId: clerk.userId, action: 'application.issueSlip', subject: application.id })
  })
  return { pdf, number }
}

/** One that nobody has claimed, with the slip that is to be replaced. */
async function loadSlipless(tx: Tx, clerk: Actor, number: number, replaces: string): Promise<Sent> {
  const sent = await loadSent(tx, clerk, number)
  const { application } = sent
  if (application.origin !== 'paper') throw new DomainError('absent')
  if (!worksOn(clerk, application.facts)) throw new DomainError('forbidden')
  const current = await findCurrentSlip(tx, application.id)
  if (current?.claimedAt || (current?.id ?? '') !== replaces) throw new DomainError('conflict')
  return sent
}

async function voidSlip(tx: Tx, id: string, now: Date): Promise<void> {
  const { count } = await tx.claimSlip.updateMany({
    where: { id, voidedAt: null, claimedAt: null },
    data: { voidedAt: now },
  })
  if (count === 0) throw new DomainError('conflict')
}
