import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import { dateInAlmaty } from '@/lib/domain/dates'
import { type ResultPaper, resultPaper } from '@/lib/domain/paper-kind'
import { type ReadRow, readLines } from '@/lib/domain/read-view'
import { organisationNames } from '@/lib/domain/snapshot'
import type { Locale, Text } from '@/lib/domain/text'
import { getCalendar } from '@/lib/organisations/calendar'
import type { Tx } from '@/lib/platform/db'
import type { Prisma } from '@/prisma/generated/client'
import { hasConflictOfInterest } from '../policy'
import { noteReads } from '../staff-reads'
import { loadSent, type Sent } from './intake'
import { type Due, dueOf } from './queue'
import { type Given, nextGiven } from './result'
import { type ResultText, resultText } from './result-papers'
import { MOST_AT_ONCE } from './signing'

/** A prepared result that waits for the head's signature. */
export type WaitingRow = {
  number: number
  subjectName: string
  service: Text
  paper: ResultPaper
  /** As it would be were all of the list signed now, in its order. */
  given: Given
  due: Due | null
  /** What the clerk filled in: all that differs from the form of the paper. */
  filledIn: ReadRow[]
  text: ResultText
}

export type Waiting = {
  organisation: { id: string; name: Text; bin: string; paperAllowed: boolean }
  rows: WaitingRow[]
  /** All that wait, those beyond the list and those of the reader's own family too. */
  count: number
  /** That somebody else has to decide: the reader has an interest in them. */
  conflicting: number
}

/** The organisations in whose name this person signs. */
export function headedBy(actor: Actor): string[] {
  const headed = actor.memberships.filter(({ role }) => role === 'director').map((m) => m.organisationId)
  return [...new Set(headed)]
}

/** What waits for this person's signature, by organisation: a key names one. The most urgent come first. */
export async function listWaiting(tx: Tx, actor: Actor, locale: Locale, now: Date): Promise<Waiting[]> {
  const lists: Waiting[] = []
  for (const id of headedBy(actor)) {
    const list = await listOf(tx, actor, id, { locale, now })
    if (list) lists.push(list)
  }
  return lists
}

type At = { locale: Locale; now: Date }

async function listOf(tx: Tx, actor: Actor, organisationId: string, at: At): Promise<Waiting | null> {
  const where: Prisma.ApplicationWhereInput = {
    status: 'on_signing',
    parties: { some: { organisationId, part: 'provider' } },
  }
  const found = await tx.application.findMany({
    where,
    orderBy: [{ dueAt: { sort: 'asc', nulls: 'last' } }, { number: 'asc' }],
    take: MOST_AT_ONCE,
    select: { number: true },
  })
  const all: Sent[] = []
  for (const { number } of found) all.push(await loadSent(tx, actor, number))
  const [first] = all
  if (!first) return null
  const { name, bin, paperOrders } = first.organisation
  const mine = all.filter(({ application }) => !hasConflictOfInterest(actor, application.facts))
  const shown = mine.map(({ application }) => application)
  await noteReads(tx, actor, shown, 'application', at.now)
  return {
    organisation: { id: organisationId, name, bin, paperAllowed: paperOrders },
    rows: await rowsOf(tx, mine, at),
    count: await tx.application.count({ where }),
    conflicting: all.length - mine.length,
  }
}

async function rowsOf(tx: Tx, list: readonly Sent[], { locale, now }: At): Promise<WaitingRow[]> {
  const date = dateInAlmaty(now)
  const calendar = await getCalendar(tx)
  const foreseen = new Map<ResultPaper, number>()
  const rows: WaitingRow[] = []
  for (const sent of list) {
    const { application, snapshot, organisation } = sent
    const { service, result } = application
    const paper = resultPaper(service.result.kind)
    const before = foreseen.get(paper) ?? 0
    foreseen.set(paper, before + 1)
    const given = await nextGiven(tx, organisation.id, paper, date, before)
    rows.push({
      number: application.number,
      subjectName: snapshot.subject.name,
      service: service.name,
      paper,
      given,
      due: dueOf(application.dueAt, date, calendar, organisation.hours.week),
      filledIn: service.result.fields.flatMap((field) =>
        readLines(field, result?.values ?? {}, locale, organisationNames(snapshot)),
      ),
      text: resultText(sent, given),
    })
  }
  return rows
}
