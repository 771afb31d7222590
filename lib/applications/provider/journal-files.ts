import 'server-only'
import { recordReads } from '@/lib/audit/reads'
import { mayTry } from '@/lib/auth/delays'
import type { Actor } from '@/lib/domain/actor'
import { dateInAlmaty, formatDate } from '@/lib/domain/dates'
import { DomainError } from '@/lib/domain/error'
import { REGISTERS } from '@/lib/domain/paper-kind'
import type { Locale, Text } from '@/lib/domain/text'
import { journalMessages, journalTexts as t } from '@/lib/i18n/journal'
import { getOrganisation } from '@/lib/organisations/data'
import { renderJournal } from '@/lib/papers/journal'
import { asActor } from '@/lib/platform/db'
import type { Cell, Table } from '@/lib/platform/spreadsheet'
import { type Book, type JournalRow, listJournalRows, VOLUME } from './journal-rows'
import { journalsOf } from './registers'

/** Read and written at once, of a spreadsheet. */
const PAGE = 500

export type JournalFileQuery = {
  organisation: string
  kind: string
  year: number
  /** The number after which a volume begins. */
  after: number
}

/** @throws DomainError absent for who keeps no journal there */
function bookOf(actor: Actor, { organisation, kind: wanted, year }: JournalFileQuery): Book {
  const kind = REGISTERS.find((register) => register === wanted)
  const isYear = Number.isInteger(year) && year > 2000 && year < 10_000
  if (!kind || !isYear || !journalsOf(actor).includes(organisation)) throw new DomainError('absent')
  return { organisationId: organisation, kind, year }
}

const both = (say: (locale: Locale) => string): Text => ({ kk: say('kk'), ru: say('ru') })

const titleOf = ({ kind, year }: Book): Text =>
  both((locale) => journalMessages[locale].year(t.titles[kind][locale], year))

/** The lines of one page; whoever applied is told that they were written down. */
async function readPage(
  actor: Actor,
  book: Book,
  page: { after: number; take: number },
  now: Date,
): Promise<JournalRow[]> {
  const role = actor.memberships.some(
    (m) => m.organisationId === book.organisationId && m.role === 'director',
  )
    ? 'director'
    : 'clerk'
  return asActor(actor, async (tx) => {
    const rows = await listJournalRows(tx, book, page)
    const ids = [...new Set(rows.map(({ applicationId }) => applicationId))]
    await recordReads(tx, ids, {
      reader: actor,
      organisationId: book.organisationId,
      role,
      what: 'export',
      now,
    })
    return rows
  })
}

/** One volume of a journal, to be printed. */
export async function printJournal(
  actor: Actor,
  query: JournalFileQuery,
  now: Date,
): Promise<{ pdf: Uint8Array; name: Text }> {
  const book = bookOf(actor, query)
  if (!(await mayTry('journalsOfAccount', actor.userId))) throw new DomainError('tooMany')
  const organisation = await asActor(actor, (tx) => getOrganisation(tx, book.organisationId))
  const rows = await readPage(actor, book, { after: query.after, take: VOLUME }, now)
  const [first, last] = [rows.at(0), rows.at(-1)]
  const title = titleOf(book)
  const name =
    first && last && (query.after > 0 || rows.length === VOLUME)
      ? both((locale) => journalMessages[locale].part(title[locale], first.number, last.number))
      : title
  const pdf = await renderJournal({
    organisation: organisation.name,
    title: name,
    date: dateInAlmaty(now),
    rows: rows.map((row) => ({ ...row, mark: markOf(row) })),
  })
  return { pdf, name }
}

function markOf({ isRevoked, annulledBy }: JournalRow): Text | null {
  if (!isRevoked) return null
  return both((locale) =>
    annulledBy
      ? journalMessages[locale].revokedBy(annulledBy.number, formatDate(annulledBy.date, locale, 'short'))
      : t.revoked[locale],
  )
}

/** The whole journal as a table, read while it is written. */
export function exportJournal(
  actor: Actor,
  query: JournalFileQuery,
  locale: Locale,
  now: Date,
): Table & { name: Text } {
  const book = bookOf(actor, query)
  const name = titleOf(book)
  return {
    name,
    sheet: name[locale],
    columns: [
      { title: t.number[locale], width: 12 },
      { title: t.date[locale], width: 12 },
      { title: t.subject[locale], width: 36 },
      { title: t.content[locale], width: 60 },
      { title: t.application[locale], width: 12 },
      { title: t.signer[locale], width: 36 },
      { title: t.mark[locale], width: 40 },
    ],
    rows: rowsOf(actor, book, locale, now),
  }
}

async function* rowsOf(actor: Actor, book: Book, locale: Locale, now: Date): AsyncGenerator<Cell[]> {
  for (let after = 0; ; ) {
    const page = await readPage(actor, book, { after, take: PAGE }, now)
    for (const row of page)
      yield [
        row.number,
        formatDate(row.issuedOn, locale, 'short'),
        row.subjectName,
        row.content[locale],
        row.applicationNumber,
        row.signerName,
        markOf(row)?.[locale] ?? null,
      ]
    const last = page.at(-1)
    if (!last || page.length < PAGE) return
    after = last.ordinal
  }
}
