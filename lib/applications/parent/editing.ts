import 'server-only'
import { getProfile, type Profile } from '@/lib/accounts/data'
import { type ProfilePatch, saveProfile } from '@/lib/accounts/mutations'
import type { Actor } from '@/lib/domain/actor'
import {
  type Answers,
  holds,
  isForSelf,
  subjectMismatch,
  visibleSteps,
  withoutHidden,
  withProfile,
} from '@/lib/domain/answers'
import { checkFields, type FieldFault, readFields } from '@/lib/domain/check-field'
import { dateInAlmaty } from '@/lib/domain/dates'
import { DomainError } from '@/lib/domain/error'
import type { ServiceDefinition, Step } from '@/lib/domain/service'
import type { Text } from '@/lib/domain/text'
import { LIVE } from '@/lib/domain/workflow'
import { readPlaces } from '@/lib/organisations/places'
import type { Tx } from '@/lib/platform/db'
import { getOwn } from '../data'
import { isAskedAnew, settledAnswers, toldByProfile } from './asking'
import { aboutOf, saveStep } from './drafts'
import { keepSubject } from './prefill'
import { pressRow, type RowPress } from './row-press'

/** A posted value by the name of its input; '' when there is none. */
export type Posted = (name: string) => string

export type SavedStep = {
  service: ServiceDefinition
  step: Step
  /** The steps that the answers call for now. */
  steps: string[]
  faults: FieldFault[]
  /** What in the IIN does not agree with the other answers: a warning and no fault. */
  mismatch: ('birthDate' | 'sex')[]
  /** Advice that these answers call for, and those before did not. */
  advice: Text[]
  /** What was chosen of regions, districts and organisations, cleared where it no longer fits. */
  places: Record<string, string>
  /** The row that the pressed button was about. */
  focus?: string
}

export function stepOf(service: ServiceDefinition, key: string): Step {
  const step = service.steps.find((s) => s.key === key)
  if (!step) throw new DomainError('absent')
  return step
}

/** What a step says about the answers, never in the way of going on. */
export function adviceOf(step: Step, answers: Answers): Text[] {
  return (step.advice ?? []).filter(({ when }) => holds(when, answers)).map(({ text }) => text)
}

export type TypedStep = { number: number; step: string; posted: Posted; press?: RowPress | null }

type ReadStep = {
  service: ServiceDefinition
  /** Of the application, as it stands. */
  period: string
  step: Step
  profile: Profile
  /** All answers before, and those of this step as typed; what is not asked has fallen out of both. */
  known: Answers
  typed: Readonly<Record<string, string>>
  places: Record<string, string>
  focus?: string
}

/** `conflict` for a step that other answers have hidden meanwhile. */
async function readTyped(tx: Tx, actor: Actor, input: TypedStep): Promise<ReadStep> {
  const application = await getOwn(tx, actor, input.number)
  const { service, answers, periodKey: period } = application
  const step = stepOf(service, input.step)
  const profile = await getProfile(tx, actor)
  const known = withProfile(service, answers, profile)
  if (!visibleSteps(service, known).includes(step)) throw new DomainError('conflict')
  const settled = settledAnswers(application, step)
  const posted: Posted = (name) => settled[name] ?? input.posted(name)
  const read = readFields(step.fields, posted)
  const pressed = pressedRow(step, read, input.press)
  const open = step.fields.filter(({ key }) => !(key in settled))
  const places = await readPlaces(tx, service, open, posted)
  const told = isAskedAnew(actor) ? {} : toldByProfile(step, profile)
  const typed = asked(service, step, known, { ...read, ...pressed?.answers, ...places, ...told })
  return { service, period, step, profile, known, typed, places, focus: pressed?.focus }
}

/**
 * Saves one step as it was typed: what belongs to the profile and was empty there goes to the profile, the
 * rest to the draft. Nothing typed is lost, however faulty. A pressed row button changes the list of rows first.
 */
export async function saveTyped(tx: Tx, actor: Actor, input: TypedStep, now: Date): Promise<SavedStep> {
  const { service, step, known, typed, places, focus, ...read } = await readTyped(tx, actor, input)
  const profile = await fillProfile(tx, actor, step, typed, read.profile, now)
  const { number } = input
  const { faults } = await saveStep(
    tx,
    actor,
    { number, step, answers: { ...places, ...typed }, profile },
    now,
  )
  const { answers, periodKey: period } = await getOwn(tx, actor, number)
  const after = withProfile(service, answers, profile)
  // Whoever came in person has no «Семья».
  if (!isAskedAnew(actor)) await keepSubject(tx, actor, { service, step, answers: after, period }, now)
  const said = adviceOf(step, known)
  return {
    service,
    step,
    steps: visibleSteps(service, after).map(({ key }) => key),
    faults,
    mismatch: step.fields.some((field) => service.subject?.iin === `${step.key}.${field.key}`)
      ? subjectMismatch(service, after, dateInAlmaty(now))
      : [],
    advice: adviceOf(step, after).filter((text) => !said.includes(text)),
    places,
    focus,
  }
}

/** The typed answers to what is asked, given the other answers: those to hidden questions fall out. */
function asked(
  service: ServiceDefinition,
  step: Step,
  known: Answers,
  typed: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  return withoutHidden(service, { ...known, [step.key]: typed })[step.key] ?? {}
}

function pressedRow(
  step: Step,
  read: Readonly<Record<string, string>>,
  press: RowPress | null | undefined,
): { answers: Record<string, string>; focus: string } | null {
  const field = step.fields.find((f) => f.key === press?.field)
  if (!press || !field?.rows) return null
  const { list, focus } = pressRow(field, read[field.key] ?? '', press)
  return { answers: { [field.key]: list }, focus }
}

/**
 * Puts what the profile lacked and was typed rightly into the profile, and answers it as it then is. What is asked
 * anew goes there whatever it is: what is wrong leaves nothing behind, and stands in the draft as it was typed.
 */
async function fillProfile(
  tx: Tx,
  actor: Actor,
  step: Step,
  typed: Readonly<Record<string, string>>,
  profile: Profile,
  now: Date,
): Promise<Profile> {
  const anew = isAskedAnew(actor)
  const lacking = step.fields.filter((field) => field.profile && (anew || profile[field.profile] === ''))
  const { values, faults } = checkFields(
    lacking.filter((field) => field.key in typed),
    typed,
    dateInAlmaty(now),
  )
  const patch: ProfilePatch = {}
  for (const { key, profile: name } of lacking) {
    const value = faults.some((f) => f.field === key) ? '' : (values[key] ?? '')
    if (!name || name === 'email' || !(key in typed) || value === (anew ? profile[name] : '')) continue
    patch[name] = value
  }
  if (Object.keys(patch).length === 0) return profile
  await saveProfile(tx, actor, patch, now)
  return { ...profile, ...patch }
}

export type Rival = { number: number | null; isForSelf: boolean }

/** The applicant's own live application for the same person and period that stands in the way of this one. */
export async function findRival(tx: Tx, actor: Actor, input: TypedStep, now: Date): Promise<Rival> {
  const { service, period, step, known, typed, profile } = await readTyped(tx, actor, input)
  const full = withProfile(service, { ...known, [step.key]: typed }, profile)
  const { subjectKey, periodKey } = aboutOf(service, full, dateInAlmaty(now), period)
  const rival = subjectKey
    ? await tx.application.findFirst({
        where: {
          ownerId: actor.userId,
          serviceSlug: service.slug,
          number: { not: input.number },
          subjectKey,
          periodKey,
          status: { in: [...LIVE] },
        },
        select: { number: true },
      })
    : null
  return { number: rival?.number ?? null, isForSelf: isForSelf(service, full) }
}
