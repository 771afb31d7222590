import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import { DomainError } from '@/lib/domain/error'
import { REGISTERS, type Register } from '@/lib/domain/paper-kind'
import type { Text } from '@/lib/domain/text'
import type { Tx } from '@/lib/platform/db'
import { type IssueLog, listIssued } from './issue-log'
import { type Book, type JournalRow, listJournalRows, VOLUME } from './journal-rows'
import { headedBy } from './waiting'

const PAGE = 20

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
  papers: JournalRow[]
  issued: IssueLog
  /** The numbers from which the volumes of the printed journal begin, the one before each. */
  volumes: { after: number; from: number; to: number }[]
  /** The row after which the next page starts; null on the last one. */
  next: string | null
  /** Whether this person may say how numbers are written. */
  mayNumber: boolean
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

export function journalsOf(actor: Actor): string[] {
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
  const mayNumber = headedBy(actor).includes(organisation.id)
  const common = { kind, kinds, organisation, organisations, year, years, mayNumber }
  if (kind === 'issued') {
    const after = query.after && UUID.test(query.after) ? query.after : null
    const issued = await listIssued(tx, { organisationId: organisation.id, year, after, size: PAGE })
    return { ...common, papers: [], volumes: [], issued, next: issued.next }
  }
  const book = { organisationId: organisation.id, kind, year }
  const before = /^\d{1,9}$/.test(query.after ?? '') ? Number(query.after) : null
  const found = await listJournalRows(tx, book, { before, take: PAGE + 1 })
  const papers = found.slice(0, PAGE)
  const last = papers.at(-1)
  return {
    ...common,
    papers,
    volumes: await listVolumes(tx, book),
    issued: { rows: [], next: null },
    next: found.length > PAGE && last ? String(last.ordinal) : null,
  }
}

/** The printed journal in volumes that can be set in some seconds. */
async function listVolumes(tx: Tx, book: Book): Promise<RegisterPage['volumes']> {
  const { organisationId, kind, year } = book
  const { _min, _max } = await tx.paper.aggregate({
    where: { organisationId, kind, journalYear: year },
    _min: { ordinal: true },
    _max: { ordinal: true },
  })
  const volumes: RegisterPage['volumes'] = []
  if (_min.ordinal === null || _max.ordinal === null) return volumes
  for (let from = _min.ordinal; from <= _max.ordinal; from += VOLUME)
    volumes.push({ after: from - 1, from, to: Math.min(from + VOLUME - 1, _max.ordinal) })
  return volumes
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
