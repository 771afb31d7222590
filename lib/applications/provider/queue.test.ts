import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/domain/actor'
import { asActor, prisma } from '@/lib/platform/db'
import { testDatabase } from '@/test/database'
import { addParent, addPerson, fillDraft, newChild, type School, seedSchools } from '@/test/school'
import { listQueue, type QueueView } from './queue'
import { readReview } from './review'
import { freshSchool, hour, sentTo } from './work.fixture'

await testDatabase()
let a: School
let b: School
let methodist: Actor
let admin: Actor
/** Clerk and head of the department above the school: they work what was sent to the department itself. */
let office: [Actor, Actor]

beforeAll(async () => {
  const seeded = await seedSchools()
  ;({ a, b } = seeded)
  methodist = await addPerson([[seeded.department, 'methodist']])
  office = [
    await addPerson([[seeded.department, 'clerk']]),
    await addPerson([[seeded.department, 'director']]),
  ]
  admin = await addPerson([
    [seeded.department, 'admin'],
    [a.id, 'admin'],
  ])
})

const queue = (actor: Actor, view: QueueView = 'all', search = '', after: string | null = null) =>
  asActor(actor, (tx) => listQueue(tx, actor, { view, search, after }, hour(2)))
const numbersOf = async (...query: Parameters<typeof queue>) =>
  (await queue(...query)).rows.map((row) => row.number)

describe('the queue', () => {
  it('is one organisation’s, its department’s methodist reads it too, nobody else does', async () => {
    const { number, parent } = await sentTo(a)
    const other = await sentTo(b)
    for (const reader of [a.clerk, a.director, methodist]) {
      const { rows } = await queue(reader)
      const seen = rows.map((row) => row.number)
      expect(seen).toContain(number)
      expect(seen).not.toContain(other.number)
      // Whose it is has to be said to whoever does not work there.
      expect(rows.find((row) => row.number === number)?.isForeign).toBe(reader === methodist)
    }
    for (const stranger of [b.clerk, b.director, admin, parent, ...office]) {
      expect(await numbersOf(stranger)).not.toContain(number)
    }
    expect((await queue(parent)).counts).toEqual({})
  })

  it('never shows a draft', async () => {
    const number = await fillDraft(await addParent(), a.id)
    expect(await numbersOf(a.clerk, 'all', String(number))).toEqual([])
  })

  it('finds by number, by IIN, by name without Kazakh letters, and only in its own school', async () => {
    const { number, child } = await sentTo(a)
    const searches = [String(number), `№ ${number}`, child.iin, `алиев ${child.iin}`, ` ЕРҒАЛИ  ${number} `]
    for (const search of searches) {
      expect(await numbersOf(a.clerk, 'all', search), search).toEqual([number])
      expect(await numbersOf(b.clerk, 'all', search), search).toEqual([])
    }
    expect(await numbersOf(a.clerk, 'all', `${number} Петров`)).toEqual([])
    expect(await numbersOf(a.clerk, 'all', '%')).toEqual(await numbersOf(a.clerk))
  })

  it('flags two accounts that apply for one child, also across schools, and unproven people', async () => {
    const child = newChild()
    const [one, two] = [await sentTo(a, child), await sentTo(b, child)]
    const alone = await sentTo(a)
    const rows = (await queue(a.clerk)).rows
    expect(rows.find((r) => r.number === one.number)).toMatchObject({ isDuplicate: true, isUnproven: true })
    expect(rows.find((r) => r.number === alone.number)).toMatchObject({ isDuplicate: false })
    const review = await asActor(a.clerk, (tx) => readReview(tx, a.clerk, one.number, 'ru', hour(2)))
    // Of the other school's application one learns that it is there, and not its number.
    expect(review.duplicates).toEqual({ numbers: [], elsewhere: true })
    await prisma().account.update({ where: { id: two.parent.userId }, data: { iinProvenBy: 'school' } })
    const [proven] = (await queue(b.clerk, 'all', String(two.number))).rows
    expect(proven).toMatchObject({ isUnproven: false, isDuplicate: true })
  })

  it('shows the most urgent first and what is over last, each once over all pages', async () => {
    const school = await freshSchool(b)
    const { number } = await sentTo(school)
    const sent = [number, ...(await repeat(number, 22))]
    const [late, over] = [sent[22] ?? 0, sent.slice(0, 2)]
    await prisma().application.updateMany({
      where: { number: { in: over } },
      data: { status: 'intake_refused', dueAt: null },
    })
    await prisma().application.update({ where: { number: late }, data: { dueAt: '2026-11-23' } })

    const first = await queue(school.clerk)
    const second = await queue(school.clerk, 'all', '', first.next)
    const seen = [...first.rows, ...second.rows].map((row) => row.number)
    expect(first.rows).toHaveLength(20)
    expect(second.next).toBeNull()
    expect(seen).toEqual([late, ...sent.slice(2, 22), sent[1], sent[0]])
    expect(first.rows[0]?.due).toEqual({ date: '2026-11-23', state: 'past', overdue: 1 })
    expect(first.counts).toEqual({ sent: 21, intake_refused: 2 })
    expect(await numbersOf(school.clerk, 'intake_refused')).toEqual([sent[1], sent[0]])
    expect(await numbersOf(school.clerk, 'open', '', first.next)).toEqual([sent[21]])
    expect(await numbersOf(school.clerk, 'all', '', 'nonsense')).toEqual(await numbersOf(school.clerk))
  })
})

/** More of the same, quicker than by filling forms. */
async function repeat(number: number, times: number): Promise<number[]> {
  const { parties, ...like } = await prisma().application.findUniqueOrThrow({
    where: { number },
    select: {
      ownerId: true,
      serviceSlug: true,
      serviceVersion: true,
      periodKey: true,
      locale: true,
      status: true,
      sentAt: true,
      dueAt: true,
      parties: { select: { organisationId: true, part: true } },
    },
  })
  const numbers: number[] = []
  for (let i = 0; i < times; i++) {
    const made = await prisma().application.create({
      data: { ...like, parties: { create: parties } },
      select: { number: true },
    })
    numbers.push(made.number)
  }
  return numbers
}
