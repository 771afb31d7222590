import 'server-only'
import { getProfile } from '@/lib/accounts/data'
import type { Actor } from '@/lib/domain/actor'
import {
  type Answers,
  checkStep,
  holds,
  neededDocuments,
  visibleSteps,
  withProfile,
} from '@/lib/domain/answers'
import type { FieldFault } from '@/lib/domain/check-field'
import { dateInAlmaty } from '@/lib/domain/dates'
import { DomainError } from '@/lib/domain/error'
import type { Field } from '@/lib/domain/fields'
import type { ProviderKind } from '@/lib/domain/provider-kind'
import type { OrganisationNames } from '@/lib/domain/read-view'
import type { ServiceDefinition, Step } from '@/lib/domain/service'
import type { Text } from '@/lib/domain/text'
import { findOrganisation, listNames } from '@/lib/organisations/data'
import { keptPlaces, listPlaces, type PlaceLists } from '@/lib/organisations/places'
import type { Tx } from '@/lib/platform/db'
import { type Application, getOwn } from '../data'
import { type AttachedDocument, listDocuments } from '../documents'
import { type FamilyIncome, getIncomeTest } from '../income'
import { isAskedAnew, settledAnswers } from './asking'
import { adviceOf, stepOf } from './editing'
import { withFirstRows } from './row-press'

/** The last step of every form; its name is reserved, so that no definition has a step of that key. */
export const DOCUMENTS_STEP = 'documents'

export type FormStep = { key: string; isComplete: boolean }

type Form = {
  number: number
  service: ServiceDefinition
  steps: FormStep[]
  savedAt: { at: Date; isToday: boolean } | null
  isFrozen: boolean
}

export type StepPage = Form & {
  step: Step
  /** What the page asks: fields of the profile that have a value there are not asked again. */
  asked: readonly Field[]
  /** What it shows instead, with the names of the organisations there. */
  given: { field: Field; value: string }[]
  names: OrganisationNames
  values: Readonly<Record<string, string>>
  /** The lists of each question that asks for an organisation. */
  places: Readonly<Record<string, PlaceLists>>
  /** What the kept answers call for saying. */
  advice: Text[]
  /** Where this step asks for the family's income: the reckoning, and whose decision it is no substitute for. */
  income: { test: FamilyIncome; provider: ProviderKind | null } | null
  /** What the step still lacks; shown only when that stood in the way of going on. */
  faults: FieldFault[]
}

export type DocumentsPage = Form & {
  needed: ReturnType<typeof neededDocuments>
  attached: AttachedDocument[]
}

type Read = {
  application: Application
  answers: Answers
  attached: AttachedDocument[]
  form: Form
  today: string
}

async function readForm(tx: Tx, actor: Actor, number: number, now: Date): Promise<Read> {
  const application = await getOwn(tx, actor, number)
  if (application.status !== 'draft') throw new DomainError('conflict')
  const { service } = application
  const today = dateInAlmaty(now)
  const profile = await getProfile(tx, actor)
  const attached = await listDocuments(tx, application.id)
  const answers = withProfile(service, application.answers, profile)
  const moment = { today, period: application.periodKey }
  const steps = visibleSteps(service, answers).map((step) => ({
    key: step.key,
    isComplete: checkStep(service, step, answers, moment).faults.length === 0,
  }))
  const isAttached = (key: string) => attached.some((document) => document.slot === key)
  // Which documents are needed hangs on the answers: nothing is whole before they are.
  const isComplete =
    steps.every((step) => step.isComplete) &&
    neededDocuments(service, answers).every((d) => !d.required || isAttached(d.key))
  const form: Form = {
    number,
    service,
    steps: [...steps, { key: DOCUMENTS_STEP, isComplete }],
    savedAt:
      application.updatedAt > application.createdAt
        ? { at: application.updatedAt, isToday: dateInAlmaty(application.updatedAt) === today }
        : null,
    isFrozen: application.revision !== null,
  }
  return { application, answers, attached, form, today }
}

/** Where a form is taken up: a new one at its first step, another at the first that is not complete. */
export async function getEntryStep(tx: Tx, actor: Actor, number: number, now: Date): Promise<string> {
  const { form } = await readForm(tx, actor, number, now)
  const open = form.savedAt ? form.steps.find((step) => !step.isComplete) : undefined
  return (open ?? form.steps[0])?.key ?? DOCUMENTS_STEP
}

/** The step before the documents. */
export async function getLastStep(tx: Tx, actor: Actor, number: number, now: Date): Promise<string> {
  const { form } = await readForm(tx, actor, number, now)
  return form.steps.at(-2)?.key ?? DOCUMENTS_STEP
}

/** `conflict` for a step that the other answers do not call for. */
export async function getStepPage(
  tx: Tx,
  actor: Actor,
  number: number,
  key: string,
  now: Date,
): Promise<StepPage> {
  const { application, answers, form, today } = await readForm(tx, actor, number, now)
  const step = stepOf(form.service, key)
  if (!visibleSteps(form.service, answers).includes(step)) throw new DomainError('conflict')
  const settled = settledAnswers(application, step)
  const anew = isAskedAnew(actor)
  const given = step.fields.flatMap((field) => {
    const isGiven = field.key in settled || (field.profile !== undefined && !anew)
    const value = isGiven ? answers[key]?.[field.key] : ''
    return value ? [{ field, value }] : []
  })
  const asked = drawnFields(
    step,
    given.map(({ field }) => field),
    answers,
  )
  const kept = { ...(anew ? answers[key] : {}), ...application.answers[key] }
  const places = await keptPlaces(tx, asked, kept)
  return {
    ...form,
    step,
    given,
    names: await listNames(tx, Object.values(settled)),
    asked,
    values: { ...kept, ...places, ...firstRows(asked, kept) },
    places: await listPlaces(tx, form.service, asked, { ...kept, ...places }),
    advice: adviceOf(step, answers),
    income: await incomeOf(tx, application, step, answers, today),
    faults: checkStep(form.service, step, answers, { today, period: application.periodKey }).faults,
  }
}

/** What the page draws: what is asked now, and what another answer of this very page would call for. */
function drawnFields(step: Step, given: readonly Field[], answers: Answers): Field[] {
  const drawn: Field[] = []
  for (const field of step.fields) {
    if (given.includes(field)) continue
    const isBelow = drawn.some(({ key }) => `${step.key}.${key}` === field.showWhen?.field)
    if (isBelow || holds(field.showWhen, answers)) drawn.push(field)
  }
  return drawn
}

function firstRows(fields: readonly Field[], kept: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    fields
      .filter((field) => field.rows)
      .map((field) => [field.key, withFirstRows(field, kept[field.key] ?? '')]),
  )
}

async function incomeOf(
  tx: Tx,
  { service, organisationId }: Application,
  step: Step,
  answers: Answers,
  today: string,
): Promise<StepPage['income']> {
  if (service.incomeTest?.rows.split('.')[0] !== step.key) return null
  const test = await getIncomeTest(tx, service, answers, today)
  const provider = test && organisationId ? await findOrganisation(tx, organisationId) : null
  return test && { test, provider: provider?.kind ?? null }
}

export async function getDocumentsPage(
  tx: Tx,
  actor: Actor,
  number: number,
  now: Date,
): Promise<DocumentsPage> {
  const { answers, attached, form } = await readForm(tx, actor, number, now)
  return { ...form, needed: neededDocuments(form.service, answers), attached }
}
