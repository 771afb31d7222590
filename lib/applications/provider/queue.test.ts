import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/domain/actor'
import { type QueuePlace, queueParams, readQueueQuery } from '@/lib/domain/queue-query'
import { asActor, prisma } from '@/lib/platform/db'
import { testDatabase } from '@/test/database'
import { addParent, addPerson, fillDraft, newChild, type School, seedSchools } from '@/test/school'
import { readableBy } from '../data'
import { listQueue } from './queue'
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

/** By the address of its page: `view=all&only=mine`. */
const queue = (actor: Actor, address = 'view=all', now = hour(2)) =>
  asActor(actor, (tx) =>
    listQueue(tx, actor, readQueueQuery(Object.fromEntries(new URLSearchParams(address))), now),
  )
const numbersOf = async (...query: Parameters<typeof queue>) =>
  (await queue(...query)).rows.map((row) => row.number)
const search = (text: string) => `q=${encodeURIComponent(text)}`

/** How many there are of each status. */
async function countsOf(...query: Parameters<typeof queue>): Promise<Record<string, number>> {
  const { counts } = await queue(...query)
  return Object.fromEntries(counts.map(({ status, count }) => [status, count]))
}

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
    expect((await queue(parent)).counts).toEqual([])
  })

  it('never shows a draft', async () => {
    const number = await fillDraft(await addParent(), a.id)
    expect(await numbersOf(a.clerk, search(String(number)))).toEqual([])
  })

  it('finds by number, by IIN, by name without Kazakh letters, and only in its own school', async () => {
    const { number, child } = await sentTo(a)
    const searches = [String(number), `№ ${number}`, child.iin, `алиев ${child.iin}`, ` ЕРҒАЛИ  ${number} `]
    for (const text of searches) {
      expect(await numbersOf(a.clerk, search(text)), text).toEqual([number])
      expect(await numbersOf(b.clerk, search(text)), text).toEqual([])
    }
    expect(await numbersOf(a.clerk, search(`${number} Петров`))).toEqual([])
    expect(await numbersOf(a.clerk, search('%'))).toEqual(await numbersOf(a.clerk))
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
    const [proven] = (await queue(b.clerk, search(String(two.number)))).rows
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
    const second = await queue(school.clerk, beside('view=all', first.next))
    const seen = [...first.rows, ...second.rows].map((row) => row.number)
    expect(first.rows).toHaveLength(20)
    expect([first.previous, second.next]).toEqual([null, null])
    expect(seen).toEqual([late, ...sent.slice(2, 22), sent[1], sent[0]])
    expect(first.rows[0]?.due).toEqual({ date: '2026-11-23', state: 'past', overdue: 1 })
    expect(await countsOf(school.clerk)).toEqual({ sent: 21, intake_refused: 2 })
    expect(await numbersOf(school.clerk, 'view=intake_refused')).toEqual([sent[1], sent[0]])
    expect(await numbersOf(school.clerk, beside('', first.next))).toEqual([sent[21]])
    expect(await numbersOf(school.clerk, 'view=all&after=nonsense')).toEqual(await numbersOf(school.clerk))
  })

  it('goes back page by page, and from near the start to the start', async () => {
    const school = await freshSchool(b)
    const { number } = await sentTo(school)
    const sent = [number, ...(await repeat(number, 44))]
    await prisma().application.updateMany({
      where: { number: { in: sent.slice(0, 10) } },
      data: { status: 'cancelled', dueAt: null },
    })
    const all = [...sent.slice(10), ...sent.slice(0, 10).reverse()]
    const pages = [await queue(school.clerk)]
    for (let last = pages[0]; last?.next; last = pages.at(-1))
      pages.push(await queue(school.clerk, beside('view=all', last.next)))
    const read = (page: { rows: readonly { number: number }[] }) => page.rows.map((row) => row.number)
    expect(pages.map(read)).toEqual([all.slice(0, 20), all.slice(20, 40), all.slice(40)])
    for (let at = pages.length - 1; at > 0; at--) {
      const back = await queue(school.clerk, beside('view=all', pages[at]?.previous ?? null))
      expect(read(back)).toEqual(all.slice((at - 1) * 20, at * 20))
      expect(back.previous === null).toBe(at === 1)
    }
    const near = { side: 'before' as const, due: '2026-11-25', number: all[3] ?? 0 }
    expect(await numbersOf(school.clerk, beside('view=all', near))).toEqual(all.slice(0, 20))
  })
})

it('shows what may be opened, and nothing else, whatever part an organisation takes', async () => {
  const of = { sendingSchool: (await sentTo(a)).number, registered: (await sentTo(a)).number }
  const acting = (await sentTo(b)).number
  const add = (number: number, organisationId: string, part: string) =>
    prisma().application.update({
      where: { number },
      data: { parties: { create: { organisationId, part } } },
    })
  await add(of.sendingSchool, b.id, 'sendingSchool')
  await add(of.registered, b.id, 'sendingSchool')
  await prisma().application.update({ where: { number: of.registered }, data: { registeredAt: hour(2) } })
  await add(acting, office[0].memberships[0]?.organisationId ?? '', 'acting')
  const both = await addPerson([
    [a.id, 'clerk'],
    [b.id, 'director'],
  ])
  const readers = [a.clerk, b.clerk, b.director, both, methodist, ...office, admin, await addParent()]
  const seen = await Promise.all(readers.map(everythingOf))
  const mayBeOpened = await Promise.all(readers.map(readableOf))
  expect(seen).toEqual(mayBeOpened)
  expect(seen[1]).toContain(of.registered)
  expect(seen[1]).not.toContain(of.sendingSchool)
  expect(seen[5]).toContain(acting)
})

async function everythingOf(actor: Actor): Promise<number[]> {
  const numbers: number[] = []
  for (let at: QueuePlace | null | undefined; at !== null; ) {
    const page = await queue(actor, beside('view=all', at ?? null))
    numbers.push(...page.rows.map(({ number }) => number))
    at = page.next
  }
  return numbers.sort((x, y) => x - y)
}

async function readableOf(actor: Actor): Promise<number[]> {
  const rows = await prisma().application.findMany({
    where: { AND: [readableBy(actor), { status: { not: 'draft' } }] },
    orderBy: { number: 'asc' },
    select: { number: true },
  })
  return rows.map(({ number }) => number)
}

describe('what the queue is narrowed to', () => {
  let school: School
  let numbers: Readonly<Record<'overdue' | 'today' | 'mine' | 'twin' | 'over', number>>

  beforeAll(async () => {
    school = await freshSchool(b)
    const child = newChild()
    const [twin, elsewhere] = [await sentTo(school, child), await sentTo(a, child)]
    expect(elsewhere.number).toBeGreaterThan(0)
    const [overdue = 0, today = 0, mine = 0, over = 0] = await repeat(twin.number, 4)
    const change = (number: number, data: { dueAt?: string | null; assigneeId?: string; status?: string }) =>
      prisma().application.update({ where: { number }, data })
    await change(overdue, { dueAt: '2026-11-23', assigneeId: school.clerk.userId })
    await change(today, { dueAt: '2026-11-24', assigneeId: school.director.userId })
    await change(mine, { dueAt: '2026-11-26', assigneeId: school.clerk.userId, status: 'registered' })
    await change(over, { dueAt: null, assigneeId: school.clerk.userId, status: 'refused' })
    numbers = { overdue, today, mine, over, twin: twin.number }
  })

  const CASES: [string, (keyof typeof numbers)[]][] = [
    ['', ['overdue', 'today', 'twin', 'mine']],
    ['only=overdue', ['overdue']],
    ['only=today', ['today']],
    ['only=mine', ['overdue', 'mine']],
    ['only=mine&view=all', ['overdue', 'mine', 'over']],
    ['only=duplicate', ['twin']],
    ['only=mine.overdue', ['overdue']],
    ['only=mine.duplicate', []],
    ['only=mine&view=registered', ['mine']],
    ['only=nonsense', ['overdue', 'today', 'twin', 'mine']],
    ['service=home-schooling&only=today', ['today']],
    ['service=transfer', []],
    ['service=nonsense', []],
  ]

  it.each(CASES)('?%s', async (address, expected) => {
    const clerk = await numbersOf(school.clerk, address)
    expect(clerk).toEqual(expected.map((name) => numbers[name]))
  })

  it('counts what the search and the flags leave, whatever the view and the service', async () => {
    expect(await countsOf(school.clerk, 'view=sent&service=transfer')).toEqual({
      sent: 3,
      registered: 1,
      refused: 1,
    })
    expect(await countsOf(school.clerk, 'only=mine')).toEqual({ sent: 1, registered: 1, refused: 1 })
    const { counts } = await queue(school.clerk)
    const sent = counts.find(({ status }) => status === 'sent')
    expect(sent).toMatchObject({ service: 'home-schooling', flags: { overdue: 1, today: 1, mine: 1 } })
  })

  it('tells who works it, and whether there is anything to do', async () => {
    const { rows } = await queue(school.clerk)
    const of = (number: number) => rows.find((row) => row.number === number)
    expect(of(numbers.mine)?.assignee).toMatchObject({ isReader: true })
    expect(of(numbers.today)?.assignee).toMatchObject({ id: school.director.userId, isReader: false })
    expect(of(numbers.twin)?.assignee).toBeNull()
    expect([of(numbers.twin)?.isOpen, of(numbers.over)?.isOpen]).toEqual([true, false])
    const watched = await queue(methodist, search(String(numbers.twin)))
    expect(watched.rows).toEqual([])
  })
})

it('an address says the same after it was read', () => {
  for (const address of [
    '',
    'view=all',
    'view=sent&q=%D0%B0&service=x&only=overdue.mine&after=2026-11-23_44001',
  ])
    expect(queueParams(readQueueQuery(Object.fromEntries(new URLSearchParams(address)))).toString()).toBe(
      address,
    )
  expect(readQueueQuery({ view: ['all', 'sent'], q: ['x'], after: 'a_b', before: '2026-13-45_1' })).toEqual({
    view: 'open',
    search: '',
    service: null,
    flags: [],
    at: { side: 'before', due: null, number: 1 },
  })
})

/** The address of the page at a place. */
function beside(address: string, at: QueuePlace | null): string {
  return queueParams({ ...readQueueQuery(Object.fromEntries(new URLSearchParams(address))), at }).toString()
}

/** More of the same, quicker than by filling forms. */
async function repeat(number: number, times: number): Promise<number[]> {
  const { parties, ...like } = await prisma().application.findUniqueOrThrow({
    where: { number },
    select: {
      ownerId: true,
      organisationId: true,
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
