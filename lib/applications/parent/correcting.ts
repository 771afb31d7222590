import 'server-only'
import { type ProfilePatch, saveProfile } from '@/lib/accounts/mutations'
import type { Actor } from '@/lib/domain/actor'
import { type Answers, checkStep, sameAnswers, visibleFields } from '@/lib/domain/answers'
import { type FieldFault, readFields } from '@/lib/domain/check-field'
import { correctedAnswers, isOpenAnswer } from '@/lib/domain/corrected-answers'
import { type DateOnly, dateInAlmaty } from '@/lib/domain/dates'
import { DomainError } from '@/lib/domain/error'
import { type Field, placeKeys } from '@/lib/domain/fields'
import type { ServiceDefinition, Step } from '@/lib/domain/service'
import { readPlaces } from '@/lib/organisations/places'
import { Json, type Tx } from '@/lib/platform/db'
import { type Correcting, readCorrecting } from '../correction'
import { type Application, getOwn } from '../data'
import { voidPending } from '../revision'
import { laterThan } from '../transition'
import { type Posted, stepOf } from './editing'
import { pressRow, type RowPress } from './row-press'

/** The questions of a step that the applicant may answer anew. */
export function openFields(step: Step, { standing, correction }: Correcting): Field[] {
  return step.fields.filter((field) => isOpenAnswer(step, field, standing, correction.items))
}

/** Those of them that are asked as things stand, and what another of them would call for. */
export function drawnFields(step: Step, correcting: Correcting): Field[] {
  const drawn: Field[] = []
  const visible = visibleFields(step, correcting.corrected)
  for (const field of openFields(step, correcting)) {
    const isBelow = drawn.some(({ key }) => `${step.key}.${key}` === field.showWhen?.field)
    if (isBelow || visible.includes(field)) drawn.push(field)
  }
  return drawn
}

/**
 * What is wrong with the answers that may be changed. One that came into conflict with an answer which nobody asked
 * about is told of itself.
 */
export function faultsOf(
  service: ServiceDefinition,
  step: Step,
  correcting: Pick<Correcting, 'correction' | 'standing' | 'corrected'>,
  moment: { today: DateOnly; period: string },
): FieldFault[] {
  const { standing, corrected, correction } = correcting
  const open = step.fields.filter((field) => isOpenAnswer(step, field, standing, correction.items))
  const [first] = open
  if (!first) return []
  const isOpen = (name: string) => open.some(({ key }) => name === key || name.startsWith(`${key}.`))
  const before = checkStep(service, step, standing, moment).faults
  const faults = checkStep(service, step, corrected, moment).faults
  const isNew = (fault: FieldFault) => !before.some((b) => b.field === fault.field && b.fault === fault.fault)
  return faults.flatMap((fault) => {
    if (isOpen(fault.field)) return [fault]
    return isNew(fault) ? [{ ...fault, field: first.key }] : []
  })
}

/** The application in its correction, its row locked; `conflict` when it is over. */
export async function lockCorrecting(
  tx: Tx,
  actor: Actor,
  number: number,
): Promise<{ application: Application; correcting: Correcting }> {
  await tx.$queryRaw`SELECT id FROM application WHERE number = ${number} AND owner_id = ${actor.userId}::uuid FOR UPDATE`
  const application = await getOwn(tx, actor, number)
  const correcting = await readCorrecting(tx, application)
  if (!correcting) throw new DomainError('conflict')
  return { application, correcting }
}

export type SavedCorrection = {
  step: Step
  faults: FieldFault[]
  places: Record<string, string>
  /** The row that the pressed button was about. */
  focus?: string
}

/**
 * Keeps what was typed into the questions of a step that were asked again; whatever else was posted is not read. The
 * school sees none of it before it is sent.
 */
export async function saveCorrected(
  tx: Tx,
  actor: Actor,
  input: { number: number; step: string; posted: Posted; press: RowPress | null },
  now: Date,
): Promise<SavedCorrection> {
  const { application, correcting } = await lockCorrecting(tx, actor, input.number)
  const { service, periodKey: period } = application
  const step = stepOf(service, input.step)
  const fields = openFields(step, correcting)
  if (fields.length === 0) throw new DomainError('conflict')
  const read = readFields(fields, input.posted)
  const pressed = fields.find((field) => field.rows && field.key === input.press?.field)
  const row = pressed && input.press ? pressRow(pressed, read[pressed.key] ?? '', input.press) : null
  const places = await readPlaces(tx, service, fields, input.posted)
  const typed = { ...read, ...places, ...(pressed && row ? { [pressed.key]: row.list } : {}) }
  const after = (own: Readonly<Record<string, string>>) => {
    const working: Answers = { ...application.answers, [step.key]: own }
    const { items } = correcting.correction
    return { working, corrected: correctedAnswers(service, correcting.standing, working, items) }
  }
  const rest = withoutFields(application.answers[step.key] ?? {}, fields)
  const moment = { today: dateInAlmaty(now), period }
  const asTyped = after({ ...rest, ...typed })
  const faults = faultsOf(service, step, { ...correcting, ...asTyped }, moment)
  // Right answers are kept in their kept form: a date as a date, a number without its spaces.
  const { values } = checkStep(service, step, asTyped.corrected, moment)
  const kept = after({ ...rest, ...typed, ...only(values, fields) })
  if (!sameAnswers(application.answers, kept.working)) await keep(tx, application, kept.working, now)
  await keepInProfile(tx, actor, { step, fields, values, faults, standing: correcting.standing }, now)
  return { step, faults, places, focus: row?.focus }
}

async function keep(tx: Tx, application: Application, answers: Answers, now: Date): Promise<void> {
  const updatedAt = laterThan(application.updatedAt, now)
  await tx.application.update({
    where: { id: application.id },
    data: { answers: Json.write(answers), updatedAt },
    select: { id: true },
  })
  await voidPending(tx, application, updatedAt)
}

const isOf = (name: string, { key }: Field) => name === key || name.startsWith(`${key}.`)

function withoutFields(
  own: Readonly<Record<string, string>>,
  fields: readonly Field[],
): Record<string, string> {
  const places = fields.flatMap((field) => Object.values(placeKeys(field)))
  return Object.fromEntries(
    Object.entries(own).filter(
      ([name]) => !places.includes(name) && !fields.some((field) => isOf(name, field)),
    ),
  )
}

function only(values: Readonly<Record<string, string>>, fields: readonly Field[]): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).filter(([name]) => fields.some((field) => isOf(name, field))),
  )
}

/** What was wrong about the applicant is wrong in the profile too: the next application starts from there. */
async function keepInProfile(
  tx: Tx,
  actor: Actor,
  saved: {
    step: Step
    fields: readonly Field[]
    values: Readonly<Record<string, string>>
    faults: readonly FieldFault[]
    standing: Answers
  },
  now: Date,
): Promise<void> {
  const { step, fields, values, faults, standing } = saved
  const patch: ProfilePatch = {}
  for (const { key, profile } of fields) {
    const value = values[key]
    const isRight = value !== undefined && !faults.some((fault) => fault.field === key)
    if (profile && profile !== 'email' && profile !== 'iin' && isRight && value !== standing[step.key]?.[key])
      patch[profile] = value
  }
  if (Object.keys(patch).length > 0) await saveProfile(tx, actor, patch, now)
}
