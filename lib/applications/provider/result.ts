import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import { answerAt } from '@/lib/domain/answers'
import { checkFields, type FieldFault } from '@/lib/domain/check-field'
import { type DateOnly, dateInAlmaty } from '@/lib/domain/dates'
import { DomainError } from '@/lib/domain/error'
import type { Field } from '@/lib/domain/fields'
import { type Register, resultPaper } from '@/lib/domain/paper-kind'
import { type JournalKey, numberLabel, readJournal } from '@/lib/orders/journal'
import { newCheckCode } from '@/lib/papers/mutations'
import { Json, type Tx } from '@/lib/platform/db'
import type { Application, PreparedResult } from '../data'
import { delegateIfNeeded } from '../delegation'
import { SIGNED_ORDER, type Slot, signedOrderSlot } from '../document-slots'
import { lockSeat } from '../enrolment'
import { transition } from '../transition'
import { loadSent } from './intake'

/** What a provider's form starts with: what it was before, else the parent's answers where the definition says so. */
export function startingValues(
  fields: readonly Field[],
  { answers }: Pick<Application, 'answers'>,
  kept: Readonly<Record<string, string>> | undefined,
  today: DateOnly,
): Record<string, string> {
  return Object.fromEntries(
    fields.map((field) => {
      const start = field.startsAs === 'today' ? today : answerAt(answers, field.startsAs ?? '')
      return [field.key, kept?.[field.key] ?? start]
    }),
  )
}

/** The clerk has the result ready: it goes to the director. Faulty fields are answered, nothing is kept. */
export async function prepareResult(
  tx: Tx,
  actor: Actor,
  number: number,
  typed: Readonly<Record<string, string>>,
  now: Date,
): Promise<FieldFault[]> {
  const { application } = await loadSent(tx, actor, number)
  const { values, faults } = checkFields(application.service.result.fields, typed, dateInAlmaty(now))
  if (faults.length > 0) return faults
  await lockSeat(tx, application)
  const result: PreparedResult = { values, codes: { paper: newCheckCode(), notification: newCheckCode() } }
  await transition(tx, actor, 'prepareResult', application, now, { data: { result: Json.write(result) } })
  await delegateIfNeeded(tx, application.id, now)
  return []
}

export async function takeBack(tx: Tx, actor: Actor, number: number, now: Date): Promise<void> {
  const { application } = await loadSent(tx, actor, number)
  await transition(tx, actor, 'takeBack', application, now)
  await voidScans(tx, application.id, null, now)
}

/** Scans of sheets that nobody will approve any more stay on file, but not in the application. */
export async function voidScans(
  tx: Tx,
  applicationId: string,
  kept: string | null,
  now: Date,
): Promise<void> {
  await tx.applicationDocument.updateMany({
    where: {
      applicationId,
      removedAt: null,
      slot: { startsWith: SIGNED_ORDER.key, ...(kept === null ? {} : { not: kept }) },
    },
    data: { removedAt: now },
  })
}

export function journalOf(organisationId: string, kind: Register, date: DateOnly): JournalKey {
  return { organisationId, kind, year: Number(date.slice(0, 4)) }
}

/** The number and date a paper would get now: both provisional until it is issued. */
export type Provisional = { number: number; date: DateOnly }

/** With the number as it stands on the paper. */
export type Given = Provisional & { label: string }

/** As this journal writes that number. */
export async function labelled(
  tx: Tx,
  organisationId: string,
  register: Register,
  { number, date }: Provisional,
): Promise<Given> {
  const journal = await readJournal(tx, journalOf(organisationId, register, date))
  return { number, label: numberLabel(journal, number), date }
}

/** What the next paper of a journal gets; `after` more are foreseen before it. */
export async function nextGiven(
  tx: Tx,
  organisationId: string,
  register: Register,
  date: DateOnly,
  after = 0,
): Promise<Given> {
  const journal = await readJournal(tx, journalOf(organisationId, register, date))
  const number = journal.next + after
  return { number, label: numberLabel(journal, number), date }
}

/** In the register of the service's own kind of paper. */
export function provisional(
  tx: Tx,
  organisationId: string,
  { result }: Application['service'],
  now: Date,
): Promise<Given> {
  return nextGiven(tx, organisationId, resultPaper(result.kind), dateInAlmaty(now))
}

/** Where the scan of this very sheet is attached; of a sheet printed before, it is another slot. */
export function slotOfSheet(application: Application, { number, date }: Provisional): Slot {
  if (!application.result) throw new DomainError('conflict')
  return signedOrderSlot({ number, date, code: application.result.codes.paper })
}
