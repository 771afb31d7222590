import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import { answerAt } from '@/lib/domain/answers'
import { type DateOnly, dateInAlmaty } from '@/lib/domain/dates'
import { DomainError } from '@/lib/domain/error'
import type { Field } from '@/lib/domain/fields'
import { type ResultPaper, resultPaper } from '@/lib/domain/paper-kind'
import { readAnswer } from '@/lib/domain/read-view'
import type { Ground } from '@/lib/domain/service'
import type { Locale, Text } from '@/lib/domain/text'
import { type Action, TRANSITIONS } from '@/lib/domain/workflow'
import type { Organisation } from '@/lib/organisations/data'
import type { Tx } from '@/lib/platform/db'
import type { HistoryEvent } from '../data'
import { SIGNED_STATEMENT, type Slot } from '../document-slots'
import { type AttachedDocument, listDocuments } from '../documents'
import { dueDates } from '../due-dates'
import { partsOf } from '../policy'
import { isForVisit, isSigned } from '../revision'
import { noteRead } from '../staff-reads'
import { listTemplates, type Template } from '../templates'
import { type Annulled, getAnnulled } from './annulment'
import { type CorrectionForm, readCorrectionForm } from './correction-form'
import { loadSent, type Sent } from './intake'
import { startingValues } from './result'
import { attachedTo, lastEvent, type ReviewDocument } from './review'
import { readSheet, type SigningSheet } from './signing-sheet'
import { stageOf } from './stage'
import { isStep, mayOpen, STEPS, type Step } from './steps'

/** A file that this page asks for. */
export type Wanted = { slot: Slot; current: AttachedDocument | null }

/** What is filled in, and what it starts with. */
type Filling = { fields: readonly Field[]; values: Readonly<Record<string, string>> }

type Form =
  | {
      step: 'register'
      answerDue: DateOnly
      mark: string
      atSchool: boolean
      isSigned: boolean
      wanted: Wanted | null
      /** Places are given by turn: what the parent answered on living in the service area. */
      area: Text | null
    }
  | { step: 'refuse-intake'; grounds: readonly Ground[]; templates: readonly Template[] }
  | {
      step: 'refuse'
      grounds: readonly Ground[]
      templates: readonly Template[]
      paperAllowed: boolean
      organisation: Pick<Organisation, 'name' | 'bin' | 'address'>
      /** The day that the refusal will have. */
      today: DateOnly
    }
  | {
      step: 'revoke'
      annulled: Annulled
      paperAllowed: boolean
      organisation: Pick<Organisation, 'name' | 'bin'>
    }
  | ({ step: 'prepare'; documents: ReviewDocument[] } & Filling)
  | ({ step: 'stage'; stage: string; title: Text; documents: ReviewDocument[] } & Filling)
  | ({ step: 'hand-over'; title: Text } & Filling)
  | { step: 'sign'; sheet: SigningSheet; wanted: Wanted }
  | ({ step: 'correct' } & CorrectionForm)
  | { step: 'close-correction' }
  | { step: 'take-back' }
  /** Somebody else was first, or the parent has cancelled. */
  | { step: 'taken'; event: HistoryEvent }

/** What a page of a decision shows. */
export type Decision = {
  number: number
  subjectName: string
  service: Text
  /** The paper by which the service gives its result. */
  paper: ResultPaper
} & Form

type At = { locale: Locale; now: Date }

export async function readDecision(
  tx: Tx,
  actor: Actor,
  number: number,
  step: string,
  { locale, now }: At,
): Promise<Decision> {
  if (!isStep(step)) throw new DomainError('absent')
  const sent = await loadSent(tx, actor, number)
  const { application, snapshot } = sent
  const { service } = application
  await noteRead(tx, actor, application, 'application', now)
  const about = {
    number,
    subjectName: snapshot.subject.name,
    service: service.name,
    paper: resultPaper(service.result.kind),
  }
  if (mayOpen(actor, step, application.facts))
    return { ...about, ...(await readForm(tx, actor, sent, step, { locale, now })) }
  const works = partsOf(actor, application.facts).some((part) => part !== 'applicant')
  if (!works || (step !== 'stage' && isFrom(STEPS[step], application.status))) throw new DomainError('absent')
  return { ...about, step: 'taken', event: await lastEvent(tx, actor, number) }
}

function isFrom(action: Action, status: string): boolean {
  const from: readonly string[] = TRANSITIONS[action].from
  return from.includes(status)
}

async function readForm(tx: Tx, actor: Actor, sent: Sent, step: Step, { locale, now }: At): Promise<Form> {
  const { application, revision, organisation, provider } = sent
  const { service } = application
  const today = dateInAlmaty(now)
  const documents = async () => attachedTo(sent, await listDocuments(tx, application.id), locale)
  switch (step) {
    case 'register': {
      const due = await dueDates(tx, application, provider, application.completeAt ?? now, now)
      const atSchool = isForVisit(revision)
      const files = await listDocuments(tx, application.id)
      const current = files.find((file) => file.documentId === revision.scanId) ?? null
      return {
        step,
        answerDue: due.answerDue,
        mark: revision.mark,
        atSchool,
        isSigned: isSigned(revision),
        wanted: atSchool ? { slot: SIGNED_STATEMENT, current } : null,
        area: areaAnswer(sent),
      }
    }
    case 'refuse-intake':
      return { step, grounds: service.intakeGrounds, templates: await listTemplates(tx, 'refusal') }
    case 'refuse': {
      const templates = await listTemplates(tx, 'refusal')
      const { grounds } = service
      return { step, grounds, templates, paperAllowed: organisation.paperOrders, organisation, today }
    }
    case 'revoke': {
      const annulled = await getAnnulled(tx, sent)
      return { step, annulled, paperAllowed: organisation.paperOrders, organisation }
    }
    case 'prepare': {
      const { fields } = service.result
      const values = startingValues(fields, application, application.result?.values, today)
      return { step, fields, values, documents: await documents() }
    }
    case 'stage': {
      const stage = stageOf(application)
      if (!stage) throw new DomainError('absent')
      const { key, title, fields } = stage
      const values = startingValues(fields, application, application.stages[key]?.values, today)
      return { step, stage: key, title, fields, values, documents: await documents() }
    }
    case 'hand-over': {
      const { title, fields } = service.result.handOver ?? {}
      if (!title || !fields) throw new DomainError('absent')
      // A number that the paper already told is not typed again.
      return {
        step,
        title,
        fields,
        values: startingValues(fields, application, application.result?.values, today),
      }
    }
    case 'sign': {
      const sheet = await readSheet(tx, actor, sent, now)
      return { step, sheet, wanted: { slot: sheet.slot, current: sheet.scan } }
    }
    case 'correct':
      return { step, ...(await readCorrectionForm(tx, sent, locale, now)) }
    case 'close-correction':
    case 'take-back':
      return { step }
  }
}

/** «Да», «Нет»: the parent's word, which the clerk compares with the address. */
function areaAnswer({ application, snapshot }: Sent): Text | null {
  const path = application.service.queue?.area
  const [stepKey, fieldKey] = path?.split('.') ?? []
  const field = application.service.steps
    .find((step) => step.key === stepKey)
    ?.fields.find((f) => f.key === fieldKey)
  if (!path || !field) return null
  const value = answerAt(snapshot.answers, path)
  return { kk: readAnswer(field, value, 'kk', {}), ru: readAnswer(field, value, 'ru', {}) }
}
