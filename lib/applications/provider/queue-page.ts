import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import type { DateOnly } from '@/lib/domain/dates'
import type { QueueFlag, QueuePlace, QueueQuery } from '@/lib/domain/queue-query'
import type { Status } from '@/lib/domain/status'
import type { Tx } from '@/lib/platform/db'
import { Prisma } from '@/prisma/generated/client'
import { toStatus } from '../data'
import { all, flagged, found, ofView, readableRows } from './queue-scope'

export const PAGE = 20

/** Of what the search finds: how many there are of a status and a service, and how many of them each flag leaves. */
export type QueueCount = {
  status: Status
  service: string
  count: number
  flags: Readonly<Record<Exclude<QueueFlag, 'duplicate'>, number>>
}

type Reader = { actor: Actor; organisations: readonly string[]; today: DateOnly }

export async function countQueue(
  tx: Tx,
  { search, flags }: Pick<QueueQuery, 'search' | 'flags'>,
  { actor, organisations, today }: Reader,
): Promise<QueueCount[]> {
  const rows = readableRows(organisations, {
    columns: Prisma.sql`a.status, a.service_slug, a.due_at, a.assignee_id`,
    where: all([found(search), flagged(flags, actor, today)]),
    tail: Prisma.sql`OFFSET 0`,
  })
  const only = (flag: QueueFlag) =>
    Prisma.sql`(count(*) FILTER (WHERE ${flagged([flag], actor, today)}))::int`
  const counted = await tx.$queryRaw<
    { status: string; service: string; count: number; overdue: number; today: number; mine: number }[]
  >`
    SELECT a.status, a.service_slug AS service, count(*)::int AS count,
      ${only('overdue')} AS overdue, ${only('today')} AS today, ${only('mine')} AS mine
    FROM (${rows}) AS a GROUP BY a.status, a.service_slug`
  return counted.map(({ status, service, count, ...flags }) => ({
    status: toStatus(status),
    service,
    count,
    flags,
  }))
}

/** What waits stands first, the most urgent on top; then what is over, the newest on top. */
type Part = 'waits' | 'over'
const partOf = ({ due }: Pick<QueuePlace, 'due'>): Part => (due === null ? 'over' : 'waits')

export type QueuePageIds = { ids: string[]; hasEarlier: boolean; hasLater: boolean }

/** Twenty of the queue by keyset, from the place that its address names, or from the start. */
export async function findQueuePage(tx: Tx, query: QueueQuery, reader: Reader): Promise<QueuePageIds> {
  const { at } = query
  if (at?.side !== 'before') {
    const ids = await walk(tx, query, reader, at)
    return { ids: ids.slice(0, PAGE), hasEarlier: at !== null, hasLater: ids.length > PAGE }
  }
  const ids = await walk(tx, query, reader, at)
  // So near the start there is no page of twenty any more: the first one is shown.
  if (ids.length < PAGE) return findQueuePage(tx, { ...query, at: null }, reader)
  return { ids: ids.slice(0, PAGE).reverse(), hasEarlier: ids.length > PAGE, hasLater: true }
}

/** One more than a page of ids, from a place on, backwards where it is told so. */
async function walk(tx: Tx, query: QueueQuery, reader: Reader, at: QueuePlace | null): Promise<string[]> {
  const parts: Part[] = at?.side === 'before' ? ['over', 'waits'] : ['waits', 'over']
  const ids: string[] = []
  for (const part of parts.slice(at ? parts.indexOf(partOf(at)) : 0)) {
    if (ids.length > PAGE) break
    const from = at && partOf(at) === part ? at : null
    ids.push(...(await walkPart(tx, query, reader, { part, from, isBack: at?.side === 'before' })))
  }
  return ids.slice(0, PAGE + 1)
}

type Way = { part: Part; from: QueuePlace | null; isBack: boolean }

async function walkPart(
  tx: Tx,
  { view, search, service, flags }: QueueQuery,
  { actor, organisations, today }: Reader,
  way: Way,
): Promise<string[]> {
  const tail = Prisma.sql`${orderOf(way)} LIMIT ${PAGE + 1}`
  const rows = readableRows(organisations, {
    columns: Prisma.sql`a.id, a.due_at, a.number`,
    where: all([
      ofView(view),
      behind(way),
      ...(service === null ? [] : [Prisma.sql`a.service_slug = ${service}`]),
      found(search),
      flagged(flags, actor, today),
    ]),
    tail,
  })
  const page = await tx.$queryRaw<{ id: string }[]>`SELECT a.id FROM (${rows}) AS a ${tail}`
  return page.map(({ id }) => id)
}

function orderOf({ part, isBack }: Way): Prisma.Sql {
  if (part === 'over') return isBack ? Prisma.sql`ORDER BY a.number ASC` : Prisma.sql`ORDER BY a.number DESC`
  return isBack
    ? Prisma.sql`ORDER BY a.due_at DESC, a.number DESC`
    : Prisma.sql`ORDER BY a.due_at ASC, a.number ASC`
}

function behind({ part, from, isBack }: Way): Prisma.Sql {
  const within = part === 'over' ? Prisma.sql`a.due_at IS NULL` : Prisma.sql`a.due_at IS NOT NULL`
  if (!from) return within
  const { due, number } = from
  if (part === 'over')
    return Prisma.sql`${within} AND ${isBack ? Prisma.sql`a.number > ${number}` : Prisma.sql`a.number < ${number}`}`
  return isBack
    ? Prisma.sql`(a.due_at, a.number) < (${due}, ${number})`
    : Prisma.sql`(a.due_at, a.number) > (${due}, ${number})`
}
