import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/domain/actor'
import { neededDocuments, withProfile } from '@/lib/domain/answers'
import { DomainError } from '@/lib/domain/error'
import { asActor, prisma } from '@/lib/platform/db'
import { firstGrade } from '@/lib/services/first-grade'
import { testDatabase } from '@/test/database'
import { exampleAnswers } from '@/test/example-answers'
import { addParent, attachFile, profileOf, type School, seedSchools } from '@/test/school'
import { getForStaff, listHistory } from './data'
import { futurePupil, later, OPENING, openIntake, PERIOD, type Ready, readyDrafts } from './enrolment.fixture'
import { saveStep } from './parent/drafts'
import { freeze } from './parent/freezing'
import { getOverview } from './parent/overview'
import { chooseSigningAtSchool, send } from './parent/sending'
import { startDraft } from './parent/starting'
import { register } from './provider/intake'

await testDatabase()
let a: School
let b: School

beforeAll(async () => {
  ;({ a, b } = await seedSchools())
  await openIntake()
})

const code = (value: string) => expect.objectContaining({ code: value })
const sendAt = ({ parent, number }: Pick<Ready, 'parent' | 'number'>, now: Date) =>
  asActor(parent, (tx) => send(tx, parent, number, now))

/** As people do: who is told that it could not be saved now presses once more, and finds it sent or sends it. */
async function press(draft: Ready, now: Date, left = 5): Promise<void> {
  await sendAt(draft, now).catch((error: unknown) => {
    if (error instanceof DomainError && error.code === 'conflict' && left < 5) return
    if (error instanceof DomainError || left === 0) throw error
    return press(draft, now, left - 1)
  })
}

const sentTo = (school: School) =>
  prisma().application.findMany({
    where: { organisationId: school.id, queueNo: { not: null } },
    orderBy: { queueNo: 'asc' },
    select: { number: true, queueNo: true, queueVariant: true, sentAt: true, status: true },
  })

const upTo = (n: number) => Array.from({ length: n }, (_, at) => at + 1)

describe('an opening race', () => {
  it('gives each of 200 who send in one second a number, a moment and a place, complete and in order', async () => {
    const drafts = await readyDrafts(200, a)
    // The clocks of machines differ a little, so that moments come out of order and twice.
    const results = await Promise.allSettled(drafts.map((draft, at) => press(draft, later((at * 37) % 50))))
    expect(results.filter((r) => r.status === 'rejected')).toEqual([])
    const sent = await sentTo(a)
    expect(sent.map((one) => one.queueNo)).toEqual(upTo(200))
    expect(new Set(sent.map((one) => one.number)).size).toBe(200)
    const moments = sent.map((one) => one.sentAt?.getTime() ?? 0)
    expect(new Set(moments).size).toBe(200)
    expect(moments).toEqual([...moments].sort((x, y) => x - y))
    expect(Math.min(...moments)).toBeGreaterThanOrEqual(OPENING.getTime())
  }, 120_000)

  it('tells the parent and the school the same moment and place', async () => {
    const [draft] = await readyDrafts(1, a)
    if (!draft) throw new Error('no draft')
    await sendAt(draft, later(100))
    const { parent, number } = draft
    const own = await asActor(parent, (tx) => getOverview(tx, parent, number, later(1000)))
    const work = await asActor(a.clerk, (tx) => getForStaff(tx, a.clerk, number))
    const [sending] = await asActor(a.clerk, (tx) => listHistory(tx, work.id))
    expect(own.position).toMatchObject({ queueNo: 201, takenAt: work.sentAt, place: null, turn: null })
    expect(work.queueNo).toBe(201)
    expect(sending).toMatchObject({ action: 'send', at: work.sentAt })
  })

  it('numbers each school and each language apart or together as the law counts: by school', async () => {
    const drafts = [...(await readyDrafts(3, b)), ...(await readyDrafts(3, b, { language: 'ru' }))]
    await Promise.all(drafts.map((draft) => sendAt(draft, later(5))))
    const sent = await sentTo(b)
    expect(sent.map((one) => one.queueNo)).toEqual(upTo(6))
    expect(sent.map((one) => one.queueVariant).sort()).toEqual(['kk', 'kk', 'kk', 'ru', 'ru', 'ru'])
  })

  it('gives a number back when the sending fails, so that there is no gap', async () => {
    const [one, two] = await readyDrafts(2, b)
    if (!one || !two) throw new Error('no drafts')
    const failing = asActor(one.parent, async (tx) => {
      await send(tx, one.parent, one.number, later(10))
      throw new DomainError('unavailable')
    })
    await Promise.allSettled([failing, sendAt(two, later(10))])
    await sendAt(one, later(11))
    expect((await sentTo(b)).map((row) => row.queueNo)).toEqual(upTo(8))
  })

  it('registers one child once in the country, whoever applies and wherever', async () => {
    const child = futurePupil()
    const [here] = await readyDrafts(1, a, { child })
    const [there] = await readyDrafts(1, b, { child })
    if (!here || !there) throw new Error('no drafts')
    await prisma().revision.updateMany({
      where: { currentOf: { number: { in: [here.number, there.number] } } },
      data: { scanId: await attachFile(here.number, 'signedStatement', here.parent) },
    })
    await Promise.all([sendAt(here, later(20)), sendAt(there, later(20))])
    const results = await Promise.allSettled([
      register(a.clerk, here.number, later(1000)),
      register(b.clerk, there.number, later(1000)),
    ])
    expect(results.filter((r) => r.status === 'fulfilled')).toHaveLength(1)
    expect(results.find((r) => r.status === 'rejected')).toMatchObject({ reason: { code: 'duplicate' } })
  })
})

describe('the window', () => {
  it('lets nobody send before the opening or after the closing', async () => {
    const [draft] = await readyDrafts(1, a)
    if (!draft) throw new Error('no draft')
    await expect(sendAt(draft, later(-1))).rejects.toEqual(code('closed'))
    await expect(sendAt(draft, new Date('2027-08-31T19:00:00Z'))).rejects.toEqual(code('closed'))
    const before = await prisma().application.findUniqueOrThrow({ where: { number: draft.number } })
    expect(before).toMatchObject({ status: 'draft', queueNo: null, sentAt: null })
    await sendAt(draft, new Date('2027-08-31T18:59:59.999Z'))
  })

  it('tells a ready draft when it opens, and what the answer will then be', async () => {
    const [draft] = await readyDrafts(1, a)
    if (!draft) throw new Error('no draft')
    const { parent, number } = draft
    const at = (now: Date) => asActor(parent, (tx) => getOverview(tx, parent, number, now))
    const early = await at(later(-86_400_000))
    expect(early.window).toMatchObject({ kind: 'before', window: { opensAt: OPENING } })
    expect(early.due).toEqual({ intakeDue: '2027-04-02', answerDue: '2027-08-31' })
    expect((await at(later(0))).window.kind).toBe('open')
    const late = await at(new Date('2027-10-01T04:00:00Z'))
    expect(late).toMatchObject({ window: { kind: 'closed', closedOn: '2027-08-31' }, due: null })
  })
})

describe('ten devices of one family', () => {
  it('give one application, whatever they do at once', async () => {
    const parent = await addParent()
    const ten = async <T>(work: (now: Date) => Promise<T>): Promise<PromiseSettledResult<T>[]> => {
      const results = await Promise.allSettled(upTo(10).map((device) => work(later(device))))
      expect(results.some((r) => r.status === 'fulfilled')).toBe(true)
      // Nothing but the polite answers: somebody was first.
      for (const r of results) if (r.status === 'rejected') expect(r.reason).toEqual(code('conflict'))
      return results
    }
    const started = await ten((now) =>
      asActor(parent, (tx) => startDraft(tx, parent, 'first-grade', 'kk', now)),
    )
    const numbers = started.flatMap((r) => (r.status === 'fulfilled' ? r.value.number : []))
    expect(new Set(numbers).size).toBe(1)
    const number = numbers[0] ?? 0
    await fillByTen(parent, number, ten)
    await ten((now) => freeze(parent, number, 'kk', now))
    await ten((now) => asActor(parent, (tx) => chooseSigningAtSchool(tx, parent, number, now)))
    const sent = await ten((now) => sendAt({ parent, number }, now))
    expect(sent.filter((r) => r.status === 'fulfilled')).toHaveLength(1)

    const own = await prisma().application.findMany({
      where: { ownerId: parent.userId },
      select: { status: true, queueNo: true, currentRevision: { select: { ordinal: true } } },
    })
    expect(own).toEqual([{ status: 'sent', queueNo: expect.any(Number), currentRevision: { ordinal: 1 } }])
    expect(await prisma().outbox.count({ where: { recipientId: parent.userId } })).toBe(1)
    // The others' second press finds what the first one did.
    const seen = await asActor(parent, (tx) => getOverview(tx, parent, number, later(5000)))
    expect(seen.application.status).toBe('sent')
  })

  async function fillByTen(
    parent: Actor,
    number: number,
    ten: (work: (now: Date) => Promise<unknown>) => Promise<unknown>,
  ): Promise<void> {
    const profile = await profileOf(parent)
    const organisations = { school: a.id, department: a.id, akimat: a.id, sendingSchool: b.id }
    const answers = exampleAnswers(firstGrade, { organisations, child: futurePupil(), profile })
    for (const step of firstGrade.steps)
      await ten((now) =>
        asActor(parent, (tx) =>
          saveStep(tx, parent, { number, step, answers: answers[step.key] ?? {}, profile }, now),
        ),
      )
    const needed = neededDocuments(firstGrade, withProfile(firstGrade, answers, profile))
    for (const { key } of needed) await attachFile(number, key, parent)
    const { periodKey } = await prisma().application.findUniqueOrThrow({ where: { number } })
    expect(periodKey).toBe(PERIOD)
  }
})
