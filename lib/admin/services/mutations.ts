import 'server-only'
import { audit } from '@/lib/audit/mutations'
import type { Actor } from '@/lib/domain/actor'
import { DomainError } from '@/lib/domain/error'
import { calledOff, type IntakeWindow } from '@/lib/domain/intake-window'
import type { Text } from '@/lib/domain/text'
import { isUniqueViolation, type Tx } from '@/lib/platform/db'
import { requireAdmin } from '../policy'
import { knownService, listWindows } from './data'
import { crossedBy } from './windows'

/** Off with the words that people read meanwhile, or on; the words of a service that is on are kept for the next time. */
export async function switchService(
  tx: Tx,
  actor: Actor,
  slug: string,
  { isOff, text }: { isOff: boolean; text: Text },
): Promise<void> {
  requireAdmin(actor)
  knownService(slug)
  if (isOff && (!text.kk || !text.ru)) throw new DomainError('incomplete')
  const data = { isOff, textKk: text.kk, textRu: text.ru }
  await tx.serviceSwitch.upsert({
    where: { serviceSlug: slug },
    create: { serviceSlug: slug, ...data },
    update: data,
  })
  await audit(tx, {
    actorId: actor.userId,
    action: isOff ? 'service.off' : 'service.on',
    subject: `service:${slug}`,
  })
}

/** @throws DomainError duplicate when `isNew` and the year has its window already, absent when it has none to change. */
export async function saveWindow(
  tx: Tx,
  actor: Actor,
  slug: string,
  { periodKey, closedText, ...dates }: IntakeWindow,
  isNew: boolean,
): Promise<void> {
  requireAdmin(actor)
  if (!knownService(slug).usualWindow) throw new DomainError('absent')
  // One at a time for each service: two that each fit beside the others could cross one another.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`windows:${slug}`}, 0))`
  const others = (await listWindows(tx, slug)).filter((window) => window.periodKey !== periodKey)
  if (crossedBy(dates, others)) throw new DomainError('conflict')
  const data = { ...dates, closedKk: closedText?.kk ?? '', closedRu: closedText?.ru ?? '' }
  if (isNew) {
    await tx.intakeWindow
      .create({ data: { serviceSlug: slug, periodKey, ...data } })
      .catch((error: unknown) => {
        if (isUniqueViolation(error)) throw new DomainError('duplicate')
        throw error
      })
  } else {
    const { count } = await tx.intakeWindow.updateMany({ where: { serviceSlug: slug, periodKey }, data })
    if (count === 0) throw new DomainError('absent')
  }
  await noteWindow(tx, actor, isNew ? 'window.add' : 'window.change', slug, periodKey)
}

/** Calls an intake off: it closes where it would open, and the row stays so that the night does not bring it back. */
export async function callOffWindow(
  tx: Tx,
  actor: Actor,
  slug: string,
  { periodKey, opensAt }: IntakeWindow,
): Promise<void> {
  requireAdmin(actor)
  const where = { serviceSlug: slug, periodKey, opensAt }
  const { count } = await tx.intakeWindow.updateMany({ where, data: calledOff({ opensAt }) })
  if (count === 0) throw new DomainError('conflict')
  await noteWindow(tx, actor, 'window.callOff', slug, periodKey)
}

function noteWindow(tx: Tx, actor: Actor, action: string, slug: string, period: string): Promise<void> {
  return audit(tx, { actorId: actor.userId, action, subject: `service:${slug}`, detail: { period } })
}
