import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/domain/actor'
import type { BatchAction } from '@/lib/domain/batch'
import { keepChild } from '@/lib/family/mutations'
import { asActor, prisma } from '@/lib/platform/db'
import { transfer } from '@/lib/services/transfer'
import { testDatabase } from '@/test/database'
import { addPerson, type School, seedSchools } from '@/test/school'
import { freshOffices, registeredOf } from '../lives.fixture'
import { assign } from './assigning'
import { readAssignment } from './assignment'
import { planBatch } from './batch-plan'
import { loadSent, refuseIntake, register } from './intake'
import { hour, onSigning, sentTo } from './work.fixture'

await testDatabase()
let a: School
let b: School
let department: string
let second: Actor

beforeAll(async () => {
  ;({ a, b, department } = await seedSchools())
  second = await addPerson([[a.id, 'clerk']])
})

const give = (by: Actor, number: number, to: Actor, from: Actor | null = null) =>
  asActor(by, (tx) => assign(tx, by, number, { from: from?.userId ?? null, to: to.userId }, hour(2)))
const ofLeaving = transfer.stages?.find(({ by }) => by === 'sendingSchool')?.key
const code = (value: string) => expect.objectContaining({ code: value })
const rowOf = (number: number) => prisma().application.findUniqueOrThrow({ where: { number } })
const lettersOf = (number: number) =>
  prisma().outbox.findMany({
    where: { event: 'staff_assigned', payload: { path: ['number'], equals: number } },
    select: { recipientId: true },
  })
const shown = async (actor: Actor, number: number) =>
  asActor(actor, async (tx) =>
    readAssignment(tx, actor, (await loadSent(tx, actor, number)).application, hour(2)),
  )

describe('an application', () => {
  it('is taken, and given on to a colleague, who gets a letter', async () => {
    const { number } = await sentTo(a)
    const others = (await shown(a.clerk, number)).colleagues?.map(({ id }) => id).sort()
    expect(others).toEqual([a.director.userId, second.userId].sort())
    await give(a.clerk, number, a.clerk)
    expect(await lettersOf(number)).toEqual([])
    await give(a.clerk, number, second, a.clerk)
    expect(await lettersOf(number)).toEqual([{ recipientId: second.userId }])
    expect((await shown(second, number)).assignee).toMatchObject({ id: second.userId, isReader: true })
    const history = await prisma().historyEvent.findMany({
      where: { application: { number }, action: 'assign' },
      orderBy: { id: 'asc' },
      select: { actorId: true, from: true, to: true },
    })
    const event = { actorId: a.clerk.userId, from: 'sent', to: 'sent' }
    expect(history).toEqual([event, event])
  })

  it('is not taken from somebody whom the page did not show', async () => {
    const { number } = await sentTo(a)
    await give(a.clerk, number, a.clerk)
    await expect(give(a.director, number, a.director)).rejects.toEqual(code('conflict'))
    await give(a.director, number, a.director, a.clerk)
    expect((await rowOf(number)).assigneeId).toBe(a.director.userId)
  })

  it('is taken by one of several who press at once', async () => {
    const { number } = await sentTo(a)
    const all = [a.clerk, a.director, second]
    const ended = await Promise.allSettled(all.map((actor) => give(actor, number, actor)))
    const winners = all.filter((_, at) => ended[at]?.status === 'fulfilled')
    expect(winners).toHaveLength(1)
    expect((await rowOf(number)).assigneeId).toBe(winners[0]?.userId)
    for (const one of ended) if (one.status === 'rejected') expect(one.reason).toEqual(code('conflict'))
  })

  it('is moved and given at once: neither stands in the way of the other', async () => {
    const { number } = await sentTo(a)
    await Promise.all([register(a.clerk, number, hour(2)), give(second, number, second)]).catch((error) => {
      // Whoever read before the registration was through gives an application that has gone on.
      expect(error).toEqual(code('conflict'))
      return give(second, number, second)
    })
    expect(await rowOf(number)).toMatchObject({ status: 'registered', assigneeId: second.userId })
    const signing = await onSigning(a)
    const { updatedAt } = await rowOf(signing.number)
    await give(second, signing.number, second)
    // A head in the middle of signing it need not begin anew.
    expect((await rowOf(signing.number)).updatedAt).toEqual(updatedAt)
  })

  it('goes to nobody who may not work it, and is given by nobody else', async () => {
    const { number, child } = await sentTo(a)
    const { iin, ...rest } = child
    const told = { iin, ...rest, sex: 'male' as const }
    const relative = await addPerson([[a.id, 'clerk']])
    await asActor(relative, (tx) => keepChild(tx, relative, told, hour(1)))
    const [methodist, admin] = [
      await addPerson([[department, 'methodist']]),
      await addPerson([[a.id, 'admin']]),
    ]
    for (const other of [b.clerk, methodist, admin, relative])
      await expect(give(a.clerk, number, other)).rejects.toMatchObject({
        code: expect.stringMatching(/^(absent|forbidden)$/),
      })
    for (const by of [b.clerk, admin]) await expect(give(by, number, by)).rejects.toEqual(code('absent'))
    for (const by of [methodist, relative])
      await expect(give(by, number, a.clerk)).rejects.toEqual(code('forbidden'))
    expect((await shown(methodist, number)).colleagues).toBeNull()
    expect((await rowOf(number)).assigneeId).toBeNull()
  })

  it('is not taken by the school that the child leaves, nor is its applicant reminded, but in its own turn', async () => {
    const offices = await freshOffices()
    const { number } = await registeredOf(transfer, { offices })
    const [receiving, leaving] = [offices.school.clerk, offices.sendingSchool.clerk]
    await give(receiving, number, receiving)
    await expect(give(leaving, number, leaving, receiving)).rejects.toEqual(code('forbidden'))
    await expect(give(receiving, number, leaving, receiving)).rejects.toEqual(code('forbidden'))
    const obstacle = async (by: Actor, action: BatchAction) =>
      (await asActor(by, (tx) => planBatch(tx, by, action, [number], hour(3)))).items[0]?.obstacle
    expect([await obstacle(leaving, 'assign'), await obstacle(leaving, 'remind')]).toEqual([
      'notAllowed',
      'notAllowed',
    ])
    await prisma().application.update({ where: { number }, data: { stageKey: ofLeaving } })
    await give(leaving, number, leaving, receiving)
    expect(await obstacle(leaving, 'remind')).toBe('notAllowed')
  })

  it('that is over is given to nobody', async () => {
    const { number } = await sentTo(a)
    const reason = { ground: 'art19-incomplete', explanation: 'Нет заключения комиссии.' }
    await refuseIntake(a.clerk, number, reason, hour(2))
    await expect(give(a.clerk, number, a.clerk)).rejects.toEqual(code('conflict'))
    expect((await shown(a.clerk, number)).colleagues).toBeNull()
  })
})
