import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import {
  type Answers,
  answerAt,
  checkStep,
  isForSelf,
  neededDocuments,
  type ProfileValues,
  sameAnswers,
  subjectIin,
  withProfile,
} from '@/lib/domain/answers'
import type { FieldFault } from '@/lib/domain/check-field'
import { type DateOnly, dateInAlmaty } from '@/lib/domain/dates'
import { DomainError } from '@/lib/domain/error'
import { placeKeys } from '@/lib/domain/fields'
import { parseIin } from '@/lib/domain/iin'
import { periodOf } from '@/lib/domain/period'
import type { ServiceDefinition, Step } from '@/lib/domain/service'
import { findOrganisation } from '@/lib/organisations/data'
import { isUniqueViolation, Json, type Tx } from '@/lib/platform/db'
import { type Application, getOwn } from '../data'
import { voidRevision } from '../revision'
import { laterThan } from '../transition'

/** The child's name as far as it is filled in; '' where the applicant applies for themself. */
export function subjectName(service: ServiceDefinition, answers: Answers): string {
  if (!service.subject || isForSelf(service, answers)) return ''
  const { familyName, givenName, patronymic } = service.subject
  return [familyName, givenName, patronymic]
    .map((path) => answerAt(answers, path))
    .filter(Boolean)
    .join(' ')
}

/** What an application is about: whom, and for which period. Of both there is one that is live. */
export function aboutOf(
  service: ServiceDefinition,
  answers: Answers,
  today: DateOnly,
  intakeYear: string | null,
): { subjectKey: string | null; periodKey: string } {
  const subject = parseIin(subjectIin(service, answers), today)
  return {
    subjectKey: subject.ok ? subject.iin : null,
    periodKey: periodOf(service, answers, today, intakeYear),
  }
}

/** Locks the row of an application that its owner may still edit. */
async function lockEditable(tx: Tx, actor: Actor, number: number): Promise<Application> {
  await tx.$queryRaw`SELECT id FROM application WHERE number = ${number} AND owner_id = ${actor.userId}::uuid FOR UPDATE`
  const application = await getOwn(tx, actor, number)
  if (application.status !== 'draft') throw new DomainError('conflict')
  return application
}

/** What of a step stands in the draft: its own answers, and of the profile's only what could not go there. */
function keptAnswers(
  step: Step,
  values: Readonly<Record<string, string>>,
  typed: Readonly<Record<string, string>>,
  faults: readonly FieldFault[],
): Record<string, string> {
  const isFaulty = (key: string) => faults.some((f) => f.field === key)
  const kept = Object.entries(values).filter(([key, value]) => {
    const isBound = step.fields.some((field) => field.key === key && field.profile)
    return !isBound || (isFaulty(key) && value !== '')
  })
  const places = step.fields
    .filter((field) => field.kind === 'organisation' && field.key in values)
    .flatMap((field) => Object.values(placeKeys(field)))
    .flatMap((key) => (typed[key] ? [[key, typed[key]] as const] : []))
  return Object.fromEntries([...kept, ...places])
}

/**
 * The answers as they stand in the draft: those to questions that are hidden now go. `full` are all answers,
 * with the profile's, without the hidden ones.
 */
export function withoutStale(answers: Answers, full: Answers): Answers {
  const isPlace = (key: string, step: Readonly<Record<string, string>>) =>
    Object.keys(step).some((field) => Object.values(placeKeys({ key: field })).includes(key))
  return Object.fromEntries(
    Object.entries(answers).flatMap(([stepKey, own]) => {
      const step = full[stepKey]
      if (!step) return []
      return [
        [stepKey, Object.fromEntries(Object.entries(own).filter(([k]) => k in step || isPlace(k, step)))],
      ]
    }),
  )
}

/**
 * Keeps the answers of one step as typed, checked ones in their kept form, and says what is wrong with
 * them. `answers` are all answers of the step; those of the profile go before them where it has any.
 */
export async function saveStep(
  tx: Tx,
  actor: Actor,
  input: {
    number: number
    step: Step
    answers: Readonly<Record<string, string>>
    profile: ProfileValues
  },
  now: Date,
): Promise<{ faults: FieldFault[]; voided: boolean }> {
  const application = await lockEditable(tx, actor, input.number)
  const { service, periodKey: period } = application
  const { step, profile } = input
  const today = dateInAlmaty(now)
  const known = withProfile(service, application.answers, profile)
  const typed: Answers = { ...known, [step.key]: input.answers }
  const { values, faults } = checkStep(service, step, typed, { today, period })
  const own = keptAnswers(step, values, input.answers, faults)
  const full = withProfile(service, { ...application.answers, [step.key]: values }, profile)
  const answers = withoutStale({ ...application.answers, [step.key]: own }, full)
  const organisationId = await chosenOrganisation(tx, service, answers)
  const [organisationStep, organisationField = ''] = service.organisation.split('.')
  if (organisationStep === step.key && values[organisationField] && !organisationId)
    faults.push({ field: organisationField, fault: 'organisation' })
  if (sameAnswers(application.answers, answers)) return { faults, voided: false }
  const savedAt = laterThan(application.updatedAt, now)
  await tx.application
    .update({
      where: { id: application.id },
      data: {
        answers: Json.write(answers),
        ...aboutOf(service, full, today, period),
        organisationId,
        updatedAt: savedAt,
      },
    })
    .catch((error: unknown) => {
      if (isUniqueViolation(error)) throw new DomainError('duplicate')
      throw error
    })
  await dropFilesOfRows(tx, application, full, now)
  return { faults, voided: await voidRevision(tx, application.id, savedAt) }
}

/** With a row its file goes. */
async function dropFilesOfRows(
  tx: Tx,
  { id, service }: Application,
  full: Answers,
  now: Date,
): Promise<void> {
  if (!service.documents.some((document) => document.perRow)) return
  await tx.applicationDocument.updateMany({
    where: {
      applicationId: id,
      removedAt: null,
      slot: { contains: '.', notIn: neededDocuments(service, full).map((document) => document.key) },
    },
    data: { removedAt: now },
  })
}

/** The provider that the answers name, if it is one. */
export async function chosenOrganisation(
  tx: Tx,
  service: ServiceDefinition,
  answers: Answers,
): Promise<string | null> {
  const id = answerAt(answers, service.organisation)
  if (!/^[0-9a-f-]{36}$/.test(id)) return null
  const found = await findOrganisation(tx, id)
  return found && service.providerKinds.includes(found.kind) ? found.id : null
}

/** «Отменить заявку» on a draft: it goes for good, its files with the nightly job. */
export async function deleteDraft(tx: Tx, actor: Actor, number: number): Promise<void> {
  await getOwn(tx, actor, number)
  const { count } = await tx.application.deleteMany({
    where: { number, ownerId: actor.userId, status: 'draft' },
  })
  if (count === 0) throw new DomainError('conflict')
}
