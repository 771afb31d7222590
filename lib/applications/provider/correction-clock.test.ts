import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/domain/actor'
import { asActor, prisma } from '@/lib/platform/db'
import { testDatabase } from '@/test/database'
import { addPerson, type School, seedSchools } from '@/test/school'
import { OPINION, replace, returned, sendNow } from '../correction.fixture'
import { getOwn } from '../data'
import { watchCorrections } from './correction-clock'
import { freshSchool, hour } from './work.fixture'

const database = await testDatabase()
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

  it('leaves out none of many', async () => {
    await prisma().correction.deleteMany()
    const { number } = await returned(school, [OPINION])
    const count = 450
    await database.sql(
      `WITH copy AS (
         INSERT INTO application SELECT (jsonb_populate_record(model, jsonb_build_object(
           'id', gen_random_uuid(), 'number', nextval(pg_get_serial_sequence('application', 'number')),
           'subject_key', 'child ' || n, 'current_revision_id', null))).*
         FROM application AS model, generate_series(1, $2) AS n WHERE model.number = $1
         RETURNING id
       )
       INSERT INTO correction SELECT (jsonb_populate_record(model, jsonb_build_object(
         'id', gen_random_uuid(), 'application_id', copy.id))).*
       FROM correction AS model, copy
       WHERE model.application_id = (SELECT id FROM application WHERE number = $1)`,
      [number, count],
    )
    await prisma().outbox.deleteMany()
    await watchCorrections(at('2026-12-02'))
    expect(await prisma().outbox.count({ where: { event: 'correction_reminder' } })).toBe(count + 1)
    expect(await watchCorrections(at('2026-12-02'))).toBe(0)
  })
})
