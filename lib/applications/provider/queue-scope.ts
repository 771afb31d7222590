import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import type { DateOnly } from '@/lib/domain/dates'
import { foldForSearch } from '@/lib/domain/person-name'
import type { QueueFlag, QueueView } from '@/lib/domain/queue-query'
import type { Tx } from '@/lib/platform/db'
import { Prisma } from '@/prisma/generated/client'
import { watchedBy, workplacesOf } from '../policy'
import { OPEN, RIVALS } from './doubts'

/** The organisations whose applications this person reads by their work. */
export async function organisationsReadBy(tx: Tx, actor: Actor): Promise<string[]> {
  const below = await tx.organisation.findMany({
    where: { parentId: { in: watchedBy(actor) } },
    select: { id: true },
  })
  return [...new Set([...workplacesOf(actor), ...below.map(({ id }) => id)])]
}

/**
 * `columns` of the applications `a` that `readableBy` opens to whoever reads for these organisations. Written so that
 * each is found by an index however many others there are: first what an organisation was sent, as far as `tail`
 * (an order and a limit) goes for each of them; then what they take part in otherwise.
 */
export function readableRows(
  organisations: readonly string[],
  { columns, where, tail }: { columns: Prisma.Sql; where: Prisma.Sql; tail: Prisma.Sql },
): Prisma.Sql {
  const ids = Prisma.sql`${[...organisations]}::uuid[]`
  return Prisma.sql`
    SELECT own.* FROM unnest(${ids}) AS o (id) CROSS JOIN LATERAL (
      SELECT ${columns} FROM application AS a
      WHERE a.organisation_id = o.id AND a.status <> 'draft' AND ${where} ${tail}
    ) AS own
    UNION ALL
    SELECT other.* FROM (
      SELECT application_id AS id, bool_or(part = 'acting') AS acts FROM application_party
      WHERE organisation_id = ANY (${ids}) AND part <> 'provider' GROUP BY application_id
    ) AS p CROSS JOIN LATERAL (
      SELECT ${columns} FROM application AS a
      WHERE a.id = p.id AND (p.acts OR a.registered_at IS NOT NULL)
        AND a.organisation_id <> ALL (${ids}) AND ${where} ${tail}
    ) AS other`
}

/** Of `a`: each word has to be found, parts of names, a number, an IIN; letters of a Russian keyboard will do. */
export function found(search: string): Prisma.Sql {
  const words = foldForSearch(search.slice(0, 100)).match(/[\p{L}\p{N}-]+/gu) ?? []
  return all(words.slice(0, 6).map((word) => Prisma.sql`a.search_text LIKE ${`%${word}%`}`))
}

/** Of `a`. */
export function ofView(view: QueueView): Prisma.Sql {
  if (view === 'all') return Prisma.sql`TRUE`
  return view === 'open' ? Prisma.sql`a.status = ANY (${[...OPEN]})` : Prisma.sql`a.status = ${view}`
}

/** Of `a`. */
export function flagged(flags: readonly QueueFlag[], actor: Actor, today: DateOnly): Prisma.Sql {
  const conditions: Readonly<Record<QueueFlag, Prisma.Sql>> = {
    // What the applicant does not answer is late by nobody of the provider's.
    overdue: Prisma.sql`(a.due_at < ${today} AND a.status <> 'correction')`,
    today: Prisma.sql`a.due_at = ${today}`,
    mine: Prisma.sql`a.assignee_id = ${actor.userId}::uuid`,
    duplicate: Prisma.sql`EXISTS (
      SELECT FROM application AS r
      WHERE r.subject_key = a.subject_key AND r.service_slug = a.service_slug AND r.period_key = a.period_key
        AND r.id <> a.id AND r.status = ANY (${[...RIVALS]}))`,
  }
  return all(flags.map((flag) => conditions[flag]))
}

export function all(conditions: readonly Prisma.Sql[]): Prisma.Sql {
  return conditions.length === 0 ? Prisma.sql`TRUE` : Prisma.join([...conditions], ' AND ')
}
