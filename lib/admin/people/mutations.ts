import 'server-only'
import { audit } from '@/lib/audit/mutations'
import type { Actor } from '@/lib/domain/actor'
import { type DateOnly, dateInAlmaty } from '@/lib/domain/dates'
import { DomainError } from '@/lib/domain/error'
import { isLocale } from '@/lib/domain/text'
import { enqueue } from '@/lib/notifications/mutations'
import type { Tx } from '@/lib/platform/db'
import { refuseSelf, requireAdmin } from '../policy'
import { endOf, lastDay } from './schema'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** A role of somebody else. @throws DomainError absent, forbidden for one's own. */
async function foreignRole(tx: Tx, actor: Actor, id: string) {
  requireAdmin(actor)
  if (!UUID.test(id)) throw new DomainError('absent')
  const role = await tx.membership.findUnique({
    where: { id },
    select: {
      id: true,
      accountId: true,
      iin: true,
      role: true,
      organisationId: true,
      validFrom: true,
      validTo: true,
      isActing: true,
      account: { select: { email: true } },
    },
  })
  if (!role) throw new DomainError('absent')
  refuseSelf(actor, { accountId: role.accountId, email: role.account.email, iin: role.iin })
  return role
}

/** The role of this person ends now; one that has not begun was never there. */
export async function endRole(tx: Tx, actor: Actor, id: string, now: Date): Promise<void> {
  const role = await foreignRole(tx, actor, id)
  const { count } =
    role.validFrom < now
      ? await tx.membership.updateMany({
          where: { id, OR: [{ validTo: null }, { validTo: { gt: now } }] },
          data: { validTo: now },
        })
      : await tx.membership.deleteMany({ where: { id } })
  if (count === 0) throw new DomainError('conflict')
  await note(tx, actor, 'role.end', role, {})
}

/**
 * Another last day, or none. `early`: it may not lie before today or the role's beginning. An acting head's time is
 * set by an order: it can only be cut short.
 */
export async function changePeriod(
  tx: Tx,
  actor: Actor,
  id: string,
  to: DateOnly | null,
  now: Date,
): Promise<'saved' | 'early'> {
  const role = await foreignRole(tx, actor, id)
  if (role.validTo && role.validTo <= now) throw new DomainError('conflict')
  const earliest = [dateInAlmaty(now), dateInAlmaty(role.validFrom)].sort().at(-1) ?? ''
  if (to !== null && to < earliest) return 'early'
  const validTo = to === null ? null : endOf(to)
  if (role.isActing && (!validTo || !role.validTo || validTo > role.validTo))
    throw new DomainError('forbidden')
  if (await crosses(tx, role, validTo)) throw new DomainError('duplicate')
  await tx.membership.update({ where: { id }, data: { validTo }, select: { id: true } })
  await note(tx, actor, 'role.change', role, { to, was: role.validTo && lastDay(role.validTo) })
  return 'saved'
}

type Held = Awaited<ReturnType<typeof foreignRole>>

/** Whether the same role of the same person begins later than this one and before it would end. */
async function crosses(tx: Tx, role: Held, validTo: Date | null): Promise<boolean> {
  const { id, accountId, organisationId, validFrom } = role
  const where = { id: { not: id }, accountId, organisationId, role: role.role }
  const until = validTo ? { lt: validTo } : {}
  return (await tx.membership.count({ where: { ...where, validFrom: { gte: validFrom, ...until } } })) > 0
}

/** The letter once more, to whoever has not opened its link yet. */
export async function resendInvitation(tx: Tx, actor: Actor, accountId: string): Promise<void> {
  requireAdmin(actor)
  if (!UUID.test(accountId)) throw new DomainError('absent')
  const account = await tx.account.findFirst({
    where: { id: accountId, emailConfirmedAt: null, passwordHash: '', isPaper: false },
    select: { locale: true },
  })
  if (!account) throw new DomainError('conflict')
  const locale = isLocale(account.locale) ? account.locale : 'kk'
  await enqueue(tx, { event: 'staff_invited', recipientId: accountId, locale })
  await audit(tx, { actorId: actor.userId, action: 'role.remind', subject: `account:${accountId}` })
}

function note(
  tx: Tx,
  actor: Actor,
  action: string,
  role: Held,
  detail: Readonly<Record<string, string | null>>,
): Promise<void> {
  return audit(tx, {
    actorId: actor.userId,
    action,
    subject: `account:${role.accountId}`,
    detail: { role: role.role, organisation: role.organisationId, ...detail },
  })
}
