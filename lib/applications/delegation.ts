import 'server-only'
import { heldAt } from '@/lib/accounts/roles'
import { audit } from '@/lib/audit/mutations'
import type { Role } from '@/lib/domain/actor'
import { dateInAlmaty, timeInAlmaty } from '@/lib/domain/dates'
import type { Status } from '@/lib/domain/status'
import { enqueue, tellOnce } from '@/lib/notifications/mutations'
import { asSystem, Json, type Tx } from '@/lib/platform/db'
import { logFailure } from '@/lib/platform/log'
import type { Prisma } from '@/prisma/generated/client'
import { findConcerned } from './interests'
import { laterThan } from './transition'

/** Who has to be there for what comes next: after registration whoever may sign its end. */
const NEEDED: Partial<Record<Status, readonly Role[]>> = {
  sent: ['clerk', 'director'],
  registered: ['director'],
  waiting: ['director'],
  on_signing: ['director'],
}

const SELECT = {
  id: true,
  number: true,
  status: true,
  organisationId: true,
  updatedAt: true,
  parties: { select: { part: true } },
} as const

/**
 * Where all who work at the provider have an interest of their own in an application, the nearest department above
 * it acts in its place, and stays with it to the end. Where nobody works at all there is no interest to keep apart,
 * and without a department that could decide it stays where it is. True when it was handed over now.
 */
export async function delegateIfNeeded(tx: Tx, applicationId: string, now: Date): Promise<boolean> {
  const row = await tx.application.findUniqueOrThrow({ where: { id: applicationId }, select: SELECT })
  if (!row.organisationId || !(await isWithoutHands(tx, row, now))) return false
  const acting = await findActing(tx, row.organisationId, row.id, now)
  if (!acting) return false
  const { count } = await tx.application.updateMany({
    where: { id: row.id, status: row.status, updatedAt: row.updatedAt },
    // A sheet that was prepared in the provider's name is void, and so is a step that was taken meanwhile.
    data: { updatedAt: laterThan(row.updatedAt, now) },
  })
  if (count === 0) return false
  await tx.applicationParty.create({
    data: { applicationId: row.id, organisationId: acting.id, part: 'acting' },
  })
  await tx.historyEvent.create({
    data: {
      applicationId: row.id,
      at: now,
      action: 'delegate',
      from: row.status,
      to: row.status,
      detail: Json.write({ organisation: { kk: acting.nameKk, ru: acting.nameRu } }),
    },
  })
  await audit(tx, {
    actorId: null,
    action: 'application.delegate',
    subject: row.id,
    detail: { organisation: acting.id },
  })
  const told = await staffOf(tx, acting.id, ['clerk', 'director'], row.id, now)
  for (const { accountId, locale } of told.filter(({ isFree }) => isFree))
    await enqueue(tx, {
      event: 'staff_acting',
      recipientId: accountId,
      locale,
      payload: { number: row.number },
    })
  return true
}

type Row = Prisma.ApplicationGetPayload<{ select: typeof SELECT }>

/** Somebody works there, and nobody of them may do what comes next; no department acts for them yet. */
async function isWithoutHands(tx: Tx, row: Row, now: Date): Promise<boolean> {
  const needed = Object.entries(NEEDED).find(([status]) => status === row.status)?.[1]
  if (!needed || !row.organisationId || row.parties.some(({ part }) => part === 'acting')) return false
  const staff = await staffOf(tx, row.organisationId, needed, row.id, now)
  return staff.length > 0 && !staff.some(({ isFree }) => isFree)
}

/** Nobody here may go on with it, and there is no department that could: its head has to appoint somebody. */
export async function isStuck(tx: Tx, applicationId: string, now: Date): Promise<boolean> {
  const row = await tx.application.findUniqueOrThrow({ where: { id: applicationId }, select: SELECT })
  return isWithoutHands(tx, row, now)
}

type Member = { accountId: string; locale: string; isFree: boolean }

/** Who works there now in one of these roles, and whether they have no interest in the application. */
async function staffOf(
  tx: Tx,
  organisationId: string,
  roles: readonly Role[],
  applicationId: string,
  now: Date,
): Promise<Member[]> {
  const rows = await tx.account.findMany({
    where: { memberships: { some: { organisationId, role: { in: [...roles] }, ...heldAt(now) } } },
    select: { id: true, locale: true },
  })
  const ids = rows.map(({ id }) => id)
  const concerned = (await findConcerned(tx, ids, [applicationId], now)).get(applicationId)
  return rows.map(({ id, locale }) => ({ accountId: id, locale, isFree: !concerned?.has(id) }))
}

/** The nearest organisation above in which a head without an interest can sign. */
async function findActing(
  tx: Tx,
  organisationId: string,
  applicationId: string,
  now: Date,
): Promise<{ id: string; nameKk: string; nameRu: string } | null> {
  const above = await tx.organisation.findFirst({
    where: { children: { some: { id: organisationId } }, closedAt: null },
    select: { id: true, nameKk: true, nameRu: true },
  })
  if (!above) return null
  const heads = await staffOf(tx, above.id, ['director'], applicationId, now)
  return heads.some(({ isFree }) => isFree) ? above : findActing(tx, above.id, applicationId, now)
}

/**
 * Interests arise later too: people come and go, a child is added to a family, or applied for elsewhere. Every ten
 * minutes, over the open applications of those who work where these were sent.
 */
export async function delegateWhereNeeded(now: Date): Promise<number> {
  const slot = `delegation:${dateInAlmaty(now)}T${timeInAlmaty(now).slice(0, 4)}`
  const found = await asSystem('delegation', async (tx) =>
    (await tellOnce(tx, slot, now)) ? listCandidates(tx, now) : [],
  )
  let count = 0
  for (const { id } of found) {
    try {
      if (await asSystem('delegation', (tx) => delegateIfNeeded(tx, id, now))) count += 1
    } catch (error) {
      // The others are handed over; this one is looked at again in ten minutes.
      logFailure('delegation', error)
    }
  }
  return count
}

/**
 * Open applications that may concern a member of the provider's staff: of theirs, about them or about one of their
 * family, as `findConcerned` will tell of each. They are few: OFFSET 0 has each looked up by its index, where the
 * planner would rather go through all applications.
 */
function listCandidates(tx: Tx, now: Date): Promise<{ id: string }[]> {
  const open = Object.keys(NEEDED)
  return tx.$queryRaw`
    WITH staff AS (
      SELECT DISTINCT organisation_id, account_id FROM membership
      WHERE role IN ('clerk', 'director') AND valid_from <= ${now} AND (valid_to IS NULL OR valid_to > ${now})
    ), person AS (
      SELECT s.organisation_id, a.iin FROM staff s JOIN account a ON a.id = s.account_id WHERE a.iin <> ''
      UNION SELECT s.organisation_id, m.iin FROM staff s JOIN membership m USING (account_id) WHERE m.iin <> ''
    ), own AS (
      SELECT organisation_id, account_id FROM staff
      UNION SELECT p.organisation_id, o.id FROM person p JOIN account o USING (iin)
    ), theirs AS (
      SELECT o.organisation_id AS works_at, a.* FROM own o, LATERAL (
        SELECT id, status, organisation_id, subject_key, sent_at FROM application
        WHERE owner_id = o.account_id OFFSET 0) a
    ), subject AS (
      SELECT organisation_id, iin FROM person
      UNION SELECT s.organisation_id, c.iin FROM staff s JOIN family_child c USING (account_id)
      UNION SELECT works_at, subject_key FROM theirs WHERE sent_at IS NOT NULL AND subject_key IS NOT NULL
    ), candidate AS (
      SELECT id, status FROM theirs WHERE organisation_id = works_at
      UNION SELECT a.id, a.status FROM subject s, LATERAL (
        SELECT id, status FROM application
        WHERE subject_key = s.iin AND organisation_id = s.organisation_id OFFSET 0) a
    )
    SELECT id FROM candidate c
    WHERE status = ANY(${open})
      AND NOT EXISTS (SELECT FROM application_party t WHERE t.application_id = c.id AND t.part = 'acting')`
}
