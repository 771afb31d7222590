import { beforeAll, describe, expect, it, vi } from 'vitest'
import { recordReads } from '@/lib/audit/reads'
import type { Actor } from '@/lib/domain/actor'
import { readQueueQuery } from '@/lib/domain/queue-query'
import { asActor, prisma } from '@/lib/platform/db'
import { transfer } from '@/lib/services/transfer'
import { testDatabase } from '@/test/database'
import { addParent, addPerson, fillDraft, type School, seedSchools } from '@/test/school'
import { openDocument } from './documents'
import { freshOffices, registeredOf } from './lives.fixture'
import { openDraftOrder, openPaper, openStatement } from './paper-files'
import { type MyData, readMyData } from './parent/my-data'
import { loadSent } from './provider/intake'
import { listQueue } from './provider/queue'
import { readReview } from './provider/review'
import { listWaiting } from './provider/waiting'
import { decide, hour, onSigning, sentTo } from './provider/work.fixture'

vi.mock('@/lib/audit/reads', async (original) => {
  const real = await original<typeof import('@/lib/audit/reads')>()
  return { ...real, recordReads: vi.fn(real.recordReads) }
})

await testDatabase()
let a: School
let b: School
let department: string
/** Waits for its head's signature, with all that an application holds. */
let shared: { number: number; parent: Actor }

beforeAll(async () => {
  ;({ a, b, department } = await seedSchools())
  shared = await onSigning(a)
})

const readsOf = (number: number) =>
  prisma().accessEvent.findMany({
    where: { application: { number } },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    select: { readerId: true, readerName: true, organisationId: true, role: true, what: true, at: true },
  })
const myData = (actor: Actor, of: number | null = null, after: string | null = null): Promise<MyData> =>
  asActor(actor, (tx) => readMyData(tx, actor, { of, after }))
/** Of an attempt that may be turned down. */
const tried = (work: Promise<unknown>) => work.then(String, () => 'refused')

async function filesOf(number: number): Promise<{ document: string; paper: string }> {
  const at = { application: { number } }
  const document = await prisma().applicationDocument.findFirstOrThrow({ where: at })
  const paper = await prisma().paper.findFirstOrThrow({ where: at })
  return { document: document.documentId, paper: paper.id }
}

type Door = (actor: Actor, number: number, files: { document: string; paper: string }) => Promise<unknown>

/** Every way on which staff come to what an application holds, and as what it is noted. */
const DOORS: Readonly<Record<string, { what: string; open: Door }>> = {
  'the review': {
    what: 'application',
    open: (actor, number) => asActor(actor, (tx) => readReview(tx, actor, number, 'ru', hour(4))),
  },
  'the page of a decision': {
    what: 'application',
    open: (actor, number) => decide(actor, number, 'take-back'),
  },
  'a document': {
    what: 'document',
    open: (actor, _, { document }) => openDocument(actor, document, hour(4)),
  },
  'an issued paper': { what: 'paper', open: (actor, _, { paper }) => openPaper(actor, paper, hour(4)) },
  'the statement': { what: 'paper', open: (actor, number) => openStatement(actor, number, hour(4)) },
  'the paper to be signed': {
    what: 'paper',
    open: (actor, number) => openDraftOrder(actor, number, hour(4)),
  },
}

describe.each(Object.entries(DOORS))('%s', (name, { what, open }) => {
  it('is noted with who read it, as what, for whom and when; a stranger is not let in and not noted', async () => {
    const { number, parent } = shared
    const files = await filesOf(number)
    await prisma().accessEvent.deleteMany({ where: { application: { number } } })
    // The bytes of an attached file are not in the store: what counts is that it was given.
    await tried(open(a.clerk, number, files))
    const note = { readerId: a.clerk.userId, readerName: a.clerk.name, organisationId: a.id, role: 'clerk' }
    expect(await readsOf(number)).toEqual([{ ...note, what, at: hour(4) }])
    for (const stranger of [b.clerk, b.director, await addParent()])
      expect(await tried(open(stranger, number, files)), name).toBe('refused')
    await tried(open(parent, number, files))
    expect(await readsOf(number)).toHaveLength(1)
  })
})

it('the list that waits for a head is noted once for each that it shows', async () => {
  const [one, two] = [await onSigning(b), await onSigning(b)]
  const sent = await sentTo(b)
  await prisma().accessEvent.deleteMany()
  await asActor(b.director, (tx) => listWaiting(tx, b.director, 'ru', hour(4)))
  const reads = await Promise.all([one, two, sent].map(({ number }) => readsOf(number)))
  expect(reads.map((list) => list.map(({ role, what }) => [role, what]))).toEqual([
    [['director', 'application']],
    [['director', 'application']],
    [],
  ])
})

it('what shows names only, and every step of the work itself, is not a look', async () => {
  const { number } = await sentTo(a)
  await asActor(a.clerk, (tx) => listQueue(tx, a.clerk, readQueueQuery({}), hour(2)))
  await asActor(a.clerk, (tx) => loadSent(tx, a.clerk, number))
  expect(await readsOf(number)).toEqual([])
})

it('says by which membership: of the provider, of the school that is left, of the department above', async () => {
  const life = await registeredOf(transfer, { offices: { ...(await freshOffices()), school: a } })
  const sending = life.offices.sendingSchool
  const methodist = await addPerson([[department, 'methodist']])
  const both = await addPerson([
    [department, 'methodist'],
    [a.id, 'clerk'],
  ])
  for (const reader of [sending.clerk, methodist, both])
    await asActor(reader, (tx) => readReview(tx, reader, life.number, 'ru', hour(5)))
  expect((await readsOf(life.number)).map(({ organisationId, role }) => [organisationId, role])).toEqual([
    [sending.id, 'clerk'],
    [department, 'methodist'],
    [a.id, 'clerk'],
  ])
})

it('a look that could not be noted gives nothing', async () => {
  const { number } = shared
  const files = await filesOf(number)
  for (const [name, { open }] of Object.entries(DOORS)) {
    vi.mocked(recordReads).mockRejectedValueOnce(new Error('the log is down'))
    await expect(open(a.clerk, number, files), name).rejects.toThrow('the log is down')
  }
})

describe('what a parent is shown', () => {
  const note = (number: number, at: Date, what: string, by: Actor = a.clerk) =>
    asActor(by, async (tx) => {
      const { id } = await tx.application.findUniqueOrThrow({ where: { number }, select: { id: true } })
      const { memberships } = by
      const [{ organisationId = null, role = 'admin' } = {}] = memberships
      await tx.accessEvent.create({
        data: {
          applicationId: id,
          at,
          readerId: by.userId,
          readerName: by.name,
          organisationId,
          role,
          what,
          reason: role === 'admin' ? 'Жалоба № 7' : '',
        },
      })
    })
  const minutes = (n: number) => new Date(hour(3).getTime() + n * 60_000)

  it('is all their applications, the newest looks first, what was opened together as one look', async () => {
    const { parent, number } = await sentTo(a)
    const [older, admin] = [await secondOf(parent), await addPerson([[a.id, 'admin']])]
    await note(older, minutes(0), 'application')
    await note(number, minutes(1), 'application')
    for (const n of [2, 3, 4]) await note(number, minutes(n), 'document')
    await note(number, minutes(5), 'application', a.director)
    await note(number, minutes(40), 'application')
    await note(older, minutes(50), 'export', admin)
    const { applications, next } = await myData(parent)
    expect(next).toBeNull()
    const told = applications.map((one) => ({
      number: one.number,
      looks: one.looks.map(({ role, reason, opened }) => [
        role,
        reason,
        opened.map((o) => [o.what, o.times]),
      ]),
    }))
    expect(told).toEqual([
      {
        number: older,
        looks: [
          ['admin', 'Жалоба № 7', [['export', 1]]],
          ['clerk', '', [['application', 1]]],
        ],
      },
      {
        number,
        looks: [
          ['clerk', '', [['application', 1]]],
          ['director', '', [['application', 1]]],
          [
            'clerk',
            '',
            [
              ['application', 1],
              ['document', 3],
            ],
          ],
        ],
      },
    ])
    expect((await myData(parent, older)).applications.map((one) => one.number)).toEqual([older])
    expect((await myData(await addParent())).applications).toEqual([])
    await expect(myData(await addParent(), number)).rejects.toMatchObject({ code: 'absent' })
  })

  it('goes on page by page', async () => {
    const { parent, number } = await sentTo(a)
    for (let n = 0; n < 60; n++) await note(number, minutes(n * 20), 'application')
    const first = await myData(parent, number)
    const second = await myData(parent, number, first.next)
    const times = [first, second].map(({ applications }) => applications[0]?.looks.map(({ at }) => at) ?? [])
    expect(times.map((list) => list.length)).toEqual([50, 10])
    expect(times.flat()).toEqual(Array.from({ length: 60 }, (_, n) => minutes((59 - n) * 20)))
    expect(second.next).toBeNull()
  })
})

/** Another application of the same parent, whose statement nobody has signed yet. */
async function secondOf(parent: Actor): Promise<number> {
  return fillDraft(parent, a.id)
}
