import { beforeAll, describe, expect, it } from 'vitest'
import { addDays, almatyInstant, dateInAlmaty } from '@/lib/domain/dates'
import { asSystem, prisma } from '@/lib/platform/db'
import { SERVICES } from '@/lib/services'
import { testDatabase } from '@/test/database'
import { addParent, type School, seedSchools, TUESDAY } from '@/test/school'
import { countPublicStatistics, readPublicStatistics } from './public'
import { type AnsweredRow, addRows } from './statistics.fixture'

await testDatabase()
let a: School
let b: School
const NOW = TUESDAY
const TODAY = dateInAlmaty(NOW)

beforeAll(async () => {
  ;({ a, b } = await seedSchools())
})

/** Answered on this day at this time in Almaty, as many working days after it was sent. */
function answer(
  serviceSlug: string,
  daysAgo: number,
  decidedDays: number,
  more: Partial<AnsweredRow> & { time?: string } = {},
): AnsweredRow {
  const { time = '12:00', ...rest } = more
  const day = addDays(TODAY, -daysAgo)
  return {
    organisationId: a.id,
    serviceSlug,
    status: 'approved',
    dueAt: null,
    sentAt: null,
    decidedAt: almatyInstant(day, time),
    decidedDays,
    answerDue: day,
    groundCode: null,
    ...rest,
  }
}

const read = () => asSystem('test', readPublicStatistics)
const rowOf = async (slug: string) => (await read())?.rows.find((row) => row.slug === slug)

describe('public statistics', () => {
  it('are nothing before the first night', async () => {
    expect(await read()).toBeNull()
  })

  it('are the median of the thirty whole days before, of all organisations', async () => {
    const owner = (await addParent()).userId
    await addRows(owner, [
      answer('free-meals', 1, 1, { time: '23:59' }),
      answer('free-meals', 30, 2, { time: '00:00' }),
      answer('free-meals', 5, 4, { organisationId: b.id, status: 'refused' }),
      answer('free-meals', 5, 9, { status: 'revoked', answerDue: addDays(TODAY, -6) }),
      answer('free-meals', 6, 3, { answerDue: addDays(TODAY, -6), time: '23:59' }),
      // Today, and the day before all of them: neither belongs to it.
      answer('free-meals', 0, 50, { time: '00:00' }),
      answer('free-meals', 31, 50, { time: '23:59' }),
      ...[1, 2, 3, 4].map((days) => answer('camp', days, days)),
    ])
    const sent = await prisma().application.findFirstOrThrow({ where: { serviceSlug: 'camp' } })
    for (const [action, daysAgo] of [
      ['send', 1],
      ['send', 30],
      ['send', 0],
      ['send', 31],
      ['resubmit', 2],
    ] as const)
      await prisma().historyEvent.create({
        data: {
          applicationId: sent.id,
          action,
          to: 'sent',
          at: almatyInstant(addDays(TODAY, -daysAgo), '10:00'),
        },
      })
    await countPublicStatistics(NOW)
    const counted = await read()
    expect(counted).toMatchObject({ from: addDays(TODAY, -30), to: addDays(TODAY, -1), countedAt: NOW })
    expect(counted?.rows.map(({ slug }) => slug)).toEqual(SERVICES.map(({ slug }) => slug))
    expect(await rowOf('free-meals')).toMatchObject({ answered: 5, medianDays: 3, onTime: 80, sent: 0 })
  })

  it('say no median and no share of fewer than five answers', async () => {
    expect(await rowOf('camp')).toMatchObject({ answered: 4, medianDays: null, onTime: null, sent: 2 })
    expect(await rowOf('transfer')).toMatchObject({ answered: 0, medianDays: null, onTime: null })
  })

  it('are counted anew each night, however often', async () => {
    const nextNight = new Date(NOW.getTime() + 24 * 3_600_000)
    await Promise.all([countPublicStatistics(nextNight), countPublicStatistics(nextNight)])
    const counted = await read()
    expect(counted?.countedAt).toEqual(nextNight)
    // The day that was the first is out of it; the day that was today has come in.
    expect(await rowOf('free-meals')).toMatchObject({ answered: 5, medianDays: 4 })
    expect(counted?.rows).toHaveLength(SERVICES.length)
  })
})
