import { beforeAll, describe, expect, it } from 'vitest'
import { refuseIntake, register } from '@/lib/applications/provider/intake'
import { refuse } from '@/lib/applications/provider/refusal'
import { freshSchool, hour, sentTo } from '@/lib/applications/provider/work.fixture'
import { asSystem, prisma } from '@/lib/platform/db'
import { homeSchooling } from '@/lib/services/home-schooling'
import { testDatabase } from '@/test/database'
import { addParent, type School, seedSchools } from '@/test/school'
import { topGrounds } from './grounds'
import { type AnsweredRow, addRows } from './statistics.fixture'

await testDatabase()
let a: School

beforeAll(async () => {
  a = (await seedSchools()).a
})

const NOVEMBER = { from: '2026-11-01', to: '2026-11-30' }
const top = (ids: readonly string[], days = NOVEMBER) => asSystem('test', (tx) => topGrounds(tx, ids, days))
const [incomplete] = homeSchooling.intakeGrounds
const [, mismatch] = homeSchooling.grounds

describe('the grounds of refusals', () => {
  it('are those that both refusals were given by', async () => {
    const school = await freshSchool(a)
    const explanation = 'Жетіспейтін құжат: туу туралы куәлік.'
    const sent = await sentTo(school)
    await refuseIntake(school.clerk, sent.number, { ground: incomplete?.code ?? '', explanation }, hour(2))
    const { number } = await sentTo(school)
    await register(school.clerk, number, hour(2))
    await refuse(school.director, number, { ground: mismatch?.code ?? '', explanation }, hour(3))
    const counted = (ground: typeof incomplete) => ({ code: ground?.code, text: ground?.text, count: 1 })
    expect(await top([school.id])).toEqual([
      {
        slug: 'home-schooling',
        name: homeSchooling.name,
        refused: 2,
        grounds: [counted(mismatch), counted(incomplete)],
      },
    ])
    expect(await top([school.id], { from: '2026-11-25', to: '2026-11-30' })).toEqual([])
  })

  it('are of these organisations and days only, the most refused service first', async () => {
    const [one, two] = [await freshSchool(a), await freshSchool(a)]
    const row = (
      school: School,
      serviceSlug: string,
      day: string,
      more: Partial<AnsweredRow> = {},
    ): AnsweredRow => ({
      organisationId: school.id,
      serviceSlug,
      status: 'refused',
      dueAt: null,
      sentAt: null,
      decidedAt: new Date(`${day}T06:00:00Z`),
      decidedDays: 1,
      answerDue: null,
      groundCode: 'art19-1-2-1',
      ...more,
    })
    const { userId } = await addParent()
    await addRows(userId, [
      row(one, 'camp', '2026-11-30'),
      row(one, 'transport', '2026-11-01'),
      row(one, 'transport', '2026-11-02', { groundCode: 'gone' }),
      row(one, 'transport', '2026-11-03', { groundCode: 'gone' }),
      row(one, 'transport', '2026-10-31'),
      row(one, 'transport', '2026-12-01'),
      row(one, 'transport', '2026-11-05', { status: 'approved', groundCode: null }),
      row(two, 'camp', '2026-11-10'),
    ])
    const seen = (await top([one.id])).map(({ slug, refused }) => [slug, refused])
    expect(seen).toEqual([
      ['transport', 3],
      ['camp', 1],
    ])
    const both = await top([one.id, two.id])
    expect(both.find(({ slug }) => slug === 'camp')?.refused).toBe(2)
    expect(both.find(({ slug }) => slug === 'transport')?.grounds.map(({ text }) => text.ru)).toContain(
      'gone',
    )
    expect(await top([])).toEqual([])
    expect(await prisma().application.count({ where: { organisationId: two.id } })).toBe(1)
  })
})
