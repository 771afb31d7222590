import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import { dateInAlmaty } from '@/lib/domain/dates'
import { type ResultPaper, resultPaper } from '@/lib/domain/paper-kind'
import { type ReadRow, readLines } from '@/lib/domain/read-view'
import { organisationNames } from '@/lib/domain/snapshot'
import type { Locale, Text } from '@/lib/domain/text'
import { getCalendar } from '@/lib/organisations/calendar'
import { getOrganisation } from '@/lib/organisations/data'
import type { Tx } from '@/lib/platform/db'
import { isStuck } from '../delegation'
import { findConcerned } from '../interests'
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
  /** All that this person may sign, those beyond the list too. */
  count: number
  /** That somebody else has to decide: the reader has an interest in them. */
  conflicting: number
  /** Of those, the ones that nobody here may sign, and no department above would. */
  stuck: number
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
  const { ids, conflicting } = await listToSign(tx, actor.userId, [organisationId], at.now)
  if (ids.length + conflicting.length === 0) return null
  const found = await tx.application.findMany({
    where: { id: { in: ids } },
    orderBy: [{ dueAt: { sort: 'asc', nulls: 'last' } }, { number: 'asc' }],
    take: MOST_AT_ONCE,
    select: { number: true },
  })
  const mine: Sent[] = []
  for (const { number } of found) mine.push(await loadSent(tx, actor, number))
  const shown = mine.map(({ application }) => application)
  await noteReads(tx, actor, shown, 'application', at.now)
  const { name, bin, paperOrders } = await getOrganisation(tx, organisationId)
  let stuck = 0
  for (const id of conflicting) if (await isStuck(tx, id, at.now)) stuck += 1
  return {
    organisation: { id: organisationId, name, bin, paperAllowed: paperOrders },
    rows: await rowsOf(tx, mine, at),
    count: ids.length,
    conflicting: conflicting.length,
    stuck,
  }
}

/** What this person may sign in the name of these organisations, and what somebody else has to. */
export type ToSign = { ids: string[]; conflicting: string[] }

export async function listToSign(
  tx: Tx,
  accountId: string,
  organisationIds: readonly string[],
  now: Date,
): Promise<ToSign> {
  const prepared = await listPrepared(tx, organisationIds)
  if (prepared.length === 0) return { ids: [], conflicting: [] }
  const concerned = await findConcerned(tx, [accountId], prepared, now)
  const isOwn = (id: string) => concerned.get(id)?.has(accountId) === true
  return { ids: prepared.filter((id) => !isOwn(id)), conflicting: prepared.filter(isOwn) }
}

/**
 * What is prepared to be signed in the name of these organisations: their own, unless a department acts for it. In two
 * steps, for each of which there is an index: together they would go through all applications.
 */
async function listPrepared(tx: Tx, organisationIds: readonly string[]): Promise<string[]> {
  const organisationId = { in: [...organisationIds] }
  const own = await tx.application.findMany({
    where: { status: 'on_signing', organisationId, parties: { none: { part: 'acting' } } },
    select: { id: true },
  })
  const acting = await tx.applicationParty.findMany({
    where: { organisationId, part: 'acting', application: { status: 'on_signing' } },
    select: { applicationId: true },
  })
  return [...own.map(({ id }) => id), ...acting.map(({ applicationId }) => applicationId)]
}

async function rowsOf(tx: Tx, list: readonly Sent[], { locale, now }: At): Promise<WaitingRow[]> {
  const date = dateInAlmaty(now)
  const calendar = await getCalendar(tx)
  const foreseen = new Map<ResultPaper, number>()
  const rows: WaitingRow[] = []
  for (const sent of list) {
    const { application, snapshot, organisation, provider } = sent
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
      due: dueOf(application.dueAt, date, calendar, provider.hours.week),
      filledIn: service.result.fields.flatMap((field) =>
        readLines(field, result?.values ?? {}, locale, organisationNames(snapshot)),
      ),
      text: resultText(sent, given),
    })
  }
  return rows
}
