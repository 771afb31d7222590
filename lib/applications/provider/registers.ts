import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import type { DateOnly } from '@/lib/domain/dates'
import { DomainError } from '@/lib/domain/error'
import { REGISTERS, type Register } from '@/lib/domain/paper-kind'
import { snapshotSchema } from '@/lib/domain/snapshot'
import type { Text } from '@/lib/domain/text'
import type { Tx } from '@/lib/platform/db'
import { type IssueLog, listIssued } from './issue-log'

const PAGE = 20

export type RegisteredPaper = {
  paperId: string
  number: string
  issuedOn: DateOnly
  subjectName: string
  applicationNumber: number
  isRevoked: boolean
}

/** Papers of one kind, or the log of what was handed out in the office. */
export type RegisterKind = Register | 'issued'

export type RegisterPage = {
  kind: RegisterKind
  /** Those that this organisation has used; orders always. */
  kinds: RegisterKind[]
  organisation: { id: string; name: Text }
  /** Every organisation whose registers this person keeps. */
  organisations: { id: string; name: Text }[]
  year: number
  years: number[]
  papers: RegisteredPaper[]
  issued: IssueLog
  /** The row after which the next page starts; null on the last one. */
  next: string | null
}

export type RegisterQuery = {
  organisation: string | null
  kind: string | null
  year: number | null
  after: string | null
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

/** One register of one organisation and year, the newest first, twenty a page. */
export async function readRegister(
  tx: Tx,
  actor: Actor,
  query: RegisterQuery,
  thisYear: number,
): Promise<RegisterPage> {
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
    where: { organisationId: organisation.id },
    select: { kind: true, year: true },
  })
  const kinds = await kindsOf(tx, organisation.id, journals)
  const kind = kinds.find((k) => k === query.kind) ?? kinds[0] ?? 'order'
  const used = journals.filter((j) => kind === 'issued' || j.kind === kind).map((j) => j.year)
  const years = [...new Set([thisYear, ...used])].sort((a, b) => b - a)
  const year = years.find((y) => y === query.year) ?? thisYear
  const after = query.after && UUID.test(query.after) ? query.after : null
  const page = { organisationId: organisation.id, year, after, size: PAGE }
  const common = { kind, kinds, organisation, organisations, year, years }
  if (kind === 'issued') {
    const issued = await listIssued(tx, page)
    return { ...common, papers: [], issued, next: issued.next }
  }
  return { ...common, ...(await listPapers(tx, kind, page)), issued: { rows: [], next: null } }
}

async function kindsOf(
  tx: Tx,
  organisationId: string,
  journals: readonly { kind: string }[],
): Promise<RegisterKind[]> {
  const used = REGISTERS.filter((kind) => journals.some((j) => j.kind === kind))
  const handedOut = await tx.historyEvent.findFirst({
    where: { action: 'handOver', application: { organisationId } },
    select: { id: true },
  })
  const kinds: RegisterKind[] = used.length > 0 ? used : ['order']
  return handedOut ? [...kinds, 'issued'] : kinds
}

type Page = { organisationId: string; year: number; after: string | null; size: number }

async function listPapers(
  tx: Tx,
  kind: Register,
  { organisationId, year, after, size }: Page,
): Promise<Pick<RegisterPage, 'papers' | 'next'>> {
  const rows = await tx.paper.findMany({
    where: { organisationId, kind, journalYear: year },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: size + 1,
    ...(after ? { cursor: { id: after }, skip: 1 } : {}),
    select: {
      id: true,
      number: true,
      issuedOn: true,
      revokedAt: true,
      application: { select: { number: true, currentRevision: { select: { snapshot: true } } } },
    },
  })
  const papers = rows.slice(0, size).map(({ id, application, revokedAt, ...paper }) => ({
    ...paper,
    paperId: id,
    subjectName: application.currentRevision
      ? snapshotSchema.parse(application.currentRevision.snapshot).subject.name
      : '',
    applicationNumber: application.number,
    isRevoked: revokedAt !== null,
  }))
  return { papers, next: rows.length > size ? (papers.at(-1)?.paperId ?? null) : null }
}
