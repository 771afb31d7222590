import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import { CalendarHorizonError, type WorkCalendar, type WorkWeek } from '@/lib/domain/calendar'
import { type DateOnly, dateInAlmaty, isDateOnly } from '@/lib/domain/dates'
import { workingDaysOverdue } from '@/lib/domain/deadlines'
import { foldForSearch } from '@/lib/domain/person-name'
import { snapshotSchema } from '@/lib/domain/snapshot'
import { STATUSES, type Status } from '@/lib/domain/status'
import type { Text } from '@/lib/domain/text'
import { getCalendar } from '@/lib/organisations/calendar'
import type { Tx } from '@/lib/platform/db'
import type { Prisma } from '@/prisma/generated/client'
import { readableBy, toStatus } from '../data'
import { getServiceVersion } from '../service-versions'
import { findDuplicates, OPEN } from './doubts'
import { turnOf } from './turn'

const PAGE = 20

/** What the queue shows: all that waits for the provider, everything, or one status. */
export type QueueView = 'open' | 'all' | Status

export function isQueueView(value: string): value is QueueView {
  return value === 'open' || value === 'all' || STATUSES.some((s) => s === value && s !== 'draft')
}

export type Due = {
  date: DateOnly
  state: 'ahead' | 'today' | 'past'
  /** Working days since the date; 0 on the days off right after it. */
  overdue: number
}

export type QueueRow = {
  number: number
  status: Status
  service: Text
  subjectName: string
  organisation: Text
  /** It was sent to an organisation in which the reader does not work. */
  isForeign: boolean
  /** The stage that is waited for, and whose turn it is where that is another organisation than the reader's. */
  stage: Text | null
  turn: Text | null
  sentAt: Date | null
  due: Due | null
  isDuplicate: boolean
  isUnproven: boolean
}

export type Queue = {
  rows: QueueRow[]
  /** Where the next page starts; null on the last one. */
  next: string | null
  /** Of what the search finds, whatever the view. */
  counts: Partial<Record<Status, number>>
}

const SELECT = {
  id: true,
  number: true,
  status: true,
  serviceSlug: true,
  serviceVersion: true,
  subjectKey: true,
  periodKey: true,
  sentAt: true,
  dueAt: true,
  owner: { select: { iinProvenBy: true } },
  currentRevision: { select: { snapshot: true } },
  stageKey: true,
  parties: {
    select: {
      part: true,
      organisationId: true,
      organisation: { select: { shortNameKk: true, shortNameRu: true, workingWeek: true } },
    },
  },
} as const satisfies Prisma.ApplicationSelect

type Row = Prisma.ApplicationGetPayload<{ select: typeof SELECT }>

/** Each word has to be found: parts of names, a number, an IIN; letters of a Russian keyboard will do. */
function found(search: string): Prisma.ApplicationWhereInput[] {
  const words = foldForSearch(search.slice(0, 100)).match(/[\p{L}\p{N}-]+/gu) ?? []
  return words.slice(0, 6).map((word) => ({ searchText: { contains: word } }))
}

function ofView(view: QueueView): Prisma.ApplicationWhereInput {
  if (view === 'all') return { status: { not: 'draft' } }
  return { status: view === 'open' ? { in: [...OPEN] } : view }
}

type Place = { due: DateOnly | null; number: number }

function readPlace(after: string | null): Place | null {
  const [due = '', number = ''] = after?.split('_') ?? []
  if (!/^\d{1,9}$/.test(number)) return null
  return { due: isDateOnly(due) ? due : null, number: Number(number) }
}

const placeOf = (row: Row) => `${row.dueAt ?? ''}_${row.number}`

/** What waits, the most urgent first; then what is over, the newest first. Twenty a page, by keyset. */
async function findPage(tx: Tx, where: Prisma.ApplicationWhereInput, after: Place | null): Promise<Row[]> {
  const page: Row[] = []
  if (after === null || after.due !== null) {
    const behind = after && {
      OR: [{ dueAt: { gt: after.due ?? '' } }, { dueAt: after.due, number: { gt: after.number } }],
    }
    const rows = await tx.application.findMany({
      where: { AND: [where, { dueAt: { not: null } }, behind ?? {}] },
      orderBy: [{ dueAt: 'asc' }, { number: 'asc' }],
      take: PAGE + 1,
      select: SELECT,
    })
    page.push(...rows)
  }
  if (page.length <= PAGE) {
    const behind = after?.due === null ? { number: { lt: after.number } } : {}
    const rows = await tx.application.findMany({
      where: { AND: [where, { dueAt: null }, behind] },
      orderBy: { number: 'desc' },
      take: PAGE + 1 - page.length,
      select: SELECT,
    })
    page.push(...rows)
  }
  return page
}

/** The applications that this person reads by their work. */
export async function listQueue(
  tx: Tx,
  actor: Actor,
  query: { view: QueueView; search: string; after: string | null },
  now: Date,
): Promise<Queue> {
  const scope = { AND: [readableBy(actor), { status: { not: 'draft' } }, ...found(query.search)] }
  const counted = await tx.application.groupBy({ by: ['status'], where: scope, _count: true })
  const page = await findPage(tx, { AND: [scope, ofView(query.view)] }, readPlace(query.after))
  const shown = page.slice(0, PAGE)
  const last = shown.at(-1)
  const calendar = await getCalendar(tx)
  const duplicates = await findDuplicates(tx, shown)
  const today = dateInAlmaty(now)
  const rows: QueueRow[] = []
  for (const row of shown) {
    const provider = row.parties.find(({ part }) => part === 'provider')
    const service = await getServiceVersion(tx, row.serviceSlug, row.serviceVersion)
    const stage = service.stages?.find(({ key }) => key === row.stageKey)
    const acting = turnOf(row, stage?.by ?? null)
    rows.push({
      number: row.number,
      status: toStatus(row.status),
      service: service.name,
      subjectName: row.currentRevision ? snapshotSchema.parse(row.currentRevision.snapshot).subject.name : '',
      organisation: nameOf(provider),
      isForeign: !isAt(actor, provider),
      stage: stage?.title ?? null,
      turn: acting && !isAt(actor, acting) ? nameOf(acting) : null,
      sentAt: row.sentAt,
      due: dueOf(row.dueAt, today, calendar, provider?.organisation.workingWeek === 6 ? 6 : 5),
      isDuplicate: duplicates.has(row.id),
      isUnproven: row.owner.iinProvenBy === null,
    })
  }
  return {
    rows,
    next: page.length > PAGE && last ? placeOf(last) : null,
    counts: Object.fromEntries(counted.map((c) => [c.status, c._count])),
  }
}

type Party = Row['parties'][number]

const isAt = (actor: Actor, party: Party | undefined) =>
  actor.organisationIds.some((id) => id === party?.organisationId)

function nameOf(party: Party | undefined): Text {
  return { kk: party?.organisation.shortNameKk ?? '', ru: party?.organisation.shortNameRu ?? '' }
}

export function dueOf(
  date: DateOnly | null,
  today: DateOnly,
  calendar: WorkCalendar,
  week: WorkWeek,
): Due | null {
  if (!date) return null
  if (date >= today) return { date, state: date === today ? 'today' : 'ahead', overdue: 0 }
  try {
    return { date, state: 'past', overdue: workingDaysOverdue(date, today, calendar, week) }
  } catch (error) {
    // The calendar of a coming year is not in yet: what is late is shown all the same.
    if (error instanceof CalendarHorizonError) return { date, state: 'past', overdue: 0 }
    throw error
  }
}
