import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { getActor } from '@/lib/auth/data'
import type { Actor } from '@/lib/domain/actor'
import { appoint, endActingTerm, listActingTerms } from '@/lib/organisations/appointments'
import { asActor, asSystem, prisma } from '@/lib/platform/db'
import { testDatabase } from '@/test/database'
import { addPerson, type School, seedSchools, TUESDAY } from '@/test/school'
import { headByKey, headOnPaper } from './head'
import { readTeam } from './team'
import { freshSchool } from './work.fixture'

await testDatabase()
const code = (value: string) => expect.objectContaining({ code: value })
const BASIS = '№ 45-ж/қ, 20.11.2026'
const DAYS = { from: '2026-11-25', to: '2026-11-27', basis: BASIS }
let a: School

beforeAll(async () => {
  ;({ a } = await seedSchools())
})

const appointed = (school: School, person: Actor, days = DAYS) =>
  asActor(school.director, (tx) =>
    appoint(tx, school.director, { organisationId: school.id, accountId: person.userId, ...days }),
  )

/** The person as a request of this moment would find them. */
async function at(person: Actor, moment: string): Promise<Actor> {
  const id = randomUUID()
  await prisma().session.create({
    data: { id, accountId: person.userId, createdAt: TUESDAY, lastSeenAt: TUESDAY },
  })
  const actor = await asSystem('session', (tx) => getActor(tx, id, new Date(moment)))
  if (!actor) throw new Error('no session')
  return actor
}

const heads = ({ memberships }: Actor, { id }: School) =>
  memberships.some((m) => m.role === 'director' && m.organisationId === id)

describe('an acting head', () => {
  it('has the rights from the first midnight in Almaty to the last one, to the thousandth of a second', async () => {
    const school = await freshSchool(a)
    await appointed(school, school.clerk)
    const asHead = async (moment: string) => heads(await at(school.clerk, moment), school)
    // The last moment of the 24th, and the first of the 25th.
    expect(await asHead('2026-11-24T18:59:59.999Z')).toBe(false)
    expect(await asHead('2026-11-24T19:00:00.000Z')).toBe(true)
    expect(await asHead('2026-11-27T18:59:59.999Z')).toBe(true)
    expect(await asHead('2026-11-27T19:00:00.000Z')).toBe(false)
  })

  it('signs as who acts by an order, with a key and on paper; before and after the head does', async () => {
    const school = await freshSchool(a)
    await appointed(school, school.clerk)
    const office = { id: school.id, kind: 'school', headName: 'Оспанова Сәуле' } as const
    const acting = { post: { ru: 'И. о. директора' }, name: 'Әлиева Гүлім', basis: BASIS }
    expect(headByKey(await at(school.clerk, '2026-11-25T05:00:00Z'), office)).toMatchObject(acting)
    expect(headByKey(school.director, office)).toEqual({
      post: { kk: 'Директор', ru: 'Директор' },
      name: school.director.name,
    })
    const onPaper = (moment: string) => asSystem('test', (tx) => headOnPaper(tx, office, new Date(moment)))
    expect(await onPaper('2026-11-24T18:59:59.999Z')).toMatchObject({ name: 'Оспанова Сәуле' })
    expect(await onPaper('2026-11-24T19:00:00.000Z')).toMatchObject(acting)
    expect(await onPaper('2026-11-27T19:00:00.000Z')).toMatchObject({ name: 'Оспанова Сәуле' })
  })

  it('is one at a time, however many appoint at once', async () => {
    const school = await freshSchool(a)
    const colleague = await addPerson([[school.id, 'clerk']])
    const both = await Promise.allSettled([
      appointed(school, school.clerk),
      appointed(school, colleague, { ...DAYS, from: '2026-11-27', to: '2026-11-30' }),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await expect(appointed(school, school.clerk)).rejects.toEqual(code('duplicate'))
    await appointed(school, school.clerk, { ...DAYS, from: '2026-12-01', to: '2026-12-01' })
  })

  it('is withdrawn before the time begins, ends early in it, and stays on the list after it', async () => {
    const school = await freshSchool(a)
    const terms = (now: Date) => asSystem('test', (tx) => listActingTerms(tx, school.id, now))
    const end = (id: string, now: Date) =>
      asActor(school.director, (tx) =>
        endActingTerm(tx, school.director, { organisationId: school.id, id }, now),
      )
    await appointed(school, school.clerk)
    const [coming] = await terms(TUESDAY)
    expect(coming).toMatchObject({ state: 'coming', from: '2026-11-25', to: '2026-11-27', basis: BASIS })
    expect(await end(coming?.id ?? '', TUESDAY)).toBe('withdrawn')
    expect(await terms(TUESDAY)).toEqual([])

    await appointed(school, school.clerk)
    const noon = new Date('2026-11-26T07:00:00Z')
    const [current] = await terms(noon)
    expect(current?.state).toBe('now')
    expect(await end(current?.id ?? '', noon)).toBe('ended')
    expect(heads(await at(school.clerk, noon.toISOString()), school)).toBe(false)
    expect(await terms(noon)).toMatchObject([{ state: 'past', to: '2026-11-26' }])
    await expect(end(current?.id ?? '', noon)).rejects.toEqual(code('conflict'))
    await expect(end(randomUUID(), noon)).rejects.toEqual(code('absent'))
    const deeds = await prisma().auditEvent.findMany({
      where: { actorId: school.director.userId, action: { startsWith: 'acting.' } },
      orderBy: { id: 'asc' },
    })
    expect(deeds.map(({ action }) => action)).toEqual([
      'acting.appoint',
      'acting.withdrawn',
      'acting.appoint',
      'acting.ended',
    ])
  })
})

describe('the team', () => {
  it('is the head’s to see and to appoint from; who acts for the head only sees it', async () => {
    const school = await freshSchool(a)
    const read = (actor: Actor, of: School | null = null) =>
      asActor(actor, (tx) => readTeam(tx, actor, of?.id ?? null, TUESDAY))
    const team = await read(school.director)
    expect(team.candidates).toEqual([{ accountId: school.clerk.userId, name: school.clerk.name }])
    expect(team).toMatchObject({ mayAppoint: true, people: { length: 2 } })
    await expect(read(school.director, a)).rejects.toEqual(code('absent'))
    await expect(read(school.clerk)).rejects.toEqual(code('absent'))
    await appointed(school, school.clerk, { ...DAYS, from: '2026-11-24' })
    expect(await read(await at(school.clerk, TUESDAY.toISOString()))).toMatchObject({
      mayAppoint: false,
      candidates: [],
      terms: [{ state: 'now' }],
    })
  })
})
