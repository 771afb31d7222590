import 'server-only'
import { getProfile, type Profile } from '@/lib/accounts/data'
import { type ProfilePatch, saveProfile } from '@/lib/accounts/mutations'
import type { Actor } from '@/lib/domain/actor'
import { subjectMismatch, withProfile } from '@/lib/domain/answers'
import { checkFields, type FieldFault, readField } from '@/lib/domain/check-field'
import { dateInAlmaty } from '@/lib/domain/dates'
import { DomainError } from '@/lib/domain/error'
import { type Field, placeKeys } from '@/lib/domain/fields'
import type { ServiceDefinition, Step } from '@/lib/domain/service'
import { LIVE } from '@/lib/domain/workflow'
import { findOrganisation, listDistricts } from '@/lib/organisations/data'
import type { Tx } from '@/lib/platform/db'
import { getOwn } from '../data'
import { saveStep } from './drafts'

/** A posted value by the name of its input; '' when there is none. */
export type Posted = (name: string) => string

export type SavedStep = {
  service: ServiceDefinition
  step: Step
  faults: FieldFault[]
  /** What in the IIN does not agree with the other answers: a warning and no fault. */
  mismatch: ('birthDate' | 'sex')[]
  /** What was chosen of region, district and provider, cleared where it no longer fits. */
  place: Record<string, string>
}

export function stepOf(service: ServiceDefinition, key: string): Step {
  const step = service.steps.find((s) => s.key === key)
  if (!step) throw new DomainError('absent')
  return step
}

/**
 * Saves one step as it was typed: what belongs to the profile and was empty there goes to the profile, the
 * rest to the draft. Nothing typed is lost, however faulty.
 */
export async function saveTyped(
  tx: Tx,
  actor: Actor,
  input: { number: number; step: string; posted: Posted },
  now: Date,
): Promise<SavedStep> {
  const { service, answers } = await getOwn(tx, actor, input.number)
  const step = stepOf(service, input.step)
  const profile = await fillProfile(tx, actor, step, input.posted, now)
  const place = await readPlace(tx, service, step, input.posted)
  const typed = Object.fromEntries(
    step.fields.map((field) => [field.key, typedAnswer(field, profile, input.posted)]),
  )
  const saved = await saveStep(
    tx,
    actor,
    {
      number: input.number,
      step,
      answers: { ...typed, ...place },
      profile,
    },
    now,
  )
  const mismatch = step.fields.some((field) => service.subject?.iin === `${step.key}.${field.key}`)
    ? subjectMismatch(
        service,
        withProfile(service, { ...answers, [step.key]: typed }, profile),
        dateInAlmaty(now),
      )
    : []
  return { service, step, faults: saved.faults, mismatch, place }
}

function typedAnswer(field: Field, profile: Profile, posted: Posted): string {
  return (field.profile && profile[field.profile]) || readField(field, posted)
}

/** Puts what the profile lacked and was typed rightly into the profile, and answers it as it then is. */
async function fillProfile(tx: Tx, actor: Actor, step: Step, posted: Posted, now: Date): Promise<Profile> {
  const profile = await getProfile(tx, actor)
  const asked = step.fields.filter((field) => field.profile && profile[field.profile] === '')
  const raw = Object.fromEntries(asked.map((field) => [field.key, readField(field, posted)]))
  const { values, faults } = checkFields(asked, raw, dateInAlmaty(now))
  const patch: ProfilePatch = {}
  for (const { key, profile: name } of asked) {
    const value = values[key]
    if (!name || name === 'email' || !value || faults.some((f) => f.field === key)) continue
    patch[name] = value
  }
  if (Object.keys(patch).length === 0) return profile
  await saveProfile(tx, actor, patch, now)
  return { ...profile, ...patch }
}

/**
 * Region, district and provider as posted. Without a script the lists below a changed one are still the old
 * ones: what was chosen from those is dropped.
 */
async function readPlace(
  tx: Tx,
  service: ServiceDefinition,
  step: Step,
  posted: Posted,
): Promise<Record<string, string>> {
  const field = step.fields.find((f) => f.kind === 'organisation')
  if (!field) return {}
  const keys = placeKeys(field)
  const code = (name: string) => posted(name).slice(0, 40)
  const [region, district, id] = [code(keys.region), code(keys.district), code(field.key)]
  const districts = region ? await listDistricts(tx, region, service.providerKinds) : []
  const isDistrictRight = districts.some((d) => d.code === district)
  const chosen = isDistrictRight && /^[0-9a-f-]{36}$/.test(id) ? await findOrganisation(tx, id) : null
  return {
    [keys.region]: region,
    [keys.district]: isDistrictRight ? district : '',
    [field.key]: chosen?.districtCode === district ? chosen.id : '',
  }
}

/** The applicant's own live application for the same person that stands in the way of this one, if there is one. */
export async function findRival(
  tx: Tx,
  actor: Actor,
  number: number,
  posted: Posted,
): Promise<number | null> {
  const application = await getOwn(tx, actor, number)
  const { service } = application
  const [, iinField = ''] = service.subject?.iin.split('.') ?? []
  const subjectKey = posted(iinField).replace(/\D/g, '') || application.subjectKey
  if (!subjectKey) return null
  const rival = await tx.application.findFirst({
    where: {
      ownerId: actor.userId,
      serviceSlug: service.slug,
      number: { not: number },
      subjectKey,
      status: { in: [...LIVE] },
    },
    orderBy: { number: 'desc' },
    select: { number: true },
  })
  return rival?.number ?? null
}
