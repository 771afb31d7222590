import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { almatyInstant, type DateOnly } from '@/lib/domain/dates'
import { prisma } from '@/lib/platform/db'
import { testDatabase } from '@/test/database'
import { addPerson, type School, seedSchools } from '@/test/school'
import { register } from './intake'
import { nudge } from './nudges'
import { freshSchool, hour, sentTo } from './work.fixture'

await testDatabase()
let like: School

beforeAll(async () => {
  like = (await seedSchools()).a
})

/** Nobody waits for anything, and nothing was told. */
beforeEach(async () => {
  await prisma().application.updateMany({ data: { dueAt: null } })
  await prisma().toldOnce.deleteMany()
})

const at = (day: DateOnly, time = '09:00') => almatyInstant(day, time)

/** Letters about deadlines since the last look: who got which, of which application. */
async function lettersAt(day: DateOnly, time?: string) {
  await prisma().outbox.deleteMany()
  await nudge(at(day, time))
  const rows = await prisma().outbox.findMany({ select: { event: true, recipientId: true, payload: true } })
  return rows
    .map(({ event, recipientId, payload }) => ({ event, to: recipientId, payload }))
    .sort((a, b) => a.event.localeCompare(b.event))
}

const setTerm = (number: number, answerDue: DateOnly) =>
  prisma().application.update({ where: { number }, data: { answerDue, dueAt: answerDue } })

describe('the letters of a term', () => {
  // Sent on Tuesday the 24th at 10:00; one working day for the intake, two for the answer.
  it('has one a day at most: the intake, half of the answer, its last day, then the heads and the parent', async () => {
    const school = await freshSchool(like)
    const second = await addPerson([[school.id, 'director']])
    const { number, parent } = await sentTo(school)
    const clerk = (event: string, date: string) => ({
      event,
      to: school.clerk.userId,
      payload: { number, date },
    })
    expect(await lettersAt('2026-11-24', '18:00')).toEqual([])
    expect(await lettersAt('2026-11-25', '08:59')).toEqual([])
    expect(await lettersAt('2026-11-25')).toEqual([clerk('staff_most_of_term', '2026-11-25')])
    await register(school.clerk, number, hour(26))
    expect(await lettersAt('2026-11-25', '18:00')).toEqual([])
    expect(await lettersAt('2026-11-26')).toEqual([clerk('staff_half_term', '2026-11-27')])
    expect(await lettersAt('2026-11-27')).toEqual([clerk('staff_most_of_term', '2026-11-27')])
    // Over since midnight, but nobody works at the weekend.
    expect(await lettersAt('2026-11-28')).toEqual([])
    const over = await lettersAt('2026-11-30')
    const payload = { number, date: '2026-11-27' }
    expect(over).toHaveLength(3)
    expect(over).toEqual(
      expect.arrayContaining([
        { event: 'application_overdue', to: parent.userId, payload },
        { event: 'staff_overdue', to: school.director.userId, payload },
        { event: 'staff_overdue', to: second.userId, payload },
      ]),
    )
    expect(await lettersAt('2026-12-01')).toEqual([])
  })

  it('is told once though the job runs twice at once, and again the same day', async () => {
    const school = await freshSchool(like)
    await sentTo(school)
    await prisma().outbox.deleteMany()
    await Promise.all([nudge(at('2026-11-26')), nudge(at('2026-11-26')), nudge(at('2026-11-26', '09:01'))])
    await nudge(at('2026-11-26', '12:00'))
    const mine = await prisma().outbox.count({ where: { recipientId: school.director.userId } })
    expect(mine).toBe(1)
  })

  it('catches up with the most that is reached, and nothing of what lies before', async () => {
    const school = await freshSchool(like)
    const { number } = await sentTo(school)
    await register(school.clerk, number, hour(2))
    await setTerm(number, '2026-12-08')
    expect((await lettersAt('2026-12-07')).map(({ event }) => event)).toContain('staff_most_of_term')
    expect(await lettersAt('2026-12-07', '10:00')).toEqual([])
  })

  it('is one letter for who has several to tell of', async () => {
    const school = await freshSchool(like)
    await sentTo(school)
    await sentTo(school)
    expect(await lettersAt('2026-11-25')).toEqual([
      { event: 'staff_deadlines', to: school.clerk.userId, payload: { count: 2, date: '2026-11-25' } },
    ])
    // Each parent reads of their own.
    const over = (await lettersAt('2026-11-26')).map(({ event }) => event)
    expect(over).toEqual(['application_overdue', 'application_overdue', 'staff_deadlines'])
  })

  it('goes to the assignee, but not to one who works there no more, and not about one’s own', async () => {
    const school = await freshSchool(like)
    const other = await addPerson([[school.id, 'clerk']])
    const { number } = await sentTo(school)
    const receivers = async () => {
      await prisma().toldOnce.deleteMany()
      return (await lettersAt('2026-11-25')).map(({ to }) => to)
    }
    expect((await receivers()).sort()).toEqual([school.clerk.userId, other.userId].sort())
    await prisma().application.update({ where: { number }, data: { assigneeId: other.userId } })
    expect(await receivers()).toEqual([other.userId])
    await prisma().membership.updateMany({
      where: { accountId: other.userId },
      data: { validFrom: at('2026-11-01'), validTo: at('2026-11-20') },
    })
    expect(await receivers()).toEqual([school.clerk.userId])
    await prisma().application.update({ where: { number }, data: { ownerId: school.clerk.userId } })
    expect(await receivers()).toEqual([school.director.userId])
  })

  it('goes to the clerks of the school and of the department that acts for it, and over to that head alone', async () => {
    const school = await freshSchool(like)
    const department = await freshSchool(like)
    const { number } = await sentTo(school)
    const { id: applicationId } = await prisma().application.findUniqueOrThrow({ where: { number } })
    await prisma().applicationParty.create({
      data: { applicationId, organisationId: department.id, part: 'acting' },
    })
    const staffAt = async (day: DateOnly) =>
      (await lettersAt(day)).filter(({ event }) => event.startsWith('staff_')).map(({ to }) => to)
    expect((await staffAt('2026-11-25')).sort()).toEqual(
      [school.clerk.userId, department.clerk.userId].sort(),
    )
    expect(await staffAt('2026-11-26')).toEqual([department.director.userId])
  })

  it('says nothing of what waits for the applicant, a free seat or a signature, until it is over', async () => {
    const school = await freshSchool(like)
    const { number } = await sentTo(school)
    await register(school.clerk, number, hour(2))
    for (const status of ['correction', 'waiting', 'on_signing']) {
      await prisma().application.update({ where: { number }, data: { status } })
      await prisma().toldOnce.deleteMany()
      const letters = await lettersAt('2026-11-26')
      expect(letters.filter(({ to }) => to === school.clerk.userId)).toEqual([])
      await prisma().toldOnce.deleteMany()
      const over = (await lettersAt('2026-11-27')).filter(({ to }) => to === school.director.userId)
      expect(over).toHaveLength(status === 'correction' ? 0 : 1)
    }
  })

  it('begins anew with a term that begins anew, and tells a new day that is over', async () => {
    const school = await freshSchool(like)
    const { number } = await sentTo(school)
    const mine = async (day: DateOnly) =>
      (await lettersAt(day)).filter(({ to }) => to === school.clerk.userId || to === school.director.userId)
    expect(await mine('2026-11-25')).toHaveLength(1)
    await prisma().application.update({
      where: { number },
      data: { completeAt: at('2026-12-01', '10:00'), intakeDue: '2026-12-02', dueAt: '2026-12-02' },
    })
    expect(await mine('2026-12-02')).toHaveLength(1)
    expect(await mine('2026-12-03')).toHaveLength(1)
    await setTerm(number, '2026-12-04')
    expect(await mine('2026-12-07')).toHaveLength(1)
  })
})
