import type { Profile } from '@/lib/accounts/data'
import type { Actor } from '@/lib/domain/actor'
import { fixedFields } from '@/lib/domain/paper-form'
import type { Step } from '@/lib/domain/service'
import type { Application } from '../data'

/** Whoever enters it for somebody types them each time: that profile is nothing but what was entered. */
export function isAskedAnew({ byHandOf }: Pick<Actor, 'byHandOf'>): boolean {
  return byHandOf !== undefined
}

/** What of a step stands as it was when the application was begun, whatever is posted. */
export function settledAnswers(
  { service, origin, answers }: Pick<Application, 'service' | 'origin' | 'answers'>,
  step: Step,
): Readonly<Record<string, string>> {
  const keys = origin === 'paper' ? fixedFields(service, step.key) : []
  return Object.fromEntries(keys.map((key) => [key, answers[step.key]?.[key] ?? '']))
}

/** What the profile knows is not asked: it is changed there. */
export function toldByProfile(step: Step, profile: Profile): Readonly<Record<string, string>> {
  return Object.fromEntries(
    step.fields.flatMap(({ key, profile: name }) =>
      name && profile[name] ? [[key, profile[name]] as const] : [],
    ),
  )
}
