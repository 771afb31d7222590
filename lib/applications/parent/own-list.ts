import 'server-only'
import { getProfile } from '@/lib/accounts/data'
import type { Actor } from '@/lib/domain/actor'
import { answerAt, isForSelf } from '@/lib/domain/answers'
import { type DateOnly, dateInAlmaty } from '@/lib/domain/dates'
import { fullName } from '@/lib/domain/person-name'
import { snapshotSchema } from '@/lib/domain/snapshot'
import type { Status } from '@/lib/domain/status'
import type { Text } from '@/lib/domain/text'
import type { Tx } from '@/lib/platform/db'
import type { Prisma } from '@/prisma/generated/client'
import { answersSchema, toStatus } from '../data'
import { listUnread } from '../messages'
import { getServiceVersion } from '../service-versions'
import { subjectName } from './drafts'

const PAGE = 20

export type ListedPerson = { name: string; birthDate: string }

export type ListedApplication = {
  number: number
  status: Status
  service: Text
  createdAt: Date
  applicant: ListedPerson
  /** Null when the applicant applies for themself. */
  subject: ListedPerson | null
  /** Signed and sent, or ready to be: opens at its page; else the draft goes on at the form. */
  isFilled: boolean
  /** The provider has written something that was not opened yet. */
  hasNewMessage: boolean
  /** What the provider asks to be corrected: how many things, and the last day for it. */
  correction: AskedInList | null
}

export type AskedInList = { count: number; answerBy: DateOnly; isOver: boolean }

export type OwnList = {
  rows: ListedApplication[]
  /** The next page begins below this number; null on the last one. */
  next: number | null
}

const SELECT = {
  id: true,
  number: true,
  status: true,
  serviceSlug: true,
  serviceVersion: true,
  createdAt: true,
  answers: true,
  currentRevision: { select: { snapshot: true } },
  corrections: { where: { settledAt: null }, select: { items: true, answerBy: true } },
} as const satisfies Prisma.ApplicationSelect

type Row = Prisma.ApplicationGetPayload<{ select: typeof SELECT }>

/** The person's own applications, the newest first, twenty a page. */
export async function listOwn(tx: Tx, actor: Actor, before: number | null, now: Date): Promise<OwnList> {
  const page = await tx.application.findMany({
    where: { ownerId: actor.userId, number: before === null ? undefined : { lt: before } },
    orderBy: { number: 'desc' },
    take: PAGE + 1,
    select: SELECT,
  })
  const { birthDate, ...name } = await getProfile(tx, actor)
  const self = { name: fullName(name), birthDate }
  const rows: ListedApplication[] = []
  const shown = page.slice(0, PAGE)
  const unread = await listUnread(
    tx,
    shown.map(({ id }) => id),
    'applicant',
  )
  const today = dateInAlmaty(now)
  for (const row of shown) rows.push(await toListed(tx, row, self, unread.has(row.id), today))
  return { rows, next: page.length > PAGE ? (rows.at(-1)?.number ?? null) : null }
}

async function toListed(
  tx: Tx,
  row: Row,
  self: ListedPerson,
  hasNewMessage: boolean,
  today: DateOnly,
): Promise<ListedApplication> {
  const service = await getServiceVersion(tx, row.serviceSlug, row.serviceVersion)
  const frozen = row.currentRevision ? snapshotSchema.parse(row.currentRevision.snapshot) : null
  const answers = answersSchema.parse(row.answers)
  return {
    number: row.number,
    status: toStatus(row.status),
    service: service.name,
    createdAt: row.createdAt,
    applicant: frozen?.applicant ?? self,
    subject:
      service.subject && !isForSelf(service, answers)
        ? (frozen?.subject ?? {
            name: subjectName(service, answers),
            birthDate: answerAt(answers, service.subject.birthDate),
          })
        : null,
    isFilled: frozen !== null,
    hasNewMessage,
    correction: row.status === 'correction' ? askedOf(row, today) : null,
  }
}

function askedOf({ corrections: [open] }: Row, today: DateOnly): AskedInList | null {
  if (!open || !Array.isArray(open.items)) return null
  return { count: open.items.length, answerBy: open.answerBy, isOver: open.answerBy < today }
}

export async function hasApplications(tx: Tx, actor: Actor): Promise<boolean> {
  return (await tx.application.findFirst({ where: { ownerId: actor.userId }, select: { id: true } })) !== null
}
