import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import type { Actor } from '@/lib/domain/actor'
import { asActor, prisma } from '@/lib/platform/db'
import { homeSchooling } from '@/lib/services/home-schooling'
import { copyAlike } from '@/test/alike'
import { testDatabase } from '@/test/database'
import { startProcess } from '@/test/process'
import { addPerson, attachFile, newChild, type School, seedSchools } from '@/test/school'
import { isLong, sized, sizedTimeout } from '@/test/size'
import { loadSent } from './intake'
import type { Ended, Told } from './race-hand.fixture'
import { provisional, slotOfSheet } from './result'
import { freshSchool, hour, onSigning, sentTo } from './work.fixture'

/** Each loads the whole app: eight of them take longer to come up than what they race for by a fiftieth. */
const PROCESSES = isLong ? 8 : 4
const ORGANISATIONS = 5

const database = await testDatabase()
let a: School
let hands: ChildProcess[] = []

beforeAll(async () => {
  ;({ a } = await seedSchools())
  hands = Array.from({ length: PROCESSES }, startHand)
  await Promise.all(hands.map((hand) => once(hand, 'message')))
}, sizedTimeout)

afterAll(() => {
  for (const hand of hands) hand.disconnect()
})

function startHand(): ChildProcess {
  return startProcess(join(import.meta.dirname, 'race-hand.fixture.ts'))
}

/** A hand whose process has ended fails the test at once. */
async function tell(hand: ChildProcess | undefined, told: Told): Promise<Ended> {
  if (!hand) throw new Error('there are not so many processes')
  hand.send(told)
  const ended: unknown[] = await Promise.race([once(hand, 'message'), once(hand, 'exit')])
  const [answer] = ended
  if (typeof answer !== 'object' || answer === null) throw new Error('a process of the race has ended')
  return answer as Ended
}

const NOW = hour(4)
const told = (actor: Actor) => ({ actor, now: NOW.toISOString() })

const waitingIn = (organisationId: string) => {
  const { iin, familyName, givenName } = newChild()
  return { organisationId, iin, name: `${familyName} ${givenName}`, initials: 'Ә. Е.' }
}

test(
  'journal: race leaves no gap',
  async () => {
    const count = sized(2000)
    const { number: model } = await onSigning(a)
    const schools: School[] = []
    for (let i = 0; i < ORGANISATIONS; i += 1) schools.push(await freshSchool(a))
    const ids = schools.map(({ id }) => id)
    const [late = ''] = ids
    // A school that joins in November goes on in its paper book.
    const book = { organisationId: late, kind: 'order', year: 2026 }
    await prisma().journal.create({ data: { ...book, first: 118, next: 118, suffix: '-ө' } })
    const list = Array.from({ length: count }, (_, i) => waitingIn(ids[i % ORGANISATIONS] ?? ''))
    await copyAlike(database.sql, model, list)

    const heads = await Promise.all(
      hands.map(() => addPerson(ids.map((id) => [id, 'director'] satisfies [string, 'director']))),
    )
    const ended = await Promise.all(
      heads.map((head, i) => tell(hands[i], { ...told(head), do: 'approveAll', organisationIds: ids })),
    )
    const done = ended.reduce((sum, one) => sum + one.done, 0)
    const refused = ended.flatMap((one) => one.refused)
    expect(done).toBe(count)
    // Whoever came second was told, and told nothing else.
    expect(refused.filter((code) => code !== 'conflict' && code !== 'unavailable')).toEqual([])

    for (const organisationId of ids) {
      const papers = await prisma().paper.findMany({
        where: { organisationId, kind: 'order' },
        orderBy: { ordinal: 'asc' },
        select: { ordinal: true, number: true, applicationId: true },
      })
      const first = organisationId === late ? 118 : 1
      const expected = list.filter((one) => one.organisationId === organisationId).map((_, i) => first + i)
      expect(papers.map(({ ordinal }) => ordinal)).toEqual(expected)
      const label = (n: number) => (organisationId === late ? `${n}-ө` : String(n))
      expect(papers.map(({ number }) => number)).toEqual(expected.map(label))
      expect(new Set(papers.map(({ applicationId }) => applicationId)).size).toBe(expected.length)
      const journal = { organisationId, kind: 'order', year: 2026 }
      expect(
        await prisma().journal.findUniqueOrThrow({ where: { organisationId_kind_year: journal } }),
      ).toMatchObject({ first, next: first + expected.length })
    }
    const approvals = { action: 'approve', application: { organisationId: { in: ids } } }
    expect(await prisma().historyEvent.count({ where: approvals })).toBe(count)
    const letters = { kind: 'notification', organisationId: { in: ids } }
    expect(await prisma().paper.count({ where: letters })).toBe(count)
  },
  sizedTimeout,
)

describe('of two processes at once', () => {
  it(
    'two heads approve: one wins, the other is told',
    async () => {
      const school = await freshSchool(a)
      const other = await addPerson([[school.id, 'director']])
      const { number } = await onSigning(school)
      const given = await asActor(school.director, async (tx) => {
        const { application } = await loadSent(tx, school.director, number)
        const given = await provisional(tx, school.id, homeSchooling, NOW)
        return { ...given, slot: slotOfSheet(application, given).key }
      })
      await attachFile(number, given.slot, school.director)
      const ended = await Promise.all(
        [school.director, other].map((head, i) =>
          tell(hands[i], { ...told(head), do: 'approve', number, given }),
        ),
      )
      expect(ended.map(({ done }) => done).toSorted()).toEqual([0, 1])
      expect(ended.flatMap(({ refused }) => refused)).toEqual(['conflict'])
      const papers = await prisma().paper.findMany({
        where: { application: { number }, kind: { in: ['order', 'notification'] } },
        select: { kind: true, number: true },
      })
      expect(papers.toSorted((x, y) => x.kind.localeCompare(y.kind))).toEqual([
        { kind: 'notification', number: '1' },
        { kind: 'order', number: '1' },
      ])
      expect(await lettersOf(number, 'application_approved')).toBe(1)
    },
    sizedTimeout,
  )

  it.each(Array.from({ length: sized(200) }, (_, i) => i + 1))(
    'a clerk registers and the parent cancels: whoever is second is told (%i)',
    async () => {
      const { parent, number } = await sentTo(a)
      const [registered, cancelled] = await Promise.all([
        tell(hands[0], { ...told(a.clerk), do: 'register', number }),
        tell(hands[1], { ...told(parent), do: 'cancel', number }),
      ])
      const { status } = await prisma().application.findUniqueOrThrow({ where: { number } })
      const steps = await prisma().historyEvent.findMany({
        where: { application: { number }, action: { in: ['register', 'cancel'] } },
        // Both are told the same moment; their ids are younger the later they are made.
        orderBy: { id: 'asc' },
        select: { action: true },
      })
      const actions = steps.map(({ action }) => action)
      expect(actions).toHaveLength(registered.done + cancelled.done)
      for (const { refused } of [registered, cancelled])
        for (const code of refused) expect(['conflict', 'forbidden']).toContain(code)
      // Either one alone, or both in the order that the rules allow.
      expect(['register', 'cancel', 'register,cancel']).toContain(actions.join())
      expect(status).toBe(actions.includes('cancel') ? 'cancelled' : 'registered')
      expect(await prisma().paper.count({ where: { application: { number }, kind: 'receipt' } })).toBe(
        registered.done,
      )
      expect(await lettersOf(number, 'application_registered')).toBe(registered.done)
    },
    sizedTimeout,
  )
})

function lettersOf(number: number, event: string): Promise<number> {
  return prisma().outbox.count({ where: { event, payload: { path: ['number'], equals: number } } })
}
