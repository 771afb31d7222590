import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import {
  type Answers,
  checkStep,
  isForSelf,
  type Moment,
  visibleFields,
  visibleSteps,
} from '@/lib/domain/answers'
import { dateInAlmaty } from '@/lib/domain/dates'
import type { Field } from '@/lib/domain/fields'
import type { ServiceDefinition, Step } from '@/lib/domain/service'
import { type FamilyChild, getChild } from '@/lib/family/data'
import { keepChild } from '@/lib/family/mutations'
import { startOfSchoolYear, type ToldChild, toldChild } from '@/lib/family/schema'
import { findOrganisation } from '@/lib/organisations/data'
import type { Tx } from '@/lib/platform/db'

/** For whom an application is: a child of the family, one that is not kept there, or the applicant. */
export type Who = { child: string } | 'other' | 'self'

/** What is known of them before the form is opened. @throws DomainError absent for a foreign child. */
export async function answersFor(
  tx: Tx,
  actor: Actor,
  service: ServiceDefinition,
  who: Who,
  now: Date,
): Promise<Answers> {
  if (who === 'other') return answersOfWho(service, 'child')
  if (who === 'self') return answersOfWho(service, 'self')
  return answersOfChild(service, await getChild(tx, actor, who.child), now)
}

/** The step that names the child. */
export function childStepOf({ steps, subject }: ServiceDefinition): Step | undefined {
  return steps.find((step) => subject?.iin.startsWith(`${step.key}.`))
}

/** The answers by which a service knows who applies: a parent for a child, or the person themself. */
function answersOfWho(service: ServiceDefinition, who: 'child' | 'self'): Answers {
  const asked = who === 'self' ? service.selfWhen : childStepOf(service)?.showWhen
  const [step, field] = asked?.field.split('.') ?? []
  return step && field ? { [step]: { [field]: asked?.in[0] ?? '' } } : {}
}

/**
 * What «Семья» knows of a child as first answers, by the bindings of the definition. They are typed by nobody:
 * the service checks them by its own rules like any other, and what it does not offer is a fault at its step.
 */
export function answersOfChild(service: ServiceDefinition, child: FamilyChild, now: Date): Answers {
  const isMovedUp = child.updatedAt < startOfSchoolYear(now)
  const told = ({ family, organisationKinds }: Field): string => {
    if (family === undefined) return ''
    if (family === 'grade') return isMovedUp ? '' : child.grade
    if (family !== 'school') return child[family]
    const kinds: readonly string[] = organisationKinds ?? service.providerKinds
    return child.school && kinds.includes(child.school.kind) ? child.school.id : ''
  }
  const known = service.steps.flatMap((step): [string, Record<string, string>][] => {
    const values = step.fields.map((field) => [field.key, told(field)]).filter(([, value]) => value !== '')
    return values.length > 0 ? [[step.key, Object.fromEntries(values)]] : []
  })
  return mergeAnswers(answersOfWho(service, 'child'), Object.fromEntries(known))
}

/** Both sets together; where they differ the second has the word. */
export function mergeAnswers(first: Answers, second: Answers): Answers {
  const keys = new Set([...Object.keys(first), ...Object.keys(second)])
  return Object.fromEntries([...keys].map((key) => [key, { ...first[key], ...second[key] }]))
}

type Told = { child: ToldChild; schools: string[] }

/** The child as these answers tell of it, and the organisations it may learn at; null until its step is whole. */
function childOf(service: ServiceDefinition, answers: Answers, moment: Moment): Told | null {
  const childStep = childStepOf(service)
  const steps = visibleSteps(service, answers)
  if (!childStep || isForSelf(service, answers) || !steps.includes(childStep)) return null
  const told: Record<string, string> = {}
  const schools: string[] = []
  for (const step of steps) {
    const { values, faults } = checkStep(service, step, answers, moment)
    if (step === childStep && faults.length > 0) return null
    for (const { key, family } of visibleFields(step, answers)) {
      const value = values[key]
      if (!family || !value || faults.some((fault) => fault.field === key)) continue
      if (family === 'school') schools.push(value)
      else told[family] ??= value
    }
  }
  const child = toldChild(told)
  return child && { child, schools }
}

/** «Семья» learns of the child from every application that tells of it, as soon as it is told whole. */
export async function keepSubject(
  tx: Tx,
  actor: Actor,
  saved: { service: ServiceDefinition; step: Step; answers: Answers; period: string },
  now: Date,
): Promise<void> {
  const { service, step, answers, period } = saved
  if (!step.fields.some((field) => field.family)) return
  const told = childOf(service, answers, { today: dateInAlmaty(now), period })
  if (!told) return
  let schoolId: string | undefined
  for (const id of told.schools) if ((await findOrganisation(tx, id))?.kind === 'school') schoolId ??= id
  await keepChild(tx, actor, { ...told.child, ...(schoolId ? { schoolId } : {}) }, now)
}
