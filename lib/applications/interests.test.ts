import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/domain/actor'
import { almatyInstant } from '@/lib/domain/dates'
import { asActor, asSystem, prisma } from '@/lib/platform/db'
import { testDatabase } from '@/test/database'
import {
  addOffice,
  addParent,
  addPerson,
  fillDraft,
  newChild,
  type Office,
  type School,
  seedSchools,
  TUESDAY,
} from '@/test/school'
import { delegateWhereNeeded, isStuck } from './delegation'
import { findConcerned } from './interests'
import { writeToProvider } from './parent/writing'
import { assign } from './provider/assigning'
import { register } from './provider/intake'
import { nudge } from './provider/nudges'
import { prepareResult } from './provider/result'
import { readReview } from './provider/review'
import { tellWaitingHeads } from './provider/signing-mail'
import { listWaiting } from './provider/waiting'
import { freshSchool, hour, onSigning, RESULT, sentTo } from './provider/work.fixture'

await testDatabase()
const code = (value: string) => expect.objectContaining({ code: value })
const OWN_IIN = '740930499055'
let a: School
let b: School
let department: Office

beforeAll(async () => {
  ;({ a, b } = await seedSchools())
  department = await addOffice('department')
})

async function schoolBelow(above: string | null = department.id): Promise<School> {
  const school = await freshSchool(a)
  await prisma().organisation.update({ where: { id: school.id }, data: { parentId: above } })
  return school
}

/** Once, at another school, and withdrawn since; nothing in «Семья». */
async function applied(actor: Actor, child: ReturnType<typeof newChild>): Promise<void> {
  const number = await fillDraft(actor, b.id, child)
  await prisma().application.update({ where: { number }, data: { status: 'cancelled', sentAt: TUESDAY } })
}

const idOf = async (number: number) =>
  (await prisma().application.findUniqueOrThrow({ where: { number }, select: { id: true } })).id

const actingIn = async (number: number) =>
  (
    await prisma().applicationParty.findFirst({
      where: { part: 'acting', application: { number } },
      select: { organisationId: true },
    })
  )?.organisationId ?? null

async function clock(now: Date): Promise<number> {
  await prisma().toldOnce.deleteMany()
  return delegateWhereNeeded(now)
}

describe('a child for whom a member of staff has applied before', () => {
  it('is theirs: a colleague registers, is given the work and sees who may not', async () => {
    const school = await schoolBelow()
    const child = newChild()
    await applied(school.clerk, child)
    const { number } = await sentTo(school, child)
    expect(await actingIn(number)).toBeNull()
    await expect(register(school.clerk, number, hour(2))).rejects.toEqual(code('forbidden'))
    const give = asActor(school.director, (tx) =>
      assign(tx, school.director, number, { from: null, to: school.clerk.userId }, hour(2)),
    )
    await expect(give).rejects.toEqual(code('forbidden'))
    const review = await asActor(school.clerk, (tx) => readReview(tx, school.clerk, number, 'ru', hour(2)))
    expect(review).toMatchObject({ hasConflict: true, isStuck: false })
    await register(school.director, number, hour(2))
  })

  it('is the department’s to decide about where the only head has', async () => {
    const school = await schoolBelow()
    const child = newChild()
    await applied(school.director, child)
    const { number } = await sentTo(school, child)
    await register(school.clerk, number, hour(2))
    expect(await actingIn(number)).toBe(department.id)
    const mine = asActor(school.director, (tx) => prepareResult(tx, school.director, number, RESULT, hour(3)))
    await expect(mine).rejects.toEqual(code('forbidden'))
  })

  it('is on no list of a head who has since, who is stuck without a department, and is written nothing', async () => {
    const school = await schoolBelow(null)
    const { number, child, parent } = await onSigning(school)
    await applied(school.director, child)
    const lists = await asActor(school.director, (tx) => listWaiting(tx, school.director, 'ru', hour(4)))
    expect(lists).toMatchObject([{ rows: [], count: 0, conflicting: 1, stuck: 1 }])
    expect(await asSystem('test', async (tx) => isStuck(tx, await idOf(number), hour(4)))).toBe(true)

    await prisma().outbox.deleteMany()
    await prisma().toldOnce.deleteMany()
    await tellWaitingHeads(almatyInstant('2026-11-25', '09:00'))
    await nudge(almatyInstant('2026-12-07', '09:00'))
    const toldTo = ({ userId }: Actor) => prisma().outbox.count({ where: { recipientId: userId } })
    expect(await toldTo(school.director)).toBe(0)
    // The term is over: the applicant was told.
    expect(await toldTo(parent)).toBe(1)
  })

  it('is written about to the others only', async () => {
    const school = await schoolBelow()
    const second = await addPerson([[school.id, 'clerk']])
    const child = newChild()
    await applied(school.clerk, child)
    const { number, parent } = await sentTo(school, child)
    await prisma().outbox.deleteMany()
    await writeToProvider(parent, number, 'Когда будет приказ?', hour(2))
    const told = await prisma().outbox.findMany({ where: { event: 'staff_message' } })
    expect(told.map(({ recipientId }) => recipientId)).toEqual([second.userId])
  })

  it('is found by the clock when they applied later, from whichever account has an IIN of theirs', async () => {
    const [one, two] = [await schoolBelow(), await schoolBelow()]
    const [first, second] = [await sentTo(one), await sentTo(two)]
    for (const { school, number } of [
      { school: one, number: first.number },
      { school: two, number: second.number },
    ])
      await register(school.clerk, number, hour(2))
    expect(await clock(hour(3))).toBe(0)
    await applied(one.director, first.child)
    await prisma().membership.updateMany({
      where: { accountId: two.director.userId },
      data: { iin: OWN_IIN },
    })
    await applied(await addParent({ iin: OWN_IIN }), second.child)
    expect(await clock(hour(4))).toBe(2)
    expect([await actingIn(first.number), await actingIn(second.number)]).toEqual(
      Array(2).fill(department.id),
    )
  })

  it('is not theirs by a draft, nor by what somebody else sent', async () => {
    const school = await schoolBelow()
    const child = newChild()
    await fillDraft(school.clerk, b.id, child)
    await applied(await addParent(), child)
    await applied(school.director, newChild())
    const { number } = await sentTo(school, child)
    const id = await idOf(number)
    const staff = [school.clerk.userId, school.director.userId]
    const concerned = await asSystem('test', (tx) => findConcerned(tx, staff, [id], hour(2)))
    expect(concerned).toEqual(new Map([[id, new Set()]]))
    await register(school.clerk, number, hour(2))
    expect(await clock(hour(3))).toBe(0)
  })
})
