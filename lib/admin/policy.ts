import type { Actor } from '@/lib/domain/actor'
import { DomainError } from '@/lib/domain/error'

/** Keeps the platform: its services, organisations, people, calendar and texts; nobody's applications. */
export function isAdmin(actor: Actor): boolean {
  return actor.memberships.some(({ role }) => role === 'admin')
}

/** The whole room is absent for everybody else. @throws DomainError absent. */
export function requireAdmin(actor: Actor): void {
  if (!isAdmin(actor)) throw new DomainError('absent')
}

/** By account, by address or by IIN: whichever way somebody is named, it may be the administrator who acts. */
export type Named = { accountId?: string | null; email?: string; iin?: string }

export function isSelf(actor: Actor, { accountId, email, iin }: Named): boolean {
  const own = [actor.iin, ...actor.memberships.map((membership) => membership.iin)]
  return (
    actor.userId === accountId ||
    actor.email === email?.trim().toLowerCase() ||
    own.some((known) => Boolean(known) && known === iin)
  )
}

/** Nobody gives, prolongs or changes rights of their own: another administrator does. @throws DomainError forbidden. */
export function refuseSelf(actor: Actor, named: Named): void {
  if (isSelf(actor, named)) throw new DomainError('forbidden')
}
