import 'server-only'
import { lockAddress } from '@/lib/accounts/address'
import { audit } from '@/lib/audit/mutations'
import type { Actor, Role } from '@/lib/domain/actor'
import { type DateOnly, dateInAlmaty } from '@/lib/domain/dates'
import type { PersonName } from '@/lib/domain/person-name'
import type { Locale } from '@/lib/domain/text'
import { enqueue } from '@/lib/notifications/mutations'
import { operatorId } from '@/lib/organisations/mutations'
import type { Tx } from '@/lib/platform/db'
import { refuseSelf, requireAdmin } from '../policy'
import { endOf, firstMoment } from './schema'

export type Invitation = PersonName & {
  email: string
  /** As an administrator read it in the person's document. */
  iin: string
  role: Role
  /** BIN; '' for an administrator, who belongs to the platform. */
  organisation: string
  from: DateOnly
  to: DateOnly | null
  /** Of the letter. */
  locale: Locale
}

export type InviteFault = 'past' | 'organisation' | 'methodist' | 'admin' | 'iinOfAnother' | 'overlap'
export type Invited =
  | { ok: true; accountId: string }
  | { ok: false; field: keyof Invitation; fault: InviteFault }

const refused = (field: keyof Invitation, fault: InviteFault): Invited => ({ ok: false, field, fault })

/**
 * Gives a role to whoever reads this address. Who has proven it already has the role from its first day; for anybody
 * else an account is made that nobody can open before the link of the letter has: it has no password until then.
 * @throws DomainError forbidden for oneself, by whatever name.
 */
export async function invite(tx: Tx, actor: Actor, invitation: Invitation, now: Date): Promise<Invited> {
  requireAdmin(actor)
  refuseSelf(actor, invitation)
  return give(tx, actor, invitation, now)
}

/** The first administrator is invited by whoever keeps the machine, by hand. */
export function inviteFirst(
  tx: Tx,
  invitation: Omit<Invitation, 'role' | 'organisation'>,
  now: Date,
): Promise<Invited> {
  return give(tx, null, { ...invitation, role: 'admin', organisation: '' }, now)
}

async function give(tx: Tx, actor: Actor | null, invitation: Invitation, now: Date): Promise<Invited> {
  const { email, iin, role, from, to, locale } = invitation
  if (from < dateInAlmaty(now)) return refused('from', 'past')
  const place = await placeOf(tx, invitation)
  if (typeof place !== 'string') return place
  // The address before the account: of two invitations at once the second sees what the first has made.
  await lockAddress(tx, email)
  const known = await findAccount(tx, email)
  if (known) {
    if (actor) refuseSelf(actor, { accountId: known.id })
    if (iin && known.iins.some((other) => other !== iin)) return refused('iin', 'iinOfAnother')
  }
  const accountId = known?.id ?? (await makeAccount(tx, invitation, now))
  const [validFrom, validTo] = [firstMoment(from, now), to ? endOf(to) : null]
  const crossing = await tx.membership.count({
    where: {
      accountId,
      organisationId: place,
      role,
      AND: [
        { OR: [{ validTo: null }, { validTo: { gt: validFrom } }] },
        validTo ? { validFrom: { lt: validTo } } : {},
      ],
    },
  })
  if (crossing > 0) return refused('role', 'overlap')
  await tx.membership.create({
    data: { accountId, organisationId: place, role, validFrom, validTo, iin },
    select: { id: true },
  })
  await enqueue(tx, { event: 'staff_invited', recipientId: accountId, locale })
  await audit(tx, {
    actorId: actor?.userId ?? null,
    action: 'role.give',
    subject: `account:${accountId}`,
    detail: { role, organisation: place, from, to },
  })
  return { ok: true, accountId }
}

async function placeOf(tx: Tx, { role, organisation }: Invitation): Promise<string | Invited> {
  if (role === 'admin') return organisation ? refused('organisation', 'admin') : operatorId(tx)
  const found = await tx.organisation.findUnique({
    where: { bin: organisation.replace(/\s/gu, '') },
    select: { id: true, kind: true, closedAt: true },
  })
  if (!found || found.kind === 'operator' || found.closedAt) return refused('organisation', 'organisation')
  if (role === 'methodist' && found.kind !== 'department') return refused('role', 'methodist')
  return found.id
}

/** Who has proven this address, else the account that an earlier invitation made for it; with every IIN known of it. */
async function findAccount(tx: Tx, email: string): Promise<{ id: string; iins: string[] } | null> {
  const select = { id: true, iin: true, memberships: { select: { iin: true } } } as const
  const own = { email, isPaper: false }
  const proven = await tx.account.findFirst({ where: { ...own, emailConfirmedAt: { not: null } }, select })
  // A stranger may have registered with this address: such an account has a password, and proves nothing.
  const account = proven ?? (await tx.account.findFirst({ where: { ...own, passwordHash: '' }, select }))
  if (!account) return null
  const iins = [account.iin, ...account.memberships.map((membership) => membership.iin)]
  return { id: account.id, iins: iins.filter(Boolean) }
}

async function makeAccount(tx: Tx, person: Invitation, now: Date): Promise<string> {
  const { email, familyName, givenName, patronymic, locale } = person
  const { id } = await tx.account.create({
    data: { email, familyName, givenName, patronymic, locale, passwordHash: '', createdAt: now },
    select: { id: true },
  })
  return id
}
