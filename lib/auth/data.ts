import 'server-only'
import { type Actor, isRole } from '@/lib/domain/actor'
import { fullName } from '@/lib/domain/person-name'
import type { Tx } from '@/lib/platform/db'
import type { Prisma } from '@/prisma/generated/client'
import { SESSION_SECONDS } from './cookie'

/** The person with the roles whose days have come; see `heldAt` for who holds them. */
const personAt = (now: Date) =>
  ({
    id: true,
    email: true,
    emailConfirmedAt: true,
    familyName: true,
    givenName: true,
    patronymic: true,
    iin: true,
    memberships: {
      where: { validFrom: { lte: now }, OR: [{ validTo: null }, { validTo: { gt: now } }] },
      select: { organisationId: true, role: true, iin: true, isActing: true, basis: true },
    },
  }) as const satisfies Prisma.AccountSelect

type Person = Prisma.AccountGetPayload<{ select: ReturnType<typeof personAt> }>

function toActor(account: Person, sessionId: string): Actor {
  const held = account.emailConfirmedAt === null ? [] : account.memberships
  const memberships = held.flatMap(({ role, iin, ...rest }) =>
    isRole(role) ? [{ ...rest, role, ...(iin ? { iin } : {}) }] : [],
  )
  return {
    userId: account.id,
    email: account.email,
    name: fullName(account),
    iin: account.iin,
    confirmed: account.emailConfirmedAt !== null,
    sessionId,
    memberships,
    organisationIds: [...new Set(memberships.map((m) => m.organisationId))],
  }
}

/** Null when the session is unknown, revoked or older than 30 days. Notes once a minute that it was seen. */
export async function getActor(tx: Tx, sessionId: string, now: Date): Promise<Actor | null> {
  const session = await tx.session.findFirst({
    where: {
      id: sessionId,
      revokedAt: null,
      createdAt: { gt: new Date(now.getTime() - SESSION_SECONDS * 1000) },
    },
    select: { lastSeenAt: true, account: { select: personAt(now) } },
  })
  if (!session) return null
  const aMinuteAgo = new Date(now.getTime() - 60_000)
  if (session.lastSeenAt < aMinuteAgo) {
    await tx.session.updateMany({
      where: { id: sessionId, lastSeenAt: { lt: aMinuteAgo } },
      data: { lastSeenAt: now },
    })
  }
  return toActor(session.account, sessionId)
}

/**
 * Who asked for work that goes on without them, with the rights they have now: one who has lost them meanwhile
 * does nothing more.
 */
export async function getActorOf(tx: Tx, accountId: string, now: Date): Promise<Actor | null> {
  const account = await tx.account.findUnique({ where: { id: accountId }, select: personAt(now) })
  return account && toActor(account, '')
}
