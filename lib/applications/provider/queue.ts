import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import { CalendarHorizonError, type WorkCalendar, type WorkWeek } from '@/lib/domain/calendar'
import { type DateOnly, dateInAlmaty } from '@/lib/domain/dates'
import { workingDaysOverdue } from '@/lib/domain/deadlines'
import type { QueuePlace, QueueQuery } from '@/lib/domain/queue-query'
import type { ServiceDefinition } from '@/lib/domain/service'
import { snapshotSchema } from '@/lib/domain/snapshot'
import type { Status } from '@/lib/domain/status'
import type { Text } from '@/lib/domain/text'
import { getCalendar } from '@/lib/organisations/calendar'
import type { Tx } from '@/lib/platform/db'
import type { Prisma } from '@/prisma/generated/client'
import { toStatus } from '../data'
import { listUnread } from '../messages'
import { getServiceVersion } from '../service-versions'
import { findDuplicates, OPEN } from './doubts'
import { countQueue, findQueuePage, type QueueCount } from './queue-page'
import { organisationsReadBy } from './queue-scope'
import { turnOf } from './turn'

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
  /** A clerk entered it for somebody who came in person. */
  isOnPaper: boolean
  assignee: { id: string; name: string; isReader: boolean } | null
  /** The reader works it, and something is still to be done with it. */
  isOpen: boolean
  /** The applicant has written something that nobody of the provider has opened. */
  hasNewMessage: boolean
}

export type Queue = {
  rows: QueueRow[]
  /** Where the pages beside this one begin; null where there is none. */
  next: QueuePlace | null
  previous: QueuePlace | null
  /** Of what the search finds, whatever the view and the service. */
  counts: QueueCount[]
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
  origin: true,
  owner: { select: { iinProvenBy: true } },
  assignee: { select: { id: true, familyName: true, givenName: true } },
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

/** The applications that this person reads by their work, in the order in which they are to be worked. */
export async function listQueue(tx: Tx, actor: Actor, query: QueueQuery, now: Date): Promise<Queue> {
  const today = dateInAlmaty(now)
  const reader = { actor, organisations: await organisationsReadBy(tx, actor), today }
  const { ids, hasEarlier, hasLater } = await findQueuePage(tx, query, reader)
  const found = await tx.application.findMany({ where: { id: { in: ids } }, select: SELECT })
  const shown = ids.flatMap((id) => found.find((row) => row.id === id) ?? [])
  const [first, last] = [shown.at(0), shown.at(-1)]
  const calendar = await getCalendar(tx)
  const duplicates = await findDuplicates(tx, shown)
  const unread = await listUnread(tx, ids, 'staff')
  const rows: QueueRow[] = []
  for (const row of shown) {
    const service = await getServiceVersion(tx, row.serviceSlug, row.serviceVersion)
    const marks = { isDuplicate: duplicates.has(row.id), isUnread: unread.has(row.id) }
    rows.push(toRow(row, service, { actor, today, calendar, ...marks }))
  }
  return {
    rows,
    next: hasLater && last ? placeOf(last, 'after') : null,
    previous: hasEarlier && first ? placeOf(first, 'before') : null,
    counts: await countQueue(tx, query, reader),
  }
}

const placeOf = ({ dueAt, number }: Row, side: QueuePlace['side']): QueuePlace => ({
  side,
  due: dueAt,
  number,
})

type Seen = {
  actor: Actor
  today: DateOnly
  calendar: WorkCalendar
  isDuplicate: boolean
  isUnread: boolean
}

function toRow(
  row: Row,
  service: ServiceDefinition,
  { actor, today, calendar, isDuplicate, isUnread }: Seen,
): QueueRow {
  const provider = row.parties.find(({ part }) => part === 'provider')
  const stage = service.stages?.find(({ key }) => key === row.stageKey)
  const turn = turnOf(row, stage?.by ?? null)
  const status = toStatus(row.status)
  return {
    number: row.number,
    status,
    service: service.name,
    subjectName: row.currentRevision ? snapshotSchema.parse(row.currentRevision.snapshot).subject.name : '',
    organisation: nameOf(provider),
    isForeign: !isAt(actor, provider),
    stage: stage?.title ?? null,
    turn: turn && !isAt(actor, turn) ? nameOf(turn) : null,
    sentAt: row.sentAt,
    due: dueOf(row.dueAt, today, calendar, provider?.organisation.workingWeek === 6 ? 6 : 5),
    isDuplicate,
    isUnproven: row.origin !== 'paper' && row.owner.iinProvenBy === null,
    isOnPaper: row.origin === 'paper',
    assignee: row.assignee && {
      id: row.assignee.id,
      name: `${row.assignee.familyName} ${row.assignee.givenName}`,
      isReader: row.assignee.id === actor.userId,
    },
    isOpen: OPEN.includes(status) && isWorkedBy(actor, row),
    hasNewMessage: isUnread && isWorkedBy(actor, row),
  }
}

/** By a clerk or the head of whom it was sent to, or of the department that acts for it. */
function isWorkedBy(actor: Actor, { parties }: Row): boolean {
  return actor.memberships.some(
    ({ role, organisationId }) =>
      (role === 'clerk' || role === 'director') &&
      parties.some((party) => party.part !== 'sendingSchool' && party.organisationId === organisationId),
  )
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
