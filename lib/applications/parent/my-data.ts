import 'server-only'
import { type Actor, isRole, type Role } from '@/lib/domain/actor'
import { READ_KINDS, type ReadKind } from '@/lib/domain/read-kind'
import type { Text } from '@/lib/domain/text'
import type { Tx } from '@/lib/platform/db'
import type { Prisma } from '@/prisma/generated/client'
import { getOwn } from '../data'
import { getServiceVersion } from '../service-versions'

const PAGE = 50
const MINUTE = 60_000
/** What one person opens within so short a time is one look: an application, its five photos, its statement. */
const ONE_LOOK_MS = 15 * MINUTE

/** One look of one person at one application. */
export type Look = {
  /** Of its first event: each look of a page has another. */
  id: string
  at: Date
  readerName: string
  role: Role | null
  organisation: Text | null
  reason: string
  /** How many times what was opened. */
  opened: { what: ReadKind; times: number }[]
}

export type LookedAt = { number: number; service: Text; looks: Look[] }

/** «Кто смотрел мои данные»: who of the staff has read a person's applications, the newest looks first. */
export type MyData = {
  /** The one application that is asked about; null: all of them. */
  of: number | null
  applications: LookedAt[]
  /** The event after which the next page starts; null on the last one. */
  next: string | null
}

const SELECT = {
  id: true,
  at: true,
  readerId: true,
  readerName: true,
  role: true,
  what: true,
  reason: true,
  organisation: { select: { nameKk: true, nameRu: true } },
  application: { select: { number: true, serviceSlug: true, serviceVersion: true } },
} as const satisfies Prisma.AccessEventSelect

type Row = Prisma.AccessEventGetPayload<{ select: typeof SELECT }>

export async function readMyData(
  tx: Tx,
  actor: Actor,
  { of, after }: { of: number | null; after: string | null },
): Promise<MyData> {
  const one = of === null ? null : await getOwn(tx, actor, of)
  const rows = await tx.accessEvent.findMany({
    where: { application: { ownerId: actor.userId }, applicationId: one?.id },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    ...(after ? { cursor: { id: after }, skip: 1 } : {}),
    take: PAGE + 1,
    select: SELECT,
  })
  const page = rows.slice(0, PAGE)
  const applications: LookedAt[] = []
  for (const number of new Set(page.map((row) => row.application.number))) {
    const own = page.filter((row) => row.application.number === number)
    const [first] = own
    if (!first) continue
    const { serviceSlug, serviceVersion } = first.application
    const { name } = await getServiceVersion(tx, serviceSlug, serviceVersion)
    applications.push({ number, service: name, looks: looksOf(own) })
  }
  return { of, applications, next: rows.length > PAGE ? (page.at(-1)?.id ?? null) : null }
}

/** Of one application, the newest first: what one person opened in a row is one look. */
function looksOf(rows: readonly Row[]): Look[] {
  const looks: { first: Row; events: Row[] }[] = []
  for (const row of rows) {
    const last = looks.at(-1)
    if (last && isSameLook(last.first, row)) last.events.push(row)
    else looks.push({ first: row, events: [row] })
  }
  return looks.map(({ first, events }) => ({
    id: first.id,
    at: first.at,
    readerName: first.readerName,
    role: isRole(first.role) ? first.role : null,
    organisation: first.organisation && {
      kk: first.organisation.nameKk,
      ru: first.organisation.nameRu,
    },
    reason: first.reason,
    opened: READ_KINDS.flatMap((what) => {
      const times = events.filter((event) => event.what === what).length
      return times > 0 ? [{ what, times }] : []
    }),
  }))
}

function isSameLook(first: Row, row: Row): boolean {
  return (
    first.readerId === row.readerId &&
    first.role === row.role &&
    first.reason === row.reason &&
    first.organisation?.nameKk === row.organisation?.nameKk &&
    first.at.getTime() - row.at.getTime() <= ONE_LOOK_MS
  )
}
