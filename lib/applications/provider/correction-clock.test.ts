import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/domain/actor'
import { asActor, prisma } from '@/lib/platform/db'
import { testDatabase } from '@/test/database'
import { addPerson, type School, seedSchools } from '@/test/school'
import { OPINION, replace, returned, sendNow } from '../correction.fixture'
import { getOwn } from '../data'
import { watchCorrections } from './correction-clock'
import { freshSchool, hour } from './work.fixture'

await testDatabase()
let school: School

beforeAll(async () => {
  school = await freshSchool((await seedSchools()).a)
})

/** Ten in the morning in Almaty. */
const at = (day: string) => new Date(`${day}T05:00:00Z`)
const lettersTo = async (actor: Actor) =>
  (
    await prisma().outbox.findMany({
      where: { recipientId: actor.userId, event: { contains: 'correction' } },
      orderBy: { id: 'asc' },
      select: { event: true, payload: true },
    })
  ).map(({ event, payload }) => [event, payload])

describe('a correction that nobody answers', () => {
  it('reminds the applicant once, tells the clerks once, and decides nothing', async () => {
    const { parent, number } = await returned(school, [OPINION])
    const told = { number, date: '2026-12-08' }
    const asked = ['application_correction', { ...told, count: 1 }]
    await watchCorrections(at('2026-11-30'))
    // The day of the reminder has begun, but at night everybody sleeps.
    await watchCorrections(new Date('2026-11-30T20:00:00Z'))
    expect(await lettersTo(parent)).toEqual([asked])
    await Promise.all([watchCorrections(at('2026-12-01')), watchCorrections(at('2026-12-01'))])
    await watchCorrections(at('2026-12-08'))
    expect(await lettersTo(parent)).toEqual([asked, ['correction_reminder', told]])
    expect(await lettersTo(school.clerk)).toEqual([])
    await watchCorrections(at('2026-12-09'))
    await watchCorrections(at('2026-12-10'))
    expect(await lettersTo(school.clerk)).toEqual([['staff_correction_unanswered', told]])
    expect((await asActor(parent, (tx) => getOwn(tx, parent, number))).status).toBe('correction')
  })

  it('writes to whom it is assigned, and to nobody about one that was answered', async () => {
    const colleague = await addPerson([[school.id, 'clerk']])
    const answered = await returned(school, [OPINION])
    const open = await returned(school, [OPINION])
    await prisma().application.update({
      where: { number: open.number },
      data: { assigneeId: colleague.userId },
    })
    await replace(answered.parent, answered.number, 'medicalOpinion')
    await sendNow(answered.parent, answered.number, { at: hour(5) })
    const before = (await lettersTo(school.clerk)).length
    await watchCorrections(at('2026-12-09'))
    expect(await lettersTo(colleague)).toContainEqual([
      'staff_correction_unanswered',
      { number: open.number, date: '2026-12-08' },
    ])
    expect(await lettersTo(school.clerk)).toHaveLength(before)
  })
})
