import 'server-only'
import { audit } from '@/lib/audit/mutations'
import { addDays, almatyInstant, type DateOnly, dateInAlmaty } from '@/lib/domain/dates'
import { DomainError } from '@/lib/domain/error'
import { fullName } from '@/lib/domain/person-name'
import type { Tx } from '@/lib/platform/db'

type Days = { from: DateOnly; to: DateOnly }

/** A time in which somebody acts in the head's place, by an order; both days count whole. */
export type ActingTerm = Days & {
  id: string
  accountId: string
  name: string
  /** Number and date of the order that appoints. */
  basis: string
  state: 'past' | 'now' | 'coming'
}

const SHOWN = 20

/** The latest first. */
export async function listActingTerms(tx: Tx, organisationId: string, now: Date): Promise<ActingTerm[]> {
  const rows = await tx.membership.findMany({
    where: { organisationId, isActing: true },
    orderBy: [{ validFrom: 'desc' }, { id: 'desc' }],
    take: SHOWN,
    select: {
      id: true,
      accountId: true,
      basis: true,
      validFrom: true,
      validTo: true,
      account: { select: { familyName: true, givenName: true, patronymic: true } },
    },
  })
  return rows.map(({ id, accountId, basis, validFrom, validTo, account }) => ({
    id,
    accountId,
    name: fullName(account),
    basis,
    from: dateInAlmaty(validFrom),
    to: validTo ? dateInAlmaty(new Date(validTo.getTime() - 1)) : '',
    state: validFrom > now ? 'coming' : validTo && validTo <= now ? 'past' : 'now',
  }))
}

type Appointment = Days & { organisationId: string; accountId: string; basis: string }

/**
 * Whoever acts in the head's place has the head's rights from the first midnight to the last one in Almaty, and not a
 * moment longer. One at a time. @throws DomainError duplicate where another's time would run into this one
 */
export async function appoint(tx: Tx, by: { userId: string }, wanted: Appointment): Promise<void> {
  const { organisationId, accountId, basis, from, to } = wanted
  const validFrom = almatyInstant(from, '00:00')
  const validTo = almatyInstant(addDays(to, 1), '00:00')
  await tx.$queryRaw`SELECT 1 FROM organisation WHERE id = ${organisationId}::uuid FOR UPDATE`
  const crossing = await tx.membership.count({
    where: { organisationId, isActing: true, validFrom: { lt: validTo }, validTo: { gt: validFrom } },
  })
  if (crossing > 0) throw new DomainError('duplicate')
  const known = await tx.membership.findFirst({
    where: { organisationId, accountId, iin: { not: '' } },
    select: { iin: true },
  })
  await tx.membership.create({
    data: {
      organisationId,
      accountId,
      role: 'director',
      isActing: true,
      basis,
      validFrom,
      validTo,
      iin: known?.iin ?? '',
    },
    select: { id: true },
  })
  await audit(tx, {
    actorId: by.userId,
    action: 'acting.appoint',
    subject: `account:${accountId}`,
    detail: { organisation: organisationId, from, to, basis },
  })
}

/** Ends now, or was never there when it had not begun. @throws DomainError conflict once it is over */
export async function endActingTerm(
  tx: Tx,
  by: { userId: string },
  { organisationId, id }: { organisationId: string; id: string },
  now: Date,
): Promise<'ended' | 'withdrawn'> {
  const where = { id, organisationId, isActing: true }
  const term = await tx.membership.findFirst({ where, select: { accountId: true } })
  if (!term) throw new DomainError('absent')
  const withdrawn = await tx.membership.deleteMany({ where: { ...where, validFrom: { gte: now } } })
  const ended =
    withdrawn.count > 0
      ? withdrawn
      : await tx.membership.updateMany({
          where: { ...where, validFrom: { lt: now }, validTo: { gt: now } },
          data: { validTo: now },
        })
  if (ended.count === 0) throw new DomainError('conflict')
  const outcome = withdrawn.count > 0 ? 'withdrawn' : 'ended'
  await audit(tx, {
    actorId: by.userId,
    action: `acting.${outcome}`,
    subject: `account:${term.accountId}`,
    detail: { organisation: organisationId, term: id },
  })
  return outcome
}
