import type { Actor, Role } from '@/lib/domain/actor'
import type { Status } from '@/lib/domain/status'
import { type Action, allows, type Part } from '@/lib/domain/workflow'

/** What a decision about rights needs to know of an application. */
export type ApplicationFacts = {
  ownerId: string
  status: Status
  applicantIin: string
  subjectIin: string
  /** The organisations that work it, since it was sent. */
  organisationIds: readonly string[]
  /** The service lets the school ask for one thing again after registration. */
  correctionAfterRegistration: boolean
}

const READING_ROLES: readonly Role[] = ['clerk', 'director', 'methodist']

/**
 * The organisations whose applications this person reads by their work, with those below them. The
 * membership of an administrator opens none: keeping the platform needs nobody's papers.
 */
export function workplacesOf(actor: Actor): string[] {
  return actor.memberships.filter((m) => READING_ROLES.includes(m.role)).map((m) => m.organisationId)
}

/** The parts an actor may play in an application; none at all means it is absent for them. */
export function partsOf(actor: Actor, application: ApplicationFacts): Part[] {
  const parts: Part[] = actor.userId === application.ownerId ? ['applicant'] : []
  const roles = actor.memberships
    .filter((m) => application.organisationIds.includes(m.organisationId))
    .map((m) => m.role)
  if (roles.includes('clerk')) parts.push('clerk')
  if (roles.includes('director')) parts.push('director')
  return parts
}

/** Nobody works an application of their own or about themself. */
export function hasConflictOfInterest(actor: Actor, application: ApplicationFacts): boolean {
  if (actor.userId === application.ownerId) return true
  return actor.iin !== '' && [application.applicantIin, application.subjectIin].includes(actor.iin)
}

/** Whether this actor may take this step with this application as it stands. Pure; unknown means no. */
export function may(actor: Actor, action: Action, application: ApplicationFacts): boolean {
  const allowed = partsOf(actor, application).some((part) => {
    if (!allows(action, application.status, part)) return false
    return part === 'applicant' || !hasConflictOfInterest(actor, application)
  })
  if (!allowed) return false
  if (action === 'requestCorrection' && application.status === 'registered')
    return application.correctionAfterRegistration
  return true
}
