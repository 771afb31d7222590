import type { Actor } from '@/lib/domain/actor'
import type { Action } from '@/lib/domain/workflow'
import { type ApplicationFacts, may } from '../policy'

/** The pages on which a member of staff decides: the last part of their address, and what they do. */
export const STEPS = {
  register: 'register',
  stage: 'completeStage',
  prepare: 'prepareResult',
  sign: 'approve',
  'hand-over': 'handOver',
  correct: 'requestCorrection',
  'close-correction': 'closeCorrection',
  'refuse-intake': 'refuseIntake',
  'take-back': 'takeBack',
  refuse: 'refuse',
  revoke: 'revoke',
} as const satisfies Record<string, Action>

export type Step = keyof typeof STEPS
export type StaffAction = (typeof STEPS)[Step]

export function isStep(value: string): value is Step {
  return Object.hasOwn(STEPS, value)
}

export function isStaffAction(value: unknown): value is StaffAction {
  return Object.values(STEPS).some((action) => action === value)
}

/** The clerk prints the order and attaches its scan where the director approves. */
export function mayOpen(actor: Actor, step: Step, facts: ApplicationFacts): boolean {
  return may(actor, STEPS[step], facts) || (step === 'sign' && may(actor, 'takeBack', facts))
}

/** In the order of the decision bar: what the application waits for comes first. */
export function openSteps(actor: Actor, facts: ApplicationFacts): Step[] {
  return Object.keys(STEPS).filter((step): step is Step => isStep(step) && mayOpen(actor, step, facts))
}

export function reviewPath(number: number): string {
  return `/work/applications/${number}`
}

export function stepPath(number: number, step: Step): string {
  return `${reviewPath(number)}/${step}`
}
