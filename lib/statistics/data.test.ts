import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/domain/actor'
import { addDays, dateInAlmaty } from '@/lib/domain/dates'
import { daysOf, PERIODS_SHOWN, partsOf } from '@/lib/domain/statistic-period'
import { STATUSES } from '@/lib/domain/status'
import { LIVE } from '@/lib/domain/workflow'
import { asActor } from '@/lib/platform/db'
import { SERVICES } from '@/lib/services'
import { testDatabase } from '@/test/database'
import { addOffice, addParent, addPerson, type School, seedSchools, TUESDAY } from '@/test/school'
import { listPlaces, placesChosen, readStatistics } from './data'
import { type AnsweredRow, addRows, dice } from './statistics.fixture'

await testDatabase()
let a: School
let b: School
let second: School
let methodist: Actor
const rows: AnsweredRow[] = []

const NOW = TUESDAY
const TODAY = dateInAlmaty(NOW)
const ANSWERS = ['approved', 'refused', 'intake_refused', 'revoked']

beforeAll(async () => {
  const seeded = await seedSchools()
  ;({ a, b } = seeded)
  second = await addOffice('school', seeded.department)
  methodist = await addPerson([[seeded.department, 'methodist']])
  const roll = dice(7)
  const one = <T>(list: readonly T[]): T => list[Math.floor(roll() * list.length)] as T
  for (let at = 0; at < 600; at++) {
    const status = one(STATUSES)
    const isAnswered = ANSWERS.includes(status)
    // To the minute around midnight in Almaty, which is 19:00 UTC.
    const decidedAt = new Date(NOW.getTime() - Math.floor(roll() * 400 * 24 * 60) * 60_000)
    rows.push({
      organisationId: one([a.id, second.id, b.id]),
      serviceSlug: one(SERVICES.slice(0, 4)).slug,
      status,
      dueAt: LIVE.includes(status) && roll() < 0.9 ? addDays(TODAY, Math.floor(roll() * 20) - 10) : null,
      sentAt: decidedAt,
      decidedAt: isAnswered ? decidedAt : null,
      decidedDays: isAnswered && roll() < 0.95 ? Math.floor(roll() * 12) : null,
      answerDue: null,
      groundCode: null,
    })
  }
  await addRows((await addParent()).userId, rows)
})

/** What is counted by hand, row by row. */
function slow(of: readonly AnsweredRow[], from: string, to: string) {
  const open = of.filter(({ status }) => status !== 'draft' && LIVE.includes(status))
  const answered = of.filter(({ decidedAt }) => {
    const day = decidedAt && dateInAlmaty(decidedAt)
    return day !== null && from <= day && day <= to
  })
  const count = (...statuses: string[]) => answered.filter(({ status }) => statuses.includes(status)).length
  const taken = answered.flatMap(({ decidedDays }) => decidedDays ?? []).sort((x, y) => x - y)
  return {
    open: open.length,
    overdue: open.filter(({ status, dueAt }) => status !== 'correction' && dueAt !== null && dueAt < TODAY)
      .length,
    approved: count('approved', 'revoked'),
    refused: count('refused'),
    intakeRefused: count('intake_refused'),
    medianDays: taken[Math.ceil(taken.length / 2) - 1] ?? null,
  }
}

const read = async (actor: Actor, period: (typeof PERIODS_SHOWN)[number], only: string | null = null) =>
  asActor(actor, async (tx) =>
    readStatistics(tx, placesChosen(await listPlaces(tx, actor), only), period, NOW),
  )

describe('statistics', () => {
  it.each(PERIODS_SHOWN)('of a district over %s are what counting by hand gives', async (period) => {
    const { from, to } = daysOf(period, TODAY)
    const district = rows.filter(({ organisationId }) => organisationId !== b.id)
    const { total, services, organisations, parts, days } = await read(methodist, period)
    expect(days).toEqual({ from, to })
    expect(total).toEqual(slow(district, from, to))
    for (const { slug, ...figures } of services)
      expect(figures, slug).toEqual(
        slow(
          district.filter(({ serviceSlug }) => serviceSlug === slug),
          from,
          to,
        ),
      )
    for (const { id, name: _, ...figures } of organisations)
      expect(figures).toEqual(
        slow(
          district.filter(({ organisationId }) => organisationId === id),
          from,
          to,
        ),
      )
    expect(parts).toEqual(
      partsOf(period, { from, to }).map((part) => {
        const { approved, refused, intakeRefused } = slow(district, part.from, part.to)
        return { ...part, approved, refused: refused + intakeRefused }
      }),
    )
    expect(services.map(({ slug }) => slug).sort()).toEqual(
      SERVICES.slice(0, 4)
        .map(({ slug }) => slug)
        .sort(),
    )
  })

  it('may be narrowed to one organisation of one’s own', async () => {
    const { from, to } = daysOf('year', TODAY)
    const { total, organisations } = await read(methodist, 'year', a.id)
    expect(total).toEqual(
      slow(
        rows.filter(({ organisationId }) => organisationId === a.id),
        from,
        to,
      ),
    )
    expect(organisations.map(({ id }) => id)).toEqual([a.id])
    await expect(read(methodist, 'year', b.id)).rejects.toMatchObject({ code: 'absent' })
  })

  it('are of the own organisation for its staff, of a district for its methodist and head, of nobody else', async () => {
    const placesOf = async (actor: Actor) =>
      (await asActor(actor, (tx) => listPlaces(tx, actor))).map(({ id }) => id).sort()
    expect(await placesOf(a.clerk)).toEqual([a.id])
    expect(await placesOf(a.director)).toEqual([a.id])
    expect(await placesOf(methodist)).toEqual([...methodist.organisationIds, a.id, second.id].sort())
    const [department = ''] = methodist.organisationIds
    expect(await placesOf(await addPerson([[department, 'director']]))).toEqual(await placesOf(methodist))
    expect(await placesOf(await addPerson([[department, 'clerk']]))).toEqual([department])
    const { id: otherDepartment } = await addOffice('department')
    const stranger = await addPerson([[otherDepartment, 'methodist']])
    expect(await placesOf(stranger)).toEqual([otherDepartment])
    const admin = await addPerson([[a.id, 'admin']])
    for (const none of [admin, await addParent()]) expect(await placesOf(none)).toEqual([])
    expect((await read(stranger, 'year')).total).toMatchObject({ open: 0, approved: 0, medianDays: null })
  })
})
