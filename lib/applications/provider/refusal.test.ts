import { beforeAll, describe, expect, it } from 'vitest'
import { prisma } from '@/lib/platform/db'
import { testDatabase } from '@/test/database'
import { type School, seedSchools } from '@/test/school'
import { register } from './intake'
import { refuse } from './refusal'
import { freshSchool, hour, sentTo } from './work.fixture'

await testDatabase()
let a: School

beforeAll(async () => {
  ;({ a } = await seedSchools())
})

const REASON = { ground: 'art19-1-2-2', explanation: 'Рекомендация ВКК относится к другому ребенку.' }

async function registered(school: School): Promise<number> {
  const { number } = await sentTo(school)
  await register(school.clerk, number, hour(2))
  return number
}

describe('the register of refusals', () => {
  it('has no gap and no twin when two are refused at once', async () => {
    const school = await freshSchool(a)
    const numbers = [await registered(school), await registered(school)]
    await Promise.all(numbers.map((number) => refuse(school.director, number, REASON, hour(3))))
    const papers = await prisma().paper.findMany({ where: { organisationId: school.id, kind: 'refusal' } })
    expect(papers.map((paper) => paper.number).sort()).toEqual(['1', '2'])
  })

  it('does not take a fault of the database for a number that is gone', async () => {
    const school = await freshSchool(a)
    const number = await registered(school)
    const last = 2 ** 31 - 1
    await prisma().journal.create({
      data: { organisationId: school.id, kind: 'refusal', year: 2026, next: last },
    })
    await expect(refuse(school.director, number, REASON, hour(3))).rejects.not.toHaveProperty(
      'code',
      'conflict',
    )
    expect(await prisma().paper.count({ where: { organisationId: school.id, kind: 'refusal' } })).toBe(0)
  })
})
