import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import { type Answers, answerAt, checkStep, type FieldFault } from '@/lib/domain/answers'
import { dateInAlmaty, isDateOnly, schoolYearOf } from '@/lib/domain/dates'
import { DomainError } from '@/lib/domain/error'
import { placeKeys } from '@/lib/domain/fields'
import { parseIin } from '@/lib/domain/iin'
import type { ServiceDefinition, Step } from '@/lib/domain/service'
import type { Locale } from '@/lib/domain/text'
import { findOrganisation } from '@/lib/organisations/data'
import { isUniqueViolation, Json, type Tx } from '@/lib/platform/db'
import { serviceBySlug } from '@/lib/services'
import { type Application, getOwn } from '../data'
import { voidRevision } from '../revision'

/** Opens a draft, or the empty one that is open already: a double click makes one application. */
export async function startDraft(
  tx: Tx,
  actor: Actor,
  slug: string,
  locale: Locale,
  now: Date,
): Promise<{ number: number }> {
  const service = serviceBySlug(slug)
  if (!service) throw new DomainError('absent')
  const created = await tx.application.createManyAndReturn({
    data: [
      {
        serviceSlug: slug,
        serviceVersion: service.version,
        ownerId: actor.userId,
        locale,
        periodKey: periodKey(service, {}, now),
        createdAt: now,
        updatedAt: now,
      },
    ],
    skipDuplicates: true,
    select: { id: true, number: true },
  })
  const [mine] = created
  if (mine) {
    await tx.historyEvent.create({
      data: {
        applicationId: mine.id,
        at: now,
        action: 'create',
        to: 'draft',
        actorId: actor.userId,
        actorName: actor.name,
      },
    })
    return { number: mine.number }
  }
  const open = await tx.application.findFirst({
    where: { ownerId: actor.userId, serviceSlug: slug, status: 'draft', subjectKey: null },
    select: { number: true },
  })
  if (!open) throw new DomainError('conflict')
  return open
}

export type OpenDraft = { number: number; childName: string; createdAt: Date; updatedAt: Date }

/** The drafts of a service that may be gone on with. */
export async function listOpenDrafts(tx: Tx, actor: Actor, slug: string): Promise<OpenDraft[]> {
  const rows = await tx.application.findMany({
    where: { ownerId: actor.userId, serviceSlug: slug, status: 'draft' },
    orderBy: { updatedAt: 'desc' },
    select: { number: true },
  })
  const drafts: Application[] = []
  for (const row of rows) drafts.push(await getOwn(tx, actor, row.number))
  return drafts.map((d) => ({
    number: d.number,
    childName: subjectName(d.service, d.answers),
    createdAt: d.createdAt,
    updatedAt: d.updatedAt,
  }))
}

export function subjectName(service: ServiceDefinition, answers: Answers): string {
  if (!service.subject) return ''
  const { familyName, givenName, patronymic } = service.subject
  return [familyName, givenName, patronymic]
    .map((path) => answerAt(answers, path))
    .filter(Boolean)
    .join(' ')
}

/** The period in which one child has one application: the school year of the first date asked, else of today. */
function periodKey(service: ServiceDefinition, answers: Answers, now: Date): string {
  const today = dateInAlmaty(now)
  if (service.period === 'once') return 'once'
  if (service.period === 'intakeYear') return today.slice(0, 4)
  const dates = service.steps.flatMap((s) =>
    s.fields.filter((f) => f.kind === 'date' && !f.past && !f.profile).map((f) => `${s.key}.${f.key}`),
  )
  const first = dates.map((path) => answerAt(answers, path)).find(isDateOnly)
  return schoolYearOf(first ?? today)
}

/** Locks the row of an application that its owner may still edit. */
async function lockEditable(tx: Tx, actor: Actor, number: number): Promise<Application> {
  await tx.$queryRaw`SELECT id FROM application WHERE number = ${number} AND owner_id = ${actor.userId}::uuid FOR UPDATE`
  const application = await getOwn(tx, actor, number)
  if (application.status !== 'draft' && application.status !== 'correction') throw new DomainError('conflict')
  return application
}

/** What of a step stands in the draft: its own answers, and of the profile's only what could not go there. */
function keptAnswers(
  step: Step,
  values: Readonly<Record<string, string>>,
  typed: Readonly<Record<string, string>>,
  faults: readonly FieldFault[],
): Record<string, string> {
  const kept: Record<string, string> = {}
  for (const field of step.fields) {
    const value = values[field.key] ?? ''
    const isFaulty = faults.some((f) => f.field === field.key)
    if (!field.profile || (isFaulty && value !== '')) kept[field.key] = value
    if (field.kind !== 'organisation') continue
    for (const key of Object.values(placeKeys(field))) if (typed[key]) kept[key] = typed[key]
  }
  return kept
}

/**
 * Keeps the answers of one step as typed, checked ones in their kept form, and says what is wrong with
 * them. `answers` are all answers of the step; `applicant` those of other steps that the profile gives.
 */
export async function saveStep(
  tx: Tx,
  actor: Actor,
  input: { number: number; step: Step; answers: Readonly<Record<string, string>>; applicant: Answers },
  now: Date,
): Promise<{ faults: FieldFault[]; voided: boolean }> {
  const application = await lockEditable(tx, actor, input.number)
  const { service } = application
  const today = dateInAlmaty(now)
  const typed = { ...application.answers, ...input.applicant, [input.step.key]: input.answers }
  const { values, faults } = checkStep(service, input.step, typed, today)
  const own = keptAnswers(input.step, values, input.answers, faults)
  const answers: Answers = { ...application.answers, [input.step.key]: own }
  const organisationId = await chosenOrganisation(tx, service, answers)
  const organisationPath = `${input.step.key}.`
  if (
    service.organisation.startsWith(organisationPath) &&
    answerAt(answers, service.organisation) !== '' &&
    !organisationId
  )
    faults.push({ field: service.organisation.slice(organisationPath.length), fault: 'organisation' })
  const changed = JSON.stringify(application.answers[input.step.key] ?? {}) !== JSON.stringify(own)
  if (!changed) return { faults, voided: false }
  const subject = service.subject ? parseIin(answerAt(answers, service.subject.iin), today) : null
  await tx.application
    .update({
      where: { id: application.id },
      data: {
        answers: Json.write(answers),
        subjectKey: subject?.ok ? subject.iin : null,
        periodKey: periodKey(service, answers, now),
        organisationId,
        updatedAt: now,
      },
    })
    .catch((error: unknown) => {
      if (isUniqueViolation(error)) throw new DomainError('duplicate')
      throw error
    })
  return { faults, voided: await voidRevision(tx, application.id, now) }
}

async function chosenOrganisation(
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
