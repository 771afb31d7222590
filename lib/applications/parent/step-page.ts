import 'server-only'
import { getProfile } from '@/lib/accounts/data'
import type { Actor } from '@/lib/domain/actor'
import {
  type Answers,
  checkStep,
  neededDocuments,
  visibleFields,
  visibleSteps,
  withProfile,
} from '@/lib/domain/answers'
import type { FieldFault } from '@/lib/domain/check-field'
import { dateInAlmaty } from '@/lib/domain/dates'
import { DomainError } from '@/lib/domain/error'
import { type Field, placeKeys } from '@/lib/domain/fields'
import type { ServiceDefinition, Step } from '@/lib/domain/service'
import {
  findOrganisation,
  listDistricts,
  listOrganisations,
  listRegions,
  type OrganisationName,
  type Place,
} from '@/lib/organisations/data'
import type { Tx } from '@/lib/platform/db'
import { type Application, getOwn } from '../data'
import { type AttachedDocument, listDocuments } from '../documents'
import { stepOf } from './editing'

/** The last step of every form; its name is reserved, so that no definition has a step of that key. */
export const DOCUMENTS_STEP = 'documents'

/** The lists that lead to a provider, as far as the choices above them are made. */
export type Places = { regions: Place[]; districts: Place[]; organisations: OrganisationName[] }

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
  /** What it shows instead. */
  given: { field: Field; value: string }[]
  values: Readonly<Record<string, string>>
  places: Places | null
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
  if (application.status !== 'draft' && application.status !== 'correction') throw new DomainError('conflict')
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
  const isComplete = neededDocuments(service, answers).every((d) => !d.required || isAttached(d.key))
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

export async function getStepPage(
  tx: Tx,
  actor: Actor,
  number: number,
  key: string,
  now: Date,
): Promise<StepPage> {
  const { application, answers, form, today } = await readForm(tx, actor, number, now)
  const step = stepOf(form.service, key)
  const fields = visibleFields(step, answers)
  const fromProfile = answers[key] ?? {}
  const given = fields.flatMap((field) => {
    const value = field.profile ? fromProfile[field.key] : ''
    return value ? [{ field, value }] : []
  })
  const kept = application.answers[key] ?? {}
  const provider = fields.find((field) => field.kind === 'organisation')
  const place = provider ? await placeOf(tx, provider, kept) : {}
  return {
    ...form,
    step,
    given,
    asked: fields.filter((field) => !given.some((g) => g.field.key === field.key)),
    values: { ...kept, ...place },
    places: provider ? await readPlaces(tx, form.service, provider, place) : null,
    faults: checkStep(form.service, step, answers, { today, period: application.periodKey }).faults,
  }
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

/** Where the chosen provider is, else what was chosen of region and district on the way to one. */
async function placeOf(
  tx: Tx,
  field: Field,
  kept: Readonly<Record<string, string>>,
): Promise<Record<string, string>> {
  const keys = placeKeys(field)
  const id = kept[field.key]
  const chosen = id ? await findOrganisation(tx, id) : null
  return {
    [keys.region]: chosen?.regionKato ?? kept[keys.region] ?? '',
    [keys.district]: chosen?.districtCode ?? kept[keys.district] ?? '',
  }
}

/** Lists are of the kinds that the service names. */
async function readPlaces(
  tx: Tx,
  { providerKinds }: ServiceDefinition,
  field: Field,
  place: Readonly<Record<string, string>>,
): Promise<Places> {
  const keys = placeKeys(field)
  const [region, district] = [place[keys.region], place[keys.district]]
  return {
    regions: await listRegions(tx),
    districts: region ? await listDistricts(tx, region, providerKinds) : [],
    organisations: district ? await listOrganisations(tx, district, providerKinds) : [],
  }
}
