import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import type { Actor } from '@/lib/domain/actor'
import type { BatchAction } from '@/lib/domain/batch'
import { claimBatchItems } from '@/lib/notifications/batch-items'
import { asActor, asSystem, prisma } from '@/lib/platform/db'
import { testDatabase } from '@/test/database'
import { addParent, addPerson, fillDraft, type School, seedSchools } from '@/test/school'
import { cancel } from '../parent/sending'
import { planBatch, readNumbers } from './batch-plan'
import { drainBatches } from './batch-run'
import { type BatchParams, createBatch, forgetBatches, getOwnBatch, listOwnBatches } from './batches'
import { register } from './intake'
import { freshSchool, hour, sentTo } from './work.fixture'

// What is on the papers is tried elsewhere; here they only have to be there.
const pdf = vi.hoisted(() => async () => Buffer.from(crypto.randomUUID()))
vi.mock('@/lib/papers/statement', () => ({ renderStatement: pdf }))
vi.mock('@/lib/papers/receipt', () => ({ renderReceipt: pdf }))
vi.mock('@/lib/papers/intake-refusal', () => ({ renderIntakeRefusal: pdf }))

await testDatabase()
let school: School
let like: School
let department: string

beforeAll(async () => {
  const seeded = await seedSchools()
  ;({ a: like, department } = seeded)
  school = await freshSchool(like)
})

const REASON = { ground: 'art19-incomplete', explanation: 'Не хватает копии свидетельства о рождении.' }

async function start(
  actor: Actor,
  action: BatchAction,
  numbers: readonly number[],
  params: BatchParams = {},
  now = hour(2),
): Promise<string> {
  const id = randomUUID()
  await asActor(actor, (tx) => createBatch(tx, actor, { id, action, params, numbers, locale: 'ru' }, now))
  return id
}

const drain = (batchId: string, at = hour(3)) => drainBatches({ batchId, now: () => at })

async function resultsOf(actor: Actor, id: string): Promise<Record<number, string | null>> {
  const { items } = await asActor(actor, (tx) => getOwnBatch(tx, actor, id))
  return Object.fromEntries(items.map(({ number, result }) => [number, result]))
}

const statusOf = async (number: number) =>
  (await prisma().application.findUniqueOrThrow({ where: { number } })).status

const historyOf = (number: number, action: string) =>
  prisma().historyEvent.count({ where: { application: { number }, action } })

const lettersOf = (number: number, event: string) =>
  prisma().outbox.count({ where: { event, payload: { path: ['number'], equals: number } } })

const unsign = (number: number) =>
  prisma().revision.updateMany({
    where: { currentOf: { number } },
    data: { signedBy: 'atSchool', scanId: null },
  })

/** One of each state that may be ticked in a queue; `expected` is what registering would come to. */
async function mixed() {
  const ready = await sentTo(school)
  const unsigned = await sentTo(school)
  await unsign(unsigned.number)
  const registered = await sentTo(school)
  await register(school.clerk, registered.number, hour(2))
  const cancelled = await sentTo(school)
  await asActor(cancelled.parent, (tx) => cancel(tx, cancelled.parent, cancelled.number, hour(2)))
  const own = await sentTo(school)
  const { iin, familyName, givenName, birthDate, sex } = own.child
  await prisma().familyChild.create({
    data: { accountId: school.clerk.userId, iin, familyName, givenName, birthDate, sex },
  })
  const rival = await sentTo(school, registered.child)
  const foreign = await sentTo(like)
  const draft = await fillDraft(await addParent(), school.id)
  return {
    ready,
    expected: {
      [ready.number]: 'done',
      [unsigned.number]: 'unsigned',
      [registered.number]: 'registered',
      [cancelled.number]: 'cancelled',
      [own.number]: 'ownInterest',
      [rival.number]: 'duplicate',
      [foreign.number]: 'absent',
      [draft]: 'absent',
      999999999: 'absent',
    } satisfies Record<number, string>,
  }
}

describe('a batch', () => {
  it('does what can be done and says of every other why not; the plan said so before', async () => {
    const { ready, expected } = await mixed()
    const numbers = Object.keys(expected).map(Number)
    const plan = await asActor(school.clerk, (tx) =>
      planBatch(tx, school.clerk, 'register', numbers, hour(2)),
    )
    const foreseen = Object.fromEntries(
      plan.items.map(({ number, obstacle }) => [number, obstacle ?? 'done']),
    )
    // A rival is known only when the hold on the child is asked for.
    const rival = Object.entries(expected).find(([, result]) => result === 'duplicate')?.[0] ?? ''
    expect(foreseen).toEqual({ ...expected, [rival]: 'done' })
    expect(plan.ready).toBe(2)
    expect(plan.items.filter(({ shown }) => shown === null).map(({ obstacle }) => obstacle)).toEqual([
      'absent',
      'absent',
      'absent',
    ])

    const id = await start(school.clerk, 'register', numbers)
    expect(await drain(id)).toBe(numbers.length)
    expect(await resultsOf(school.clerk, id)).toEqual(expected)
    expect(await statusOf(ready.number)).toBe('registered')
    expect(await lettersOf(ready.number, 'application_registered')).toBe(1)
    const batch = await asActor(school.clerk, (tx) => getOwnBatch(tx, school.clerk, id))
    expect(batch).toMatchObject({ total: numbers.length, done: numbers.length, failed: numbers.length - 1 })
  })

  it('leaves an application that its parent cancels meanwhile', async () => {
    const { parent, number } = await sentTo(school)
    const other = await sentTo(school)
    const id = await start(school.clerk, 'register', [number, other.number])
    await asActor(parent, (tx) => cancel(tx, parent, number, hour(2)))
    await drain(id)
    expect(await resultsOf(school.clerk, id)).toEqual({ [number]: 'cancelled', [other.number]: 'done' })
  })

  it('stops where its actor loses the right: rights are those of the moment', async () => {
    const clerk = await addPerson([[school.id, 'clerk']])
    const numbers: number[] = []
    for (let at = 0; at < 3; at++) numbers.push((await sentTo(school)).number)
    await prisma().membership.updateMany({
      where: { accountId: clerk.userId },
      data: { validFrom: hour(0), validTo: hour(5) },
    })
    const id = await start(clerk, 'register', numbers)
    // The clock is looked at for the claim, then for each item: at three, four, five o'clock …
    let time = 2
    await drainBatches({ batchId: id, now: () => hour(time++) })
    expect(Object.values(await resultsOf(clerk, id))).toEqual(['done', 'done', 'absent'])
  })

  it('is done once by however many drain it', async () => {
    const numbers: number[] = []
    for (let at = 0; at < 7; at++) numbers.push((await sentTo(school)).number)
    const id = await start(school.clerk, 'register', numbers)
    const settled = await Promise.all([drain(id), drain(id), drain(id)])
    expect(settled.reduce((sum, n) => sum + n, 0)).toBe(numbers.length)
    for (const number of numbers) {
      expect(await historyOf(number, 'register')).toBe(1)
      expect(await prisma().paper.count({ where: { application: { number } } })).toBe(1)
    }
  })

  it('goes on after a process has died, with what that one did and could not say', async () => {
    const [one, two] = [await sentTo(school), await sentTo(school)]
    const id = await start(school.clerk, 'register', [one.number, two.number])
    const taken = await asSystem('test', (tx) => claimBatchItems(tx, { limit: 5, batchId: id }, hour(3)))
    expect(taken).toHaveLength(2)
    await register(school.clerk, one.number, hour(3))
    expect(await drain(id, hour(3))).toBe(0)
    expect(await drain(id, new Date(hour(3).getTime() + 121_000))).toBe(2)
    expect(await resultsOf(school.clerk, id)).toEqual({ [one.number]: 'done', [two.number]: 'done' })
    expect(await historyOf(one.number, 'register')).toBe(1)
  })

  it('waits a fault out, and gives up at last', async () => {
    const { number } = await sentTo(school)
    const id = await start(school.clerk, 'register', [number])
    await prisma().batch.update({ where: { id }, data: { action: 'erase' } })
    const minute = (n: number) => new Date(hour(3).getTime() + n * 60_000)
    for (let attempt = 0; attempt < 4; attempt++) {
      expect(await drain(id, minute(attempt))).toBe(0)
      // Not again before the wait is over.
      expect(await drain(id, new Date(minute(attempt + 1).getTime() - 1))).toBe(0)
    }
    expect(await drain(id, minute(4))).toBe(1)
    await prisma().batch.update({ where: { id }, data: { action: 'register' } })
    expect(await resultsOf(school.clerk, id)).toEqual({ [number]: 'unavailable' })
  })

  it('starts once per confirmed page and is its actor’s alone', async () => {
    const { number } = await sentTo(school)
    const id = await start(school.clerk, 'register', [number, number])
    const again = { id, action: 'register', params: {}, numbers: [number], locale: 'ru' } as const
    const create = (actor: Actor, batch: Parameters<typeof createBatch>[2]) =>
      asActor(actor, (tx) => createBatch(tx, actor, batch, hour(2)))
    await expect(create(school.clerk, again)).rejects.toMatchObject({ code: 'conflict' })
    expect((await asActor(school.clerk, (tx) => getOwnBatch(tx, school.clerk, id))).total).toBe(1)
    for (const stranger of [school.director, await addParent()])
      await expect(asActor(stranger, (tx) => getOwnBatch(tx, stranger, id))).rejects.toMatchObject({
        code: 'absent',
      })
    const parent = await addParent()
    await expect(create(parent, { ...again, id: randomUUID() })).rejects.toMatchObject({ code: 'forbidden' })
    for (const numbers of [[], Array.from({ length: 201 }, (_, at) => at + 1)])
      await expect(create(school.clerk, { ...again, id: randomUUID(), numbers })).rejects.toMatchObject({
        code: 'invalid',
      })
  })

  it('is listed to its actor, the newest first, and forgotten after 90 days', async () => {
    const clerk = await addPerson([[school.id, 'clerk']])
    const { number } = await sentTo(school)
    const first = await start(clerk, 'register', [number], {}, hour(2))
    const second = await start(clerk, 'remind', [number], {}, hour(3))
    await drain(first)
    const listed = await asActor(clerk, (tx) => listOwnBatches(tx, clerk))
    expect(listed.map(({ id, done }) => [id, done])).toEqual([
      [second, 0],
      [first, 1],
    ])
    const later = (days: number) => new Date(hour(2).getTime() + days * 24 * 3_600_000)
    await asSystem('test', (tx) => forgetBatches(tx, later(90)))
    expect(await asActor(clerk, (tx) => listOwnBatches(tx, clerk))).toHaveLength(2)
    await asSystem('test', (tx) => forgetBatches(tx, later(91)))
    expect(await asActor(clerk, (tx) => listOwnBatches(tx, clerk))).toEqual([])
    expect(await prisma().outbox.count({ where: { batchId: first } })).toBe(0)
  })
})

describe('what is asked once for all', () => {
  it('refuses each by its ground, each with its paper', async () => {
    const [one, two] = [await sentTo(school), await sentTo(school)]
    const numbers = [one.number, two.number]
    const plan = await asActor(school.clerk, (tx) =>
      planBatch(tx, school.clerk, 'refuseIntake', numbers, hour(2)),
    )
    expect(plan.grounds.map(({ code }) => code)).toContain(REASON.ground)
    const id = await start(school.clerk, 'refuseIntake', numbers, { reason: REASON })
    await drain(id)
    expect(Object.values(await resultsOf(school.clerk, id))).toEqual(['done', 'done'])
    for (const number of numbers) {
      expect(await statusOf(number)).toBe('intake_refused')
      expect(await prisma().paper.count({ where: { application: { number }, kind: 'intake_refusal' } })).toBe(
        1,
      )
    }
    const unknown = await sentTo(school)
    const reason = { ...REASON, ground: 'mood' }
    const other = await start(school.clerk, 'refuseIntake', [unknown.number], { reason })
    await drain(other)
    expect(await resultsOf(school.clerk, other)).toEqual({ [unknown.number]: 'invalid' })
  })

  it('gives each to a colleague, and to nobody who may not work it', async () => {
    const colleague = await addPerson([[school.id, 'clerk']])
    const [one, theirs] = [await sentTo(school), await sentTo(school)]
    const { iin, familyName, givenName, birthDate, sex } = theirs.child
    await prisma().familyChild.create({
      data: { accountId: colleague.userId, iin, familyName, givenName, birthDate, sex },
    })
    const numbers = [one.number, theirs.number]
    const plan = await asActor(school.clerk, (tx) => planBatch(tx, school.clerk, 'assign', numbers, hour(2)))
    expect(plan.colleagues.map(({ id }) => id)).toEqual(
      expect.arrayContaining([school.clerk.userId, school.director.userId, colleague.userId]),
    )
    expect(plan.colleagues.flatMap(({ id, isReader }) => (isReader ? [id] : []))).toEqual([
      school.clerk.userId,
    ])
    const assignTo = async (assigneeId: string) => {
      const id = await start(school.clerk, 'assign', numbers, { assigneeId })
      await drain(id)
      return resultsOf(school.clerk, id)
    }
    expect(await assignTo(colleague.userId)).toEqual({ [one.number]: 'done', [theirs.number]: 'notAllowed' })
    expect(await assignTo(colleague.userId)).toMatchObject({ [one.number]: 'done' })
    expect(await historyOf(one.number, 'assign')).toBe(1)
    expect(await assignTo(school.director.userId)).toEqual({ [one.number]: 'done', [theirs.number]: 'done' })
    const told = { recipientId: school.director.userId, event: 'staff_assigned_many' }
    expect(await prisma().outbox.count({ where: told })).toBe(1)
    expect(await assignTo(like.clerk.userId)).toMatchObject({ [one.number]: 'notAllowed' })
    const { assigneeId } = await prisma().application.findUniqueOrThrow({ where: { number: one.number } })
    expect(assigneeId).toBe(school.director.userId)
  })

  it('reminds whoever is waited for, once a day, with the last day where there is one', async () => {
    const visit = await sentTo(school)
    await unsign(visit.number)
    const waited = await sentTo(school)
    const { id: applicationId, currentRevisionId } = await prisma().application.update({
      where: { number: waited.number },
      data: { status: 'correction', returnsTo: 'sent' },
    })
    await prisma().correction.create({
      data: {
        applicationId,
        from: 'sent',
        items: [],
        requestedAt: hour(1),
        requestedById: school.clerk.userId,
        requestedByName: school.clerk.name,
        answerBy: '2026-11-26',
        remindOn: '2026-11-25',
        revisionId: currentRevisionId ?? '',
      },
    })
    const paper = await sentTo(school)
    await unsign(paper.number)
    await prisma().account.update({ where: { id: paper.parent.userId }, data: { isPaper: true } })
    const idle = await sentTo(school)
    const numbers = [visit, waited, paper, idle].map(({ number }) => number)
    const remind = async (at: Date) => {
      const id = await start(school.clerk, 'remind', numbers)
      await drain(id, at)
      return Object.values(await resultsOf(school.clerk, id))
    }
    expect(await remind(hour(3))).toEqual(['done', 'done', 'onPaper', 'nothingAsked'])
    expect(await remind(hour(4))).toEqual(['remindedToday', 'remindedToday', 'onPaper', 'nothingAsked'])
    expect(await remind(hour(27))).toEqual(['done', 'done', 'onPaper', 'nothingAsked'])
    expect(await lettersOf(visit.number, 'application_reminded')).toBe(2)
    const letter = await prisma().outbox.findFirstOrThrow({ where: { event: 'correction_reminder' } })
    expect(letter.payload).toEqual({ number: waited.number, date: '2026-11-26' })
  })
})

describe('who may', () => {
  it('is the organisation’s own staff: a methodist only reads', async () => {
    const methodist = await addPerson([[department, 'methodist']])
    const { number } = await sentTo(school)
    for (const action of ['register', 'assign', 'remind'] as const) {
      const plan = await asActor(methodist, (tx) => planBatch(tx, methodist, action, [number], hour(2)))
      expect(plan.items.map(({ obstacle }) => obstacle)).toEqual(['notAllowed'])
    }
    const id = await start(methodist, 'register', [number])
    await drain(id)
    expect(await resultsOf(methodist, id)).toEqual({ [number]: 'notAllowed' })
    expect(await statusOf(number)).toBe('sent')
  })
})

it.each([
  ['44001.44002', [44001, 44002]],
  ['44001.44001', [44001]],
  ['0.-1.1e3.x.44001.', [44001]],
  ['', []],
])('numbers of an address %j', (raw, numbers) => {
  expect(readNumbers(raw)).toEqual(numbers)
})
