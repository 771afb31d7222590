import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/domain/actor'
import { asActor } from '@/lib/platform/db'
import { duplicate } from '@/lib/services/duplicate'
import { freeMeals } from '@/lib/services/free-meals'
import { transport } from '@/lib/services/transport'
import { testDatabase } from '@/test/database'
import { addOffice, addParent, addPerson, type Office, type Offices, seedSchools } from '@/test/school'
import { approvedOf, freshOffices, handOverOf, type Life, registeredOf } from '../lives.fixture'
import { refuse } from './refusal'
import { readRegister } from './registers'
import { hour } from './work.fixture'

await testDatabase()
let offices: Offices
let meals: Life
let handed: Life
let refused: Life

const register = (actor: Actor, query: Partial<Parameters<typeof readRegister>[2]> = {}) =>
  asActor(actor, (tx) =>
    readRegister(tx, actor, { organisation: null, kind: null, year: null, after: null, ...query }, 2026),
  )
const numbersOf = async (office: Office, kind: string) =>
  (await register(office.clerk, { kind })).papers.map((row) => [row.number, row.applicationNumber])

beforeAll(async () => {
  await seedSchools()
  offices = await freshOffices()
  meals = await approvedOf(freeMeals, { offices })
  handed = await approvedOf(duplicate, { offices, parent: await addParent() })
  await handOverOf(handed)
  refused = await registeredOf(transport, { offices })
  const reason = { ground: 'art19-1-2-2', explanation: 'Школа находится в этом же населенном пункте.' }
  await refuse(refused.provider.director, refused.number, reason, hour(4))
}, 60_000)

describe('the registers of an organisation', () => {
  it('stand side by side, each numbered by itself, only those that were used', async () => {
    const page = await register(offices.school.clerk)
    expect(page.kinds).toEqual(['certificate', 'notice', 'issued'])
    expect(page.kind).toBe('certificate')
    expect(await numbersOf(offices.school, 'certificate')).toEqual([['1', meals.number]])
    expect(await numbersOf(offices.school, 'notice')).toEqual([['1', handed.number]])
    expect((await register(offices.akimat.director)).kinds).toEqual(['refusal'])
    expect(await numbersOf(offices.akimat, 'refusal')).toEqual([['1', refused.number]])
  })

  it('show who has issued nothing yet where the first paper will stand', async () => {
    const idle = await addOffice('school')
    expect(await register(idle.clerk)).toMatchObject({ kind: 'order', kinds: ['order'], papers: [] })
    expect(await register(idle.clerk, { kind: 'issued' })).toMatchObject({ kind: 'order' })
  })

  it('tell of what was handed out: when, by whom, and what was noted', async () => {
    const { issued, papers } = await register(offices.school.director, { kind: 'issued' })
    expect(papers).toEqual([])
    expect(issued.rows).toMatchObject([
      { applicationNumber: handed.number, at: hour(6), byName: offices.school.clerk.name },
    ])
    expect(issued.rows[0]?.noted.ru).toMatch(/^Кто получил: .+; .*Удостоверение личности; .*24\.11\.2026/)
    expect((await register(offices.school.director, { kind: 'issued', year: 2025 })).year).toBe(2026)
  })

  it('are absent for everybody who keeps no register there', async () => {
    const methodist = await addPerson([[offices.school.id, 'methodist']])
    for (const stranger of [methodist, meals.parent])
      await expect(register(stranger)).rejects.toMatchObject({ code: 'absent' })
    await expect(register(offices.akimat.clerk, { organisation: offices.school.id })).rejects.toMatchObject({
      code: 'absent',
    })
  })
})
