import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import type { DateOnly } from '@/lib/domain/dates'
import { DomainError } from '@/lib/domain/error'
import { snapshotSchema } from '@/lib/domain/snapshot'
import type { Text } from '@/lib/domain/text'
import type { Tx } from '@/lib/platform/db'

const PAGE = 20

export type RegisteredOrder = {
  paperId: string
  number: string
  issuedOn: DateOnly
  subjectName: string
  applicationNumber: number
  isRevoked: boolean
}

export type OrderRegister = {
  organisation: { id: string; name: Text }
  /** Every organisation whose journal this person keeps. */
  organisations: { id: string; name: Text }[]
  year: number
  years: number[]
  orders: RegisteredOrder[]
  /** The paper after which the next page starts; null on the last one. */
  next: string | null
}

export function keepsJournal(actor: Actor): boolean {
  return journalsOf(actor).length > 0
}

function journalsOf(actor: Actor): string[] {
  return actor.memberships
    .filter((m) => m.role === 'clerk' || m.role === 'director')
    .map((m) => m.organisationId)
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Orders of one organisation and year, the newest first, twenty a page. */
export async function listOrders(
  tx: Tx,
  actor: Actor,
  query: { organisation: string | null; year: number | null; after: string | null },
  thisYear: number,
): Promise<OrderRegister> {
  const rows = await tx.organisation.findMany({
    where: { id: { in: journalsOf(actor) } },
    orderBy: { nameKk: 'asc' },
    select: { id: true, nameKk: true, nameRu: true },
  })
  const organisations = rows.map((row) => ({ id: row.id, name: { kk: row.nameKk, ru: row.nameRu } }))
  const organisation = query.organisation
    ? organisations.find((o) => o.id === query.organisation)
    : organisations[0]
  if (!organisation) throw new DomainError('absent')
  const journals = await tx.journal.findMany({
    where: { organisationId: organisation.id, kind: 'order' },
    select: { year: true },
  })
  const years = [...new Set([thisYear, ...journals.map((j) => j.year)])].sort((a, b) => b - a)
  const year = years.find((y) => y === query.year) ?? thisYear
  const papers = await tx.paper.findMany({
    where: { organisationId: organisation.id, kind: 'order', journalYear: year },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: PAGE + 1,
    ...(query.after && UUID.test(query.after) ? { cursor: { id: query.after }, skip: 1 } : {}),
    select: {
      id: true,
      number: true,
      issuedOn: true,
      revokedAt: true,
      application: { select: { number: true, currentRevision: { select: { snapshot: true } } } },
    },
  })
  const orders = papers.slice(0, PAGE).map(({ id, application, revokedAt, ...paper }) => ({
    ...paper,
    paperId: id,
    subjectName: application.currentRevision
      ? snapshotSchema.parse(application.currentRevision.snapshot).subject.name
      : '',
    applicationNumber: application.number,
    isRevoked: revokedAt !== null,
  }))
  const next = papers.length > PAGE ? (orders.at(-1)?.paperId ?? null) : null
  return { organisation, organisations, year, years, orders, next }
}
