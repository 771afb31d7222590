import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Status } from '@/lib/domain/status'
import { asSystem, prisma } from '@/lib/platform/db'
import { testDatabase } from '@/test/database'
import { waitsForLock } from '@/test/lock'
import { type School, seedSchools, TUESDAY } from '@/test/school'
import { register } from './provider/intake'
import { hour, sentTo } from './provider/work.fixture'
import { recomputeDueDates } from './recompute'

await testDatabase()
let a: School

beforeAll(async () => {
  a = (await seedSchools()).a
})

beforeEach(async () => {
  await prisma().calendarDay.deleteMany({ where: { nameRu: 'тест' } })
  await recomputeDueDates()
})

const datesOf = async (number: number) =>
  prisma().application.findUniqueOrThrow({
    where: { number },
    select: { intakeDue: true, answerDue: true, dueAt: true, status: true },
  })

const dayOff = (date: string) =>
  prisma().calendarDay.create({ data: { date, kind: 'off', nameKk: 'тест', nameRu: 'тест' } })

/** Tuesday: sent; home schooling has one working day for the intake and two for the answer. */
async function made(status: Status, settled?: Date | null): Promise<number> {
  const { number } = await sentTo(a)
  if (status === 'sent') return number
  await register(a.clerk, number, hour(2))
  const { id, currentRevisionId } = await prisma().application.update({
    where: { number },
    data: { status, ...(status === 'refused' ? { dueAt: null } : {}) },
    select: { id: true, currentRevisionId: true },
  })
  if (settled !== undefined)
    await prisma().correction.create({
      data: {
        applicationId: id,
        from: 'registered',
        items: [],
        requestedAt: hour(24),
        requestedById: a.clerk.userId,
        requestedByName: a.clerk.name,
        answerBy: '2026-12-09',
        remindOn: '2026-12-02',
        revisionId: currentRevisionId ?? randomUUID(),
        settledAt: settled,
      },
    })
  return number
}

describe('after the calendar has changed', () => {
  it('moves exactly the dates that a new day off lies before', async () => {
    const sent = await made('sent')
    const registered = await made('registered')
    const refused = await made('refused')
    const before = await datesOf(refused)
    expect(await datesOf(sent)).toMatchObject({ intakeDue: '2026-11-25', answerDue: '2026-11-27' })
    expect(await datesOf(registered)).toMatchObject({ answerDue: '2026-11-26', dueAt: '2026-11-26' })
    await dayOff('2026-11-26')
    expect(await recomputeDueDates()).toBe(2)
    expect(await datesOf(sent)).toMatchObject({
      intakeDue: '2026-11-25',
      answerDue: '2026-11-30',
      dueAt: '2026-11-25',
    })
    expect(await datesOf(registered)).toMatchObject({
      intakeDue: '2026-11-25',
      answerDue: '2026-11-27',
      dueAt: '2026-11-27',
    })
    expect(await datesOf(refused)).toEqual(before)
    expect(await recomputeDueDates()).toBe(0)
  })

  it('counts pauses, and leaves the day of a correction to the correction', async () => {
    const resumed = await made('registered', hour(72))
    const open = await made('correction', null)
    await prisma().application.update({
      where: { number: open },
      data: { returnsTo: 'registered', dueAt: '2026-12-09' },
    })
    await recomputeDueDates()
    expect(await datesOf(resumed)).toMatchObject({ answerDue: '2026-11-30', dueAt: '2026-11-30' })
    await dayOff('2026-11-26')
    await recomputeDueDates()
    // The day off lay inside the pause.
    expect(await datesOf(resumed)).toMatchObject({ answerDue: '2026-11-30' })
    expect(await datesOf(open)).toMatchObject({ answerDue: '2026-11-27', dueAt: '2026-12-09' })
  })

  it('leaves what the calendar does not reach', async () => {
    const number = await made('registered')
    const before = await datesOf(number)
    await prisma().calendarHorizon.update({ where: { id: 1 }, data: { to: '2026-11-25' } })
    await recomputeDueDates()
    expect(await datesOf(number)).toEqual(before)
    await prisma().calendarHorizon.update({ where: { id: 1 }, data: { to: '2027-12-31' } })
  })

  it('is no change that anybody would be told of', async () => {
    const number = await made('sent')
    const read = async () =>
      (await prisma().application.findUniqueOrThrow({ where: { number } })).updatedAt.toISOString()
    const before = await read()
    await dayOff('2026-11-25')
    await recomputeDueDates()
    expect(await read()).toBe(before)
    await register(a.clerk, number, hour(3))
    expect(await datesOf(number)).toMatchObject({ status: 'registered' })
  })

  it('undoes no registration that comes between reading and writing', async () => {
    const number = await made('sent')
    await dayOff('2026-11-25')
    let moved: Promise<number> | undefined
    // The registration holds the row; the recomputing has read it as `sent` and waits for it.
    await asSystem('test', async (tx) => {
      await tx.application.update({
        where: { number },
        data: { status: 'registered', registeredAt: TUESDAY, answerDue: '2026-11-26', dueAt: '2026-11-26' },
      })
      moved = recomputeDueDates()
      await waitsForLock()
    })
    await moved
    expect(await datesOf(number)).toMatchObject({ status: 'registered', dueAt: '2026-11-26' })
    // Its turn comes with the next run.
    await recomputeDueDates()
    expect(await datesOf(number)).toMatchObject({ dueAt: '2026-11-27' })
  })
})
