import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/domain/actor'
import { DomainError } from '@/lib/domain/error'
import type { Status } from '@/lib/domain/status'
import { asActor, prisma, type Tx } from '@/lib/platform/db'
import { tenthGrade } from '@/lib/services/tenth-grade'
import { testDatabase } from '@/test/database'
import {
  addParent,
  addPerson,
  attachFile,
  CHILD,
  fillDraftOf,
  type School,
  seedSchools,
  signDraft,
} from '@/test/school'
import { getForStaff, getOwn, listHistory } from '../data'
import { lockSeat } from '../enrolment'
import { later, openIntake, type Ready, readyDrafts, setSeats } from '../enrolment.fixture'
import { getOverview } from '../parent/overview'
import { cancel, send } from '../parent/sending'
import { may } from '../policy'
import { transition } from '../transition'
import { register } from './intake'
import { callUp, confirmArea, placeOnWaitingList } from './places'
import { givesPlaces, readPlaces } from './places-page'
import { takeBack } from './result'
import { readReview } from './review'
import { freshSchool } from './work.fixture'

await testDatabase()
let like: School
let department: string

beforeAll(async () => {
  const seeded = await seedSchools()
  like = seeded.a
  department = seeded.department
  await openIntake()
})

const code = (value: string) => expect.objectContaining({ code: value })
const day = (n: number) => later(n * 86_400_000)
const as = <T>(actor: Actor, work: (tx: Tx, actor: Actor) => Promise<T>) =>
  asActor(actor, (tx) => work(tx, actor))

/** Sent one after another by as many parents, and put where the test begins. */
async function queueOf(school: School, statuses: readonly Status[], areas = ''): Promise<Ready[]> {
  const drafts = await readyDrafts(statuses.length, school)
  for (const [at, { parent, number }] of drafts.entries()) {
    await as(parent, (tx) => send(tx, parent, number, later(at)))
    const status = statuses[at]
    const inArea = areas[at] === 'i' ? true : areas[at] === 'o' ? false : null
    if (status !== 'sent')
      await prisma().application.update({
        where: { number },
        data: { status, inArea, registeredAt: day(1), answerDue: '2027-08-31', dueAt: '2027-08-31' },
      })
  }
  return drafts
}

const numberOf = (drafts: readonly Ready[], at: number) => {
  const draft = drafts[at]
  if (!draft) throw new Error(`no draft ${at}`)
  return draft.number
}

const pageOf = (actor: Actor, after = 0) => asActor(actor, (tx) => readPlaces(tx, actor, { after }))

/** «queueNo:turn», a dot for no turn. */
async function told(school: School): Promise<string> {
  const page = await pageOf(school.clerk)
  return (page?.rows ?? [])
    .map((row) => `${row.queueNo}${row.turn === null ? '.' : `:${row.turn}`}`)
    .join(' ')
}

describe('the computed queue', () => {
  it('drops who gave up or was refused, and their numbers stay taken', async () => {
    const school = await freshSchool(like)
    await setSeats(school, 2)
    const drafts = await queueOf(
      school,
      ['registered', 'refused', 'approved', 'registered', 'sent', 'revoked', 'waiting'],
      'iiiiiii',
    )
    expect(await told(school)).toBe('1. 3. 4:1 7:2')
    const first = drafts[0]
    if (!first) throw new Error('no draft')
    await as(first.parent, (tx) => cancel(tx, first.parent, first.number, day(2)))
    expect(await told(school)).toBe('3. 4. 7:1')
    const [next] = await readyDrafts(1, school)
    if (!next) throw new Error('no draft')
    await as(next.parent, (tx) => send(tx, next.parent, next.number, day(3)))
    const own = await as(next.parent, (tx) => getOwn(tx, next.parent, next.number))
    expect(own).toMatchObject({ queueNo: 8 })
  })

  it('goes by the numbers alone where the service knows no area', async () => {
    const school = await freshSchool(like)
    const window = { opensAt: day(-1), closesAt: day(30) }
    await prisma().intakeWindow.updateMany({ where: { serviceSlug: tenthGrade.slug }, data: window })
    const offices = { school, department: school, akimat: school, sendingSchool: school }
    const child = { ...CHILD, iin: '110520500012', birthDate: '2011-05-20' }
    const parent = await addParent()
    const number = await fillDraftOf(tenthGrade, parent, offices, { child }, day(0))
    await signDraft(parent, number)
    await as(parent, (tx) => send(tx, parent, number, later(1)))
    await register(school.clerk, number, day(1), { inArea: true })
    const page = await pageOf(school.clerk)
    expect(page?.rows).toMatchObject([
      { number, queueNo: 1, area: null, told: null, actions: ['placeOnWaitingList'] },
    ])
    const confirming = as(school.clerk, (tx, clerk) => confirmArea(tx, clerk, number, true, day(2)))
    await expect(confirming).rejects.toEqual(code('forbidden'))
  })

  it('counts an address that nobody has confirmed as outside, and follows the clerk’s word', async () => {
    const school = await freshSchool(like)
    await setSeats(school, 1)
    const drafts = await queueOf(school, ['registered', 'registered'])
    expect(await told(school)).toBe('1. 2:1')
    await as(school.clerk, (tx, clerk) => confirmArea(tx, clerk, numberOf(drafts, 1), true, day(2)))
    expect(await told(school)).toBe('2. 1:1')
    const page = await pageOf(school.clerk)
    expect(page?.rows.map((row) => row.area)).toEqual([true, null])
    expect(page?.rows.map((row) => row.told?.ru)).toEqual(['Да', 'Да'])
    await as(school.clerk, (tx, clerk) => confirmArea(tx, clerk, numberOf(drafts, 1), false, day(3)))
    expect(await told(school)).toBe('1. 2:1')
    const { id } = await prisma().application.findUniqueOrThrow({ where: { number: numberOf(drafts, 1) } })
    const history = await as(school.clerk, (tx) => listHistory(tx, id))
    expect(history).toMatchObject([
      {},
      { action: 'confirmArea', from: 'registered', to: 'registered', detail: { inArea: true } },
      { action: 'confirmArea', detail: { inArea: false } },
    ])
  })

  it('counts the seats of each language by themselves', async () => {
    const school = await freshSchool(like)
    await setSeats(school, 1)
    await setSeats(school, 0, 'ru')
    const [kazakh, russian] = [
      ...(await readyDrafts(1, school)),
      ...(await readyDrafts(1, school, { language: 'ru' })),
    ]
    if (!kazakh || !russian) throw new Error('no drafts')
    for (const { parent, number } of [kazakh, russian]) {
      await as(parent, (tx) => send(tx, parent, number, later(1)))
      await prisma().application.update({
        where: { number },
        data: { status: 'registered', registeredAt: day(1) },
      })
    }
    const positions = await Promise.all(
      [kazakh, russian].map(({ parent, number }) =>
        asActor(parent, async (tx) => (await getOverview(tx, parent, number, day(2))).position),
      ),
    )
    expect(positions).toMatchObject([
      { queueNo: 1, seats: 1, place: 1, turn: null },
      { queueNo: 2, seats: 0, place: 1, turn: 1 },
    ])
    const page = await pageOf(school.clerk)
    expect(page?.queues.map((queue) => queue.language.ru)).toEqual(['казахский', 'русский'])
  })

  it('is told twenty places a page, complete and in order', async () => {
    const school = await freshSchool(like)
    await queueOf(
      school,
      Array.from({ length: 23 }, () => 'registered' as const),
      'i'.repeat(23),
    )
    const [one, two] = [await pageOf(school.clerk), await pageOf(school.clerk, 20)]
    expect(one?.next).toBe(20)
    expect(two?.next).toBeNull()
    const places = [...(one?.rows ?? []), ...(two?.rows ?? [])].map((row) => row.place)
    expect(places).toEqual(Array.from({ length: 23 }, (_, at) => at + 1))
  })
})

describe('the waiting list', () => {
  it('takes whom there is no seat for, tells the parent, and calls up in turn', async () => {
    const school = await freshSchool(like)
    await setSeats(school, 1)
    const drafts = await queueOf(school, ['approved', 'registered', 'registered'], 'iii')
    const [first, second] = [numberOf(drafts, 1), numberOf(drafts, 2)]
    const offered = () =>
      as(school.clerk, async (tx, clerk) => {
        const { seat, steps } = await readReview(tx, clerk, first, 'ru', day(2))
        return { turn: seat?.turn, steps }
      })
    // What would be refused is not offered.
    expect(await offered()).toEqual({ turn: 1, steps: ['correct'] })
    for (const number of [first, second])
      await as(school.clerk, (tx, clerk) => placeOnWaitingList(tx, clerk, number, day(2)))
    const parent = drafts[2]?.parent
    if (!parent) throw new Error('no parent')
    const seen = await asActor(parent, (tx) => getOverview(tx, parent, second, day(2)))
    expect(seen.application).toMatchObject({ status: 'waiting', dueAt: '2027-08-31' })
    expect(seen.position).toMatchObject({ turn: 2, place: 3, seats: 1 })
    const letters = () => prisma().outbox.findMany({ where: { recipientId: parent.userId } })
    expect((await letters()).map((letter) => letter.event)).toEqual([
      'application_sent',
      'application_waiting',
    ])

    await expect(
      as(school.clerk, (tx, clerk) => callUp(tx, clerk, first, day(3))),
      'there is no seat yet',
    ).rejects.toEqual(code('full'))
    await setSeats(school, 2)
    await expect(
      as(school.clerk, (tx, clerk) => callUp(tx, clerk, second, day(3))),
      'another one is first',
    ).rejects.toEqual(code('full'))
    await as(school.clerk, (tx, clerk) => callUp(tx, clerk, first, day(3)))
    expect(await offered()).toEqual({ turn: null, steps: ['prepare', 'correct'] })
    await setSeats(school, 3)
    await as(school.clerk, (tx, clerk) => callUp(tx, clerk, second, day(4)))
    expect((await letters()).map((letter) => letter.event)).toContain('application_called_up')
    expect(await told(school)).toBe('1. 2. 3.')
  })

  it('takes nobody whom there is a seat for', async () => {
    const school = await freshSchool(like)
    await setSeats(school, 1)
    const [number] = [numberOf(await queueOf(school, ['registered'], 'i'), 0)]
    await expect(
      as(school.clerk, (tx, clerk) => placeOnWaitingList(tx, clerk, number, day(2))),
    ).rejects.toEqual(code('conflict'))
    expect(await prisma().application.findUniqueOrThrow({ where: { number } })).toMatchObject({
      status: 'registered',
    })
    const letters = { event: 'application_waiting', payload: { equals: { number } } }
    expect(await prisma().outbox.count({ where: letters })).toBe(0)
  })

  it('is the clerk’s to keep where nobody has said how many seats there are', async () => {
    const school = await freshSchool(like)
    const drafts = await queueOf(school, ['registered', 'registered'], 'ii')
    const number = numberOf(drafts, 0)
    await as(school.clerk, (tx, clerk) => placeOnWaitingList(tx, clerk, number, day(2)))
    expect(await told(school)).toBe('1:1 2.')
    await as(school.clerk, (tx, clerk) => callUp(tx, clerk, number, day(3)))
    expect(await told(school)).toBe('1. 2.')
  })

  it('of two clerks at once, one wins', async () => {
    const school = await freshSchool(like)
    await setSeats(school, 0)
    const number = numberOf(await queueOf(school, ['registered'], 'i'), 0)
    const results = await Promise.allSettled(
      [school.clerk, school.director].map((actor) =>
        as(actor, (tx) => placeOnWaitingList(tx, actor, number, day(2))),
      ),
    )
    expect(results.filter((r) => r.status === 'fulfilled')).toHaveLength(1)
    expect(results.find((r) => r.status === 'rejected')).toMatchObject({ reason: { code: 'conflict' } })
  })
})

describe('the last seat', () => {
  /** As the preparing of a result takes it. */
  const takeSeat = (actor: Actor, number: number) =>
    as(actor, async (tx) => {
      const application = await getForStaff(tx, actor, number)
      await lockSeat(tx, application)
      await transition(tx, actor, 'prepareResult', application, day(2))
    })

  it('is given once, to whose turn it is, however many ask at once', async () => {
    const school = await freshSchool(like)
    await setSeats(school, 2)
    const drafts = await queueOf(school, ['registered', 'registered', 'registered', 'registered'], 'oiio')
    const results = await Promise.allSettled(
      drafts.map(({ number }, at) => takeSeat(at % 2 ? school.clerk : school.director, number)),
    )
    const given = drafts.filter((_, at) => results[at]?.status === 'fulfilled').map(({ number }) => number)
    expect(given).toEqual([numberOf(drafts, 1), numberOf(drafts, 2)])
    for (const r of results) if (r.status === 'rejected') expect(r.reason).toEqual(code('full'))
    expect(await told(school)).toBe('2. 3. 1:1 4:2')
  })

  it('stays with whoever has it when there are fewer of them, and goes to nobody else', async () => {
    const school = await freshSchool(like)
    await setSeats(school, 2)
    const drafts = await queueOf(school, ['registered', 'registered', 'registered'], 'iii')
    const [one, two, three] = [numberOf(drafts, 0), numberOf(drafts, 1), numberOf(drafts, 2)]
    await takeSeat(school.clerk, one)
    await takeSeat(school.clerk, two)
    await setSeats(school, 1)
    await expect(takeSeat(school.clerk, three)).rejects.toEqual(code('full'))
    const { facts, status } = await as(school.director, (tx, actor) => getForStaff(tx, actor, one))
    expect([status, may(school.director, 'approve', facts)]).toEqual(['on_signing', true])
    // Taken back, it is given anew: by what is there now.
    await as(school.clerk, (tx, actor) => takeBack(tx, actor, two, day(3)))
    await expect(takeSeat(school.clerk, two)).rejects.toEqual(code('full'))
    await setSeats(school, 2)
    await takeSeat(school.clerk, two)
  })

  it('is free again after a refusal, and without a limit there is always one', async () => {
    const school = await freshSchool(like)
    const drafts = await queueOf(school, ['approved', 'registered'], 'ii')
    await setSeats(school, 1)
    await expect(takeSeat(school.clerk, numberOf(drafts, 1))).rejects.toEqual(code('full'))
    await prisma().application.update({ where: { number: numberOf(drafts, 0) }, data: { status: 'revoked' } })
    await takeSeat(school.clerk, numberOf(drafts, 1))
    const other = await freshSchool(like)
    for (const { number } of await queueOf(other, ['registered', 'registered']))
      await takeSeat(other.clerk, number)
  })
})

type Deed = {
  deed: string
  status: Status
  seats: number
  run: (tx: Tx, actor: Actor, number: number) => Promise<void>
}
const DEEDS: readonly Deed[] = [
  {
    deed: 'confirmArea',
    status: 'registered',
    seats: 1,
    run: (tx, actor, number) => confirmArea(tx, actor, number, true, day(2)),
  },
  {
    deed: 'placeOnWaitingList',
    status: 'registered',
    seats: 0,
    run: (tx, actor, number) => placeOnWaitingList(tx, actor, number, day(2)),
  },
  {
    deed: 'callUp',
    status: 'waiting',
    seats: 1,
    run: (tx, actor, number) => callUp(tx, actor, number, day(2)),
  },
]

describe('the rights', () => {
  it('are those of the school’s own clerk and director', async () => {
    const school = await freshSchool(like)
    const elsewhere = await freshSchool(like)
    const methodist = await addPerson([[department, 'methodist']])
    const people: [string, Actor, string | null][] = [
      ['its clerk', school.clerk, null],
      ['its director', school.director, null],
      ['a clerk elsewhere', elsewhere.clerk, 'absent'],
      ['the methodist above', methodist, 'forbidden'],
      ['its own methodist', await addPerson([[school.id, 'methodist']]), 'forbidden'],
      ['its administrator', await addPerson([[school.id, 'admin']]), 'absent'],
      ['a stranger', await addPerson(), 'absent'],
    ]
    for (const [name, actor, refusal] of people) {
      for (const { deed, status, seats, run } of DEEDS) {
        await prisma().application.updateMany({
          where: { organisationId: school.id, status: { not: 'draft' } },
          data: { status: 'cancelled' },
        })
        await setSeats(school, seats)
        const number = numberOf(await queueOf(school, [status], 'i'), 0)
        const outcome = await as(actor, (tx) => run(tx, actor, number)).then(
          () => null,
          (error: unknown) => (error instanceof DomainError ? error.code : error),
        )
        expect(outcome, `${name} ${deed}`).toBe(refusal)
      }
      const shows = await asActor(actor, (tx) => givesPlaces(tx, actor))
      expect(shows, name).toBe(refusal === null)
    }
  })

  it('are nobody’s in a matter of their own: the page shows no button', async () => {
    const school = await freshSchool(like)
    const [own] = await queueOf(school, ['registered', 'registered'])
    if (!own) throw new Error('no draft')
    const clerk: Actor = {
      ...own.parent,
      memberships: [{ organisationId: school.id, role: 'clerk' }],
      organisationIds: [school.id],
      iin: '',
    }
    const page = await pageOf(clerk)
    expect(page?.rows.map((row) => row.actions.length > 0)).toEqual([false, true])
  })

  it('show a school no queue of another one', async () => {
    const school = await freshSchool(like)
    const other = await freshSchool(like)
    await queueOf(other, ['registered'])
    expect(await pageOf(school.clerk)).toBeNull()
    await queueOf(school, ['registered'])
    const asked = { organisationId: other.id, after: 0 }
    await expect(as(school.clerk, (tx, clerk) => readPlaces(tx, clerk, asked))).rejects.toEqual(
      code('absent'),
    )
  })
})

describe('the receipt', () => {
  it('is given at registering with the clerk’s word still open', async () => {
    const school = await freshSchool(like)
    const drafts = await queueOf(school, ['sent'])
    const number = numberOf(drafts, 0)
    const scanId = await attachFile(number, 'signedStatement', school.clerk)
    await prisma().revision.updateMany({ where: { currentOf: { number } }, data: { scanId } })
    await register(school.clerk, number, day(1))
    const page = await pageOf(school.clerk)
    expect(page).toMatchObject({ unregistered: 0, seats: null, taken: 0 })
    expect(page?.rows).toMatchObject([
      {
        number,
        place: 1,
        turn: null,
        area: null,
        actions: ['confirmArea', 'placeOnWaitingList'],
      },
    ])
  })
})
