import type { Actor, Role } from '@/lib/domain/actor'
import type { PartyPart, StagePart } from '@/lib/domain/provider-kind'
import type { Status } from '@/lib/domain/status'
import { type Action, allows, type Part } from '@/lib/domain/workflow'

/** What a decision about rights needs to know of an application. */
export type ApplicationFacts = {
  ownerId: string
  status: Status
  applicantIin: string
  subjectIin: string
  /** Accounts to whose family the subject belongs (`interests.ts`), as far as they are of interest to whoever reads. */
  familyOf: readonly string[]
  /** The organisations that take part, since it was sent. */
  parties: readonly { organisationId: string; part: PartyPart }[]
  /** The service lets the school ask for one thing again after registration. */
  correctionAfterRegistration: boolean
  /** Whose turn the stage is that is waited for; null when none is. */
  stageBy: StagePart | null
  /** Places are given by turn. */
  hasQueue: boolean
  /** The result is a paper from hand to hand, and was not handed out yet. */
  isToHandOver: boolean
  /** Somebody reads and answers in a cabinet; nobody does of what came on paper, until it is claimed. */
  hasCabinet: boolean
}

const READING_ROLES: readonly Role[] = ['clerk', 'director', 'methodist']

/**
 * The organisations whose applications this person reads by their work. The membership of an administrator
 * opens none: keeping the platform needs nobody's papers.
 */
export function workplacesOf(actor: Actor): string[] {
  return actor.memberships.filter((m) => READING_ROLES.includes(m.role)).map((m) => m.organisationId)
}

/** The organisations that this person works applications of; a director may do all that a clerk may. */
export function clerksAt(actor: Actor): string[] {
  return actor.memberships
    .filter((m) => m.role === 'clerk' || m.role === 'director')
    .map((m) => m.organisationId)
}

/**
 * The departments whose schools' applications this person watches: a methodist's work. The department's own
 * clerk and head work what was sent to the department, and nothing of its schools.
 */
export function watchedBy(actor: Actor): string[] {
  return actor.memberships.filter((m) => m.role === 'methodist').map((m) => m.organisationId)
}

/** The parts an actor may play in an application; none at all means it is absent for them. */
export function partsOf(actor: Actor, application: ApplicationFacts): Part[] {
  const parts: Part[] = actor.userId === application.ownerId ? ['applicant'] : []
  return [...parts, ...staffParts(actor, application)]
}

/** The parts of a member of an organisation that takes part, as `as` where that is told. */
export function staffParts(actor: Actor, application: ApplicationFacts, as?: PartyPart): Part[] {
  const organisations = application.parties
    .filter(({ part }) => as === undefined || part === as)
    .map((party) => party.organisationId)
  const roles = actor.memberships.filter((m) => organisations.includes(m.organisationId)).map((m) => m.role)
  return (['clerk', 'director'] as const).filter((role) => roles.includes(role))
}

/** Whom an application concerns. */
export type Interests = Pick<ApplicationFacts, 'ownerId' | 'applicantIin' | 'subjectIin' | 'familyOf'>

/** A person by the account and every IIN that is known of them. */
export type Person = Pick<Actor, 'userId' | 'iin'> & { memberships: readonly { iin?: string }[] }

/** By their own word, and as an administrator has read it in their document. */
export function knownIins({ iin, memberships }: Omit<Person, 'userId'>): string[] {
  return [iin, ...memberships.map((membership) => membership.iin ?? '')].filter((known) => known !== '')
}

/** Nobody works an application of their own, about themself or about a child of theirs. */
export function hasConflictOfInterest(person: Person, application: Interests): boolean {
  if (person.userId === application.ownerId || application.familyOf.includes(person.userId)) return true
  const concerned = [application.applicantIin, application.subjectIin]
  return knownIins(person).some((iin) => concerned.includes(iin))
}

/**
 * A member of the provider, or of who acts for it, with no stake in it: whoever may do what the table of steps does
 * not know of, `as` they may take that step. A school that the child leaves takes part, but it is not its own.
 */
export function worksOn(actor: Actor, application: ApplicationFacts, as: Action = 'register'): boolean {
  const parts = decidingParts(as, application)
  const works = parts.some((part) => staffParts(actor, application, part).length > 0)
  return works && !hasConflictOfInterest(actor, application)
}

/** Whether this actor may take this step with this application as it stands. Pure; unknown means no. */
export function may(actor: Actor, action: Action, application: ApplicationFacts): boolean {
  if (!stands(action, application)) return false
  if (actor.userId === application.ownerId && allows(action, application.status, 'applicant')) return true
  if (hasConflictOfInterest(actor, application)) return false
  return decidingParts(action, application).some((as) =>
    staffParts(actor, application, as).some((part) => allows(action, application.status, part)),
  )
}

/** What the head signs is the acting department's alone, where there is one: its BIN is in the signature. */
const SIGNED: readonly Action[] = ['approve', 'refuse', 'revoke']

function decidingParts(action: Action, { stageBy, parties }: ApplicationFacts): PartyPart[] {
  if (action === 'completeStage' && stageBy === 'sendingSchool') return ['sendingSchool']
  if (!parties.some(({ part }) => part === 'acting')) return ['provider']
  return SIGNED.includes(action) ? ['acting'] : ['provider', 'acting']
}

/** What the service and its stages have to say, whoever asks. */
function stands(action: Action, application: ApplicationFacts): boolean {
  switch (action) {
    case 'requestCorrection':
      if (!application.hasCabinet) return false
      return application.status !== 'registered' || application.correctionAfterRegistration
    case 'completeStage':
      return application.stageBy !== null
    case 'prepareResult':
      return application.stageBy === null
    case 'placeOnWaitingList':
    case 'callUp':
    case 'confirmArea':
      return application.hasQueue
    case 'handOver':
      return application.isToHandOver
    default:
      return true
  }
}
