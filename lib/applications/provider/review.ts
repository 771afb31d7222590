import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import { documentTitle, neededDocuments, subjectMismatch } from '@/lib/domain/answers'
import { dateInAlmaty } from '@/lib/domain/dates'
import { DomainError } from '@/lib/domain/error'
import type { Field } from '@/lib/domain/fields'
import { type ResultPaper, resultPaper } from '@/lib/domain/paper-kind'
import type { ProviderKind } from '@/lib/domain/provider-kind'
import { type ReadSection, readLines, readSections } from '@/lib/domain/read-view'
import type { ServiceDefinition } from '@/lib/domain/service'
import { organisationNames } from '@/lib/domain/snapshot'
import type { Status } from '@/lib/domain/status'
import type { Locale, Text } from '@/lib/domain/text'
import { isAction } from '@/lib/domain/workflow'
import { getCalendar } from '@/lib/organisations/calendar'
import { getOrganisation } from '@/lib/organisations/data'
import { listPapers, type Paper } from '@/lib/papers/data'
import type { Tx } from '@/lib/platform/db'
import { type Annulment, annulledBy } from '../annulled'
import { type Application, getForStaff, type HistoryEvent, listHistory } from '../data'
import { isStuck } from '../delegation'
import { isSignedOrder, SIGNED_ORDER, SIGNED_STATEMENT } from '../document-slots'
import { type AttachedDocument, listDocuments } from '../documents'
import { getPosition, type SeatsKey, seatsKeyOf } from '../enrolment'
import { type InPerson, readInPerson } from '../in-person'
import { type FamilyIncome, getIncomeTest } from '../income'
import { hasConflictOfInterest, partsOf } from '../policy'
import { type Refused, refusedBy } from '../refused'
import { listEarlier, type Revision } from '../revision'
import { noteRead } from '../staff-reads'
import { readTermClock, type TermClock } from '../term-clock'
import { type Assignment, readAssignment } from './assignment'
import { type Duplicates, isIdentityProven, listDuplicates } from './doubts'
import { loadSent, type Sent } from './intake'
import { type Due, dueOf } from './queue'
import { type ReviewCorrection, readReviewCorrections } from './review-corrections'
import { type ReviewTalk, readReviewTalk } from './review-talk'
import { stageOf } from './stage'
import { openSteps, type Step } from './steps'
import { turnOf } from './turn'

export type ReviewDocument = AttachedDocument & { title: string }

/** One application as the provider reads it. */
export type Review = {
  number: number
  status: Status
  service: Pick<ServiceDefinition, 'name' | 'stages'>
  /** The paper by which the service gives its result. */
  paper: ResultPaper
  /** The stage that is waited for. */
  stage: Text | null
  /** Whose turn it is, where it is not this reader's. */
  turn: Text | null
  /** Where places are given by turn: its queue, and its turn while there is no seat for it. */
  seat: { queue: SeatsKey; turn: number | null } | null
  /** What is left to do with a paper that goes from hand to hand. */
  handOver: Text | null
  /** What the stages, the result and the handing over brought. */
  filledIn: ReadSection[]
  organisation: { name: Text; kind: ProviderKind }
  subjectName: string
  applicantName: string
  sections: ReadSection[]
  /** As of the day of the statement. */
  income: FamilyIncome | null
  revision: Pick<Revision, 'ordinal' | 'mark' | 'signedBy' | 'eds' | 'signed' | 'confirmedAt'>
  /** Statements that were sent before it. */
  earlier: Awaited<ReturnType<typeof listEarlier>>
  documents: ReviewDocument[]
  scan: ReviewDocument | null
  /** What the director signed by hand, once the order is approved. */
  signedOrder: ReviewDocument | null
  papers: Paper[]
  history: HistoryEvent[]
  refused: Refused | null
  annulment: Annulment | null
  due: Due | null
  clock: TermClock | null
  mismatch: ('birthDate' | 'sex')[]
  duplicates: Duplicates
  isProven: boolean
  /** Of somebody who came in person: slips, claims, and whether their document was seen. */
  inPerson: InPerson
  assignment: Assignment
  /** What was asked again, the newest first. */
  corrections: ReviewCorrection[]
  /** Null for who only watches. */
  talk: ReviewTalk | null
  hasConflict: boolean
  /** Nobody here may go on with it, and no department above would. */
  isStuck: boolean
  readsOnly: boolean
  steps: Step[]
}

export async function readReview(
  tx: Tx,
  actor: Actor,
  number: number,
  locale: Locale,
  now: Date,
): Promise<Review> {
  const sent = await loadSent(tx, actor, number)
  const { application, revision, snapshot, organisation } = sent
  const { service, facts } = application
  await noteRead(tx, actor, application, 'application', now)
  const today = dateInAlmaty(now)
  const calendar = await getCalendar(tx)
  const files = await listDocuments(tx, application.id)
  const history = await listHistory(tx, application.id)
  const acting = turnOf(facts, facts.stageBy)
  const queue = seatsKeyOf(application)
  const turn = queue && ((await getPosition(tx, application))?.turn ?? null)
  // Without a seat there is nothing to prepare: it would be refused.
  const steps = openSteps(actor, facts).filter((step) => step !== 'prepare' || turn === null)
  return {
    number,
    status: application.status,
    service: { name: service.name, stages: service.stages },
    paper: resultPaper(service.result.kind),
    stage: stageOf(application)?.title ?? null,
    turn:
      acting && !actor.organisationIds.includes(acting.organisationId)
        ? (await getOrganisation(tx, acting.organisationId)).shortName
        : null,
    seat: queue && { queue, turn },
    handOver: service.result.handOver?.title ?? null,
    filledIn: filledIn(application, locale),
    organisation: {
      name: snapshot.organisation.name,
      kind: organisation.kind,
    },
    subjectName: snapshot.subject.name,
    applicantName: snapshot.applicant.name,
    sections: readSections(service, snapshot.answers, locale, organisationNames(snapshot)),
    income: await getIncomeTest(tx, service, snapshot.answers, snapshot.date),
    revision,
    earlier: await listEarlier(tx, application.id, revision),
    documents: attachedTo(sent, files, locale),
    scan: titled(
      files.find((file) => file.documentId === revision.scanId),
      SIGNED_STATEMENT.title[locale],
    ),
    signedOrder: titled(
      files.find((file) => isSignedOrder(file.slot)),
      SIGNED_ORDER.title[locale],
    ),
    papers: await listPapers(tx, application.id),
    history,
    refused: await refusedBy(tx, application, history),
    annulment: annulledBy(application, history),
    due: dueOf(application.dueAt, today, calendar, sent.provider.hours.week),
    clock: await readTermClock(tx, application, sent.provider),
    mismatch: subjectMismatch(service, snapshot.answers, today),
    duplicates: await listDuplicates(tx, actor, application.id),
    isProven: await isIdentityProven(tx, application),
    inPerson: await readInPerson(tx, actor, application, now),
    assignment: await readAssignment(tx, actor, application, now),
    corrections: await readReviewCorrections(tx, sent, locale, today),
    talk: await readReviewTalk(tx, actor, application, now),
    hasConflict: hasConflictOfInterest(actor, facts),
    isStuck: hasConflictOfInterest(actor, facts) && (await isStuck(tx, application.id, now)),
    readsOnly: !partsOf(actor, facts).some((part) => part !== 'applicant'),
    steps,
  }
}

function titled(file: AttachedDocument | undefined, title: string): ReviewDocument | null {
  return file ? { ...file, title } : null
}

/** The documents that the signature covers, in the order of the definition. */
export function attachedTo(sent: Sent, files: readonly AttachedDocument[], locale: Locale): ReviewDocument[] {
  const { application, snapshot } = sent
  return neededDocuments(application.service, snapshot.answers).flatMap((needed) => {
    const signed = snapshot.attachments.find((file) => file.slot === needed.key)
    return (
      titled(
        files.find((file) => file.documentId === signed?.documentId),
        documentTitle(needed)[locale],
      ) ?? []
    )
  })
}

/** What happened last: told to whoever comes second. */
export async function lastEvent(tx: Tx, actor: Actor, number: number): Promise<HistoryEvent> {
  const application = await getForStaff(tx, actor, number)
  // Who was given it, or reminded, has not changed it.
  const last = (await listHistory(tx, application.id)).findLast(({ action }) => isAction(action))
  if (!last) throw new DomainError('absent')
  return last
}

/** Stage by stage, what was filled in there; then the result's log of handing over. */
function filledIn({ service, stages, result }: Application, locale: Locale): ReadSection[] {
  const section = (step: string, title: Text, fields: readonly Field[], values: Record<string, string>) => ({
    step,
    title: title[locale],
    rows: fields.flatMap((field) => readLines(field, values, locale, {})),
  })
  const { handOver } = service.result
  return [
    ...(service.stages ?? []).flatMap(({ key, title, fields }) => {
      const done = stages[key]
      return done ? [section(key, title, fields, done.values)] : []
    }),
    ...(handOver && result?.handedOver
      ? [section('handOver', handOver.title, handOver.fields, result.handedOver.values)]
      : []),
  ]
}
