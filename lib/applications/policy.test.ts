import { describe, expect, it } from 'vitest'
import type { Actor, Role } from '@/lib/domain/actor'
import { STATUSES } from '@/lib/domain/status'
import { type Action, isAction, TRANSITIONS } from '@/lib/domain/workflow'
import { type ApplicationFacts, hasConflictOfInterest, may, partsOf } from './policy'

const ACTIONS = Object.keys(TRANSITIONS).filter(isAction)
const SCHOOL = 'school-a'

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
  'clerk elsewhere': person('clerk-b', [{ organisationId: 'school-b', role: 'clerk' }]),
  'director elsewhere': person('director-b', [{ organisationId: 'school-b', role: 'director' }]),
  methodist: person('methodist', [{ organisationId: SCHOOL, role: 'methodist' }]),
  admin: person('admin', [{ organisationId: SCHOOL, role: 'admin' }]),
} as const
type Name = keyof typeof ACTORS

/** Who may ever take the step; everybody else never may. */
const ALLOWED: Readonly<Record<Action, readonly Name[]>> = {
  send: ['owner'],
  resubmit: ['owner'],
  cancel: ['owner'],
  register: ['clerk', 'director'],
  refuseIntake: ['clerk', 'director'],
  requestCorrection: ['clerk', 'director'],
  completeStage: ['clerk', 'director'],
  placeOnWaitingList: ['clerk', 'director'],
  callUp: ['clerk', 'director'],
  prepareResult: ['clerk', 'director'],
  takeBack: ['clerk', 'director'],
  approve: ['director'],
  refuse: ['director'],
  revoke: ['director'],
}

function application(facts: Partial<ApplicationFacts> = {}): ApplicationFacts {
  return {
    ownerId: 'owner',
    status: 'sent',
    applicantIin: '850315300019',
    subjectIin: '150520500014',
    organisationIds: [SCHOOL],
    correctionAfterRegistration: true,
    ...facts,
  }
}

describe('may', () => {
  const names = Object.keys(ACTORS).filter((n): n is Name => n in ACTORS)
  const cases = names.flatMap((name) => ACTIONS.map((action) => ({ name, action })))

  it.each(cases)('$name · $action', ({ name, action }) => {
    for (const status of STATUSES) {
      const from: readonly string[] = TRANSITIONS[action].from
      const expected = ALLOWED[action].includes(name) && from.includes(status)
      expect(may(ACTORS[name], action, application({ status })), status).toBe(expected)
    }
  })

  it('knows nobody of the school before the application was sent there', () => {
    for (const action of ACTIONS)
      for (const status of STATUSES)
        for (const name of ['clerk', 'director'] as const)
          expect(may(ACTORS[name], action, application({ status, organisationIds: [] }))).toBe(false)
  })

  it('lets nobody work an application of their own, their IIN or their name on it', () => {
    const roles = [{ organisationId: SCHOOL, role: 'director' as const }]
    const own = person('owner', roles)
    const byIin = person('other', roles, '850315300019')
    const asSubject = person('other', roles, '150520500014')
    for (const actor of [own, byIin, asSubject]) {
      expect(hasConflictOfInterest(actor, application())).toBe(true)
      for (const action of ['register', 'refuseIntake', 'approve', 'refuse'] as const)
        for (const status of STATUSES) expect(may(actor, action, application({ status }))).toBe(false)
    }
    expect(may(own, 'cancel', application())).toBe(true)
  })

  it('takes an empty IIN for no likeness', () => {
    expect(hasConflictOfInterest(ACTORS.clerk, application({ applicantIin: '', subjectIin: '' }))).toBe(false)
  })

  it('asks for a correction after registration only where the service allows it', () => {
    const facts = application({ status: 'registered', correctionAfterRegistration: false })
    expect(may(ACTORS.clerk, 'requestCorrection', facts)).toBe(false)
    expect(may(ACTORS.clerk, 'requestCorrection', { ...facts, status: 'sent' })).toBe(true)
  })

  it('gives strangers no part at all', () => {
    for (const name of ['another parent', 'clerk elsewhere', 'director elsewhere'] as const)
      expect(partsOf(ACTORS[name], application())).toEqual([])
  })
})
