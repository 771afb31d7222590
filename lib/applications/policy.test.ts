import { describe, expect, it } from 'vitest'
import type { Actor, Role } from '@/lib/domain/actor'
import type { PartyPart } from '@/lib/domain/provider-kind'
import { STATUSES } from '@/lib/domain/status'
import { type Action, isAction, TRANSITIONS } from '@/lib/domain/workflow'
import { type ApplicationFacts, hasConflictOfInterest, may, partsOf, staffParts } from './policy'

const ACTIONS = Object.keys(TRANSITIONS).filter(isAction)
const SCHOOL = 'school-a'
/** The school that a child leaves: it takes part in a transfer. */
const SENDING = 'school-s'
/** The department that acts for the school where nobody of it may. */
const ACTING = 'department'

function person(userId: string, roles: { organisationId: string; role: Role }[] = [], iin = ''): Actor {
  return {
    userId,
    email: `${userId}@example.kz`,
    name: userId,
    iin,
    confirmed: true,
    sessionId: 's',
    memberships: roles,
    organisationIds: roles.map((r) => r.organisationId),
  }
}

const ACTORS = {
  owner: person('owner'),
  'another parent': person('another'),
  clerk: person('clerk', [{ organisationId: SCHOOL, role: 'clerk' }]),
  director: person('director', [{ organisationId: SCHOOL, role: 'director' }]),
  'sending clerk': person('clerk-s', [{ organisationId: SENDING, role: 'clerk' }]),
  'sending director': person('director-s', [{ organisationId: SENDING, role: 'director' }]),
  'acting clerk': person('clerk-d', [{ organisationId: ACTING, role: 'clerk' }]),
  'acting director': person('director-d', [{ organisationId: ACTING, role: 'director' }]),
  'clerk elsewhere': person('clerk-b', [{ organisationId: 'school-b', role: 'clerk' }]),
  'director elsewhere': person('director-b', [{ organisationId: 'school-b', role: 'director' }]),
  methodist: person('methodist', [{ organisationId: SCHOOL, role: 'methodist' }]),
  admin: person('admin', [{ organisationId: SCHOOL, role: 'admin' }]),
} as const
type Name = keyof typeof ACTORS

const OWNER: readonly Name[] = ['owner']
const STAFF: readonly Name[] = ['clerk', 'director']
const SENDING_STAFF: readonly Name[] = ['sending clerk', 'sending director']
const ACTING_STAFF: Partial<Record<Name, Name>> = { 'acting clerk': 'clerk', 'acting director': 'director' }
/** Steps with a head's signature: of the department alone, since its name is in it. */
const SIGNED: readonly Action[] = ['approve', 'refuse', 'revoke']

/** Who may ever take the step; everybody else never may. */
const ALLOWED: Readonly<Record<Action, readonly Name[]>> = {
  send: OWNER,
  resubmit: OWNER,
  cancel: OWNER,
  register: STAFF,
  refuseIntake: STAFF,
  requestCorrection: STAFF,
  closeCorrection: STAFF,
  completeStage: STAFF,
  placeOnWaitingList: STAFF,
  callUp: STAFF,
  confirmArea: STAFF,
  prepareResult: STAFF,
  takeBack: STAFF,
  approve: ['director'],
  handOver: STAFF,
  refuse: ['director'],
  revoke: ['director'],
}

/** What has to stand in the application before the step is anybody's. */
const NEEDS: Partial<Record<Action, (facts: ApplicationFacts) => boolean>> = {
  requestCorrection: (facts) =>
    facts.hasCabinet && (facts.status !== 'registered' || facts.correctionAfterRegistration),
  completeStage: (facts) => facts.stageBy !== null,
  prepareResult: (facts) => facts.stageBy === null,
  placeOnWaitingList: (facts) => facts.hasQueue,
  callUp: (facts) => facts.hasQueue,
  confirmArea: (facts) => facts.hasQueue,
  handOver: (facts) => facts.isToHandOver,
}

function application(facts: Partial<ApplicationFacts> = {}): ApplicationFacts {
  return {
    ownerId: 'owner',
    status: 'sent',
    applicantIin: '850315300019',
    subjectIin: '150520500014',
    familyOf: [],
    parties: [{ organisationId: SCHOOL, part: 'provider' }],
    correctionAfterRegistration: true,
    stageBy: null,
    hasQueue: false,
    isToHandOver: false,
    hasCabinet: true,
    ...facts,
  }
}

const BOTH: ApplicationFacts['parties'] = [
  { organisationId: SCHOOL, part: 'provider' },
  { organisationId: SENDING, part: 'sendingSchool' },
]

const DELEGATED: ApplicationFacts['parties'] = [...BOTH, { organisationId: ACTING, part: 'acting' }]

const FACTS = STATUSES.flatMap((status) =>
  ([null, 'provider', 'sendingSchool'] as const).flatMap((stageBy) =>
    [true, false].map((yes) =>
      application({
        status,
        stageBy,
        parties: BOTH,
        correctionAfterRegistration: yes,
        hasQueue: yes,
        isToHandOver: yes,
        hasCabinet: yes,
      }),
    ),
  ),
)

/** The matrix written a second time: the step is one of the party's whose turn it is, the provider's else. */
function isAllowed(name: Name, action: Action, facts: ApplicationFacts): boolean {
  const from: readonly string[] = TRANSITIONS[action].from
  const turn: PartyPart = (action === 'completeStage' && facts.stageBy) || 'provider'
  const names = turn === 'sendingSchool' ? SENDING_STAFF : ALLOWED[action]
  return names.includes(name) && from.includes(facts.status) && (NEEDS[action]?.(facts) ?? true)
}

describe('may', () => {
  const names = Object.keys(ACTORS).filter((n): n is Name => n in ACTORS)
  const cases = names.flatMap((name) => ACTIONS.map((action) => ({ name, action })))

  it.each(cases)('$name · $action', ({ name, action }) => {
    for (const facts of FACTS)
      expect(may(ACTORS[name], action, facts), JSON.stringify(facts)).toBe(isAllowed(name, action, facts))
  })

  it.each(cases)('$name · $action, where a department acts for the school', ({ name, action }) => {
    for (const each of FACTS) {
      const facts = { ...each, parties: DELEGATED }
      const as = ACTING_STAFF[name] ?? name
      const isSchool = STAFF.includes(name)
      const mayDecide = as !== name || !(isSchool && SIGNED.includes(action))
      expect(may(ACTORS[name], action, facts), JSON.stringify(facts)).toBe(
        mayDecide && isAllowed(as, action, facts),
      )
    }
  })

  it('gives each party its own stage, and the sending school nothing else', () => {
    const facts = application({ status: 'registered', parties: BOTH, stageBy: 'sendingSchool' })
    const taken = (name: Name) => ACTIONS.filter((action) => may(ACTORS[name], action, facts))
    expect(taken('sending clerk')).toEqual(['completeStage'])
    expect(taken('sending director')).toEqual(['completeStage'])
    expect(taken('clerk')).toEqual(['requestCorrection'])
    expect(taken('director')).toEqual(['requestCorrection', 'refuse'])
    expect(staffParts(ACTORS['sending clerk'], facts)).toEqual(['clerk'])
    expect(staffParts(ACTORS['sending clerk'], facts, 'provider')).toEqual([])
  })

  it('knows nobody of the school before the application was sent there', () => {
    for (const action of ACTIONS)
      for (const facts of FACTS)
        for (const name of ['clerk', 'director', 'sending clerk', 'sending director'] as const)
          expect(may(ACTORS[name], action, { ...facts, parties: [] })).toBe(false)
  })

  it('lets nobody work an application of their own, their IIN or their child in it', () => {
    for (const organisationId of [SCHOOL, SENDING]) {
      const roles = [{ organisationId, role: 'director' as const }]
      const own = person('owner', roles)
      const byIin = person('other', roles, '850315300019')
      const asSubject = person('other', roles, '150520500014')
      const asParent = person('parent', roles)
      for (const actor of [own, byIin, asSubject, asParent])
        for (const { familyOf, ...rest } of FACTS) {
          const facts = { ...rest, familyOf: [...familyOf, 'parent'] }
          expect(hasConflictOfInterest(actor, facts)).toBe(true)
          for (const action of ACTIONS.filter((a) => !ALLOWED[a].includes('owner')))
            expect(may(actor, action, facts), action).toBe(false)
        }
      expect(may(own, 'cancel', application({ parties: BOTH }))).toBe(true)
    }
  })

  it('takes an empty IIN for no likeness', () => {
    expect(hasConflictOfInterest(ACTORS.clerk, application({ applicantIin: '', subjectIin: '' }))).toBe(false)
  })

  it('gives strangers no part at all', () => {
    for (const name of ['another parent', 'clerk elsewhere', 'director elsewhere'] as const)
      expect(partsOf(ACTORS[name], application({ parties: BOTH }))).toEqual([])
  })
})
