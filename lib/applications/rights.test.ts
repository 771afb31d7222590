import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/domain/actor'
import { DomainError } from '@/lib/domain/error'
import type { Field } from '@/lib/domain/fields'
import { asActor } from '@/lib/platform/db'
import { duplicate } from '@/lib/services/duplicate'
import { homeSchooling } from '@/lib/services/home-schooling'
import { transfer } from '@/lib/services/transfer'
import { testDatabase } from '@/test/database'
import {
  addParent,
  addPerson,
  attachFile,
  fillDraft,
  type Offices,
  type School,
  seedSchools,
  signDraft,
} from '@/test/school'
import { approvedOf, freshOffices, type Life, registeredOf, valuesFor } from './lives.fixture'
import { cancel, send } from './parent/sending'
import { approve } from './provider/approval'
import { handOver } from './provider/handing-over'
import { loadSent, refuseIntake, register } from './provider/intake'
import { refuse } from './provider/refusal'
import { type Provisional, prepareResult, provisional, slotOfSheet, takeBack } from './provider/result'
import { completeStage } from './provider/stage'
import { hour, onSigning, RESULT, sentTo } from './provider/work.fixture'

await testDatabase()
let school: School
let elsewhere: School
let offices: Offices
let staff: Record<Exclude<Role, 'owner'>, Actor>

const ROLES = [
  'owner',
  'another parent',
  'clerk',
  'director',
  'clerk elsewhere',
  'director elsewhere',
  'methodist',
  'methodist of the department',
  'admin',
] as const
type Role = (typeof ROLES)[number]

beforeAll(async () => {
  const seeded = await seedSchools()
  school = seeded.a
  elsewhere = seeded.b
  // The sending school takes part in a transfer; here it is one that nobody of the list works for.
  offices = { ...(await freshOffices()), school }
  staff = {
    'another parent': await addParent(),
    clerk: school.clerk,
    director: school.director,
    'clerk elsewhere': elsewhere.clerk,
    'director elsewhere': elsewhere.director,
    methodist: await addPerson([[school.id, 'methodist']]),
    'methodist of the department': await addPerson([[seeded.department, 'methodist']]),
    admin: await addPerson([[school.id, 'admin']]),
  }
})

type Ready = { parent: Actor; number: number; sheet?: Provisional; typed?: Record<string, string> }
type Deed = {
  ready: () => Promise<Ready>
  by: readonly Role[]
  run: (actor: Actor, number: number, ready: Ready) => Promise<unknown>
}

async function signed(): Promise<Ready> {
  const parent = await addParent()
  const number = await fillDraft(parent, school.id)
  await signDraft(parent, number)
  return { parent, number }
}

async function registered(): Promise<Ready> {
  const sent = await sentTo(school)
  await register(school.clerk, sent.number, hour(2))
  return sent
}

const expected = () => asActor(school.director, (tx) => provisional(tx, school.id, homeSchooling, hour(4)))

/** Waiting for the director, with the scan of the very sheet that the journal would number now. */
async function withSheet(): Promise<Ready> {
  const sent = await onSigning(school)
  const { application } = await asActor(school.clerk, (tx) => loadSent(tx, school.clerk, sent.number))
  const sheet = await expected()
  await attachFile(sent.number, slotOfSheet(application, sheet).key, school.clerk)
  return { ...sent, sheet }
}

/** With what the form of its next step is filled in. */
async function toFillIn(life: Life, fields: readonly Field[] = []): Promise<Ready> {
  return { parent: life.parent, number: life.number, typed: await valuesFor(life, fields) }
}

const inPlace = async () => toFillIn(await registeredOf(transfer, { offices }), transfer.stages?.[0]?.fields)
const toHandOver = async () =>
  toFillIn(await approvedOf(duplicate, { offices }), duplicate.result.handOver?.fields)

const REASON = { ground: 'art19-incomplete', explanation: 'Нет заключения ВКК.' }
const REFUSAL = { ground: 'art19-1-2-2', explanation: 'Рекомендация относится к другому ребенку.' }
const BOTH = ['clerk', 'director'] as const

const DEEDS: Readonly<Record<string, Deed>> = {
  send: { ready: signed, by: ['owner'], run: (a, n) => asActor(a, (tx) => send(tx, a, n, hour(1))) },
  cancel: {
    ready: () => sentTo(school),
    by: ['owner'],
    run: (a, n) => asActor(a, (tx) => cancel(tx, a, n, hour(2))),
  },
  register: { ready: () => sentTo(school), by: BOTH, run: (a, n) => register(a, n, hour(2)) },
  refuseIntake: { ready: () => sentTo(school), by: BOTH, run: (a, n) => refuseIntake(a, n, REASON, hour(2)) },
  completeStage: {
    ready: inPlace,
    by: BOTH,
    run: (a, n, { typed = {} }) => completeStage(a, n, { stage: 'place', typed }, hour(3)),
  },
  handOver: {
    ready: toHandOver,
    by: BOTH,
    run: (a, n, { typed = {} }) =>
      asActor(a, (tx) => handOver(tx, a, n, { ...typed, date: '2026-11-24' }, hour(6))),
  },
  prepareResult: {
    ready: registered,
    by: BOTH,
    run: (a, n) => asActor(a, (tx) => prepareResult(tx, a, n, RESULT, hour(3))),
  },
  takeBack: {
    ready: () => onSigning(school),
    by: BOTH,
    run: (a, n) => asActor(a, (tx) => takeBack(tx, a, n, hour(4))),
  },
  approve: {
    ready: withSheet,
    by: ['director'],
    run: async (a, n, { sheet }) => approve(a, n, sheet ?? (await expected()), hour(4)),
  },
  refuse: { ready: registered, by: ['director'], run: (a, n) => refuse(a, n, REFUSAL, hour(4)) },
}
const NAMES = Object.keys(DEEDS)

function deedOf(name: string): Deed {
  const deed = DEEDS[name]
  if (!deed) throw new Error(name)
  return deed
}

async function outcome(work: Promise<unknown>): Promise<string> {
  return work.then(
    // Some answer what is wrong with the form instead.
    (faults) => (Array.isArray(faults) && faults.length > 0 ? JSON.stringify(faults) : 'done'),
    (error: unknown) => {
      if (error instanceof DomainError) return error.code
      throw error
    },
  )
}

/** Who sees the application without being allowed the step is told so; to everybody else there is none. */
function answerTo(role: Role, deed: Deed): string {
  if (deed.by.includes(role)) return 'done'
  const sees: readonly Role[] = ['clerk', 'director', 'methodist', 'methodist of the department']
  return sees.includes(role) && !deed.by.includes('owner') ? 'forbidden' : 'absent'
}

describe.each(NAMES)('%s', (name) => {
  const deed = deedOf(name)
  const actorOf = (role: Role, parent: Actor) => (role === 'owner' ? parent : staff[role])

  it('is for those whose step it is; a foreign application answers as an absent one', async () => {
    const ready = await deed.ready()
    const { parent, number } = ready
    const refused = ROLES.filter((role) => !deed.by.includes(role))
    for (const role of refused) {
      expect(await outcome(deed.run(actorOf(role, parent), number, ready)), role).toBe(answerTo(role, deed))
      expect(await outcome(deed.run(actorOf(role, parent), 999_999, ready)), role).toBe('absent')
    }
    const [first, ...others] = deed.by
    if (!first) throw new Error('nobody may')
    expect(await outcome(deed.run(actorOf(first, parent), number, ready)), first).toBe('done')
    for (const role of others) {
      const again = await deed.ready()
      expect(await outcome(deed.run(actorOf(role, again.parent), again.number, again)), role).toBe('done')
    }
  })

  it('happens once when two connections take it at the same time', async () => {
    const ready = await deed.ready()
    const role = deed.by.at(-1) ?? 'owner'
    const both = [0, 1].map(() => outcome(deed.run(actorOf(role, ready.parent), ready.number, ready)))
    expect((await Promise.all(both)).sort()).toEqual(['conflict', 'done'])
  })
})
