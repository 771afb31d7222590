import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/domain/actor'
import { undoUntil } from '@/lib/domain/claim-slip'
import { asActor, asSystem, prisma } from '@/lib/platform/db'
import { testDatabase } from '@/test/database'
import { waitsForLock } from '@/test/lock'
import { pdfText } from '@/test/pdf-text'
import { addParent, addPerson, fillDraft, type School, seedSchools, TUESDAY } from '@/test/school'
import { ask, GRADE, OPINION, replace } from '../correction.fixture'
import { getOwn } from '../data'
import { getReadable, listCorrected } from '../documents'
import { saveCorrected } from '../parent/correcting'
import { getOverview } from '../parent/overview'
import { listOwn } from '../parent/own-list'
import { cancel } from '../parent/sending'
import { writeToProvider } from '../parent/writing'
import { readReview } from '../provider/review'
import { hour, sentTo } from '../provider/work.fixture'
import { writeToApplicant } from '../provider/writing'
import { claim } from './claiming'
import { accept, another, CODE, enter, giveSlip, newClaimant, ownerOf, VISITOR } from './entry.fixture'
import { proveIdentity } from './identity'
import { issueSlip } from './slips'
import { forgetPaperOwners, undoClaim } from './undoing'

const database = await testDatabase()
let a: School
let b: School
let department: string
/** Accepted at school A; each test makes itself another like it. */
let first: number

beforeAll(async () => {
  ;({ a, b, department } = await seedSchools())
  first = (await accept(a)).number
})

beforeEach(async () => {
  await prisma().rateLimiterFlexible.deleteMany()
})

const code = (value: string) => expect.objectContaining({ code: value })
const TYPED = { iin: VISITOR.iin, code: CODE }
const tryClaim = (actor: Actor, number: number, typed: Partial<typeof TYPED> = {}, now = hour(3)) =>
  claim(actor, { number, ...TYPED, ...typed }, 'kk', now)
const undo = (actor: Actor, number: number, now = hour(4)) =>
  asActor(actor, (tx) => undoClaim(tx, actor, number, now))
const review = (actor: Actor, number: number, now = hour(4)) =>
  asActor(actor, (tx) => readReview(tx, actor, number, 'ru', now))
const slipOf = (number: number) =>
  prisma().claimSlip.findFirstOrThrow({ where: { application: { number } }, orderBy: { createdAt: 'desc' } })

describe('a slip', () => {
  it('is printed with a code that nothing else ever holds; a new one voids it', async () => {
    const printed = async (replaces: string) => {
      const { pdf } = await issueSlip(a.clerk, first, replaces, hour(2))
      return /[0-9A-Z]{4}(-[0-9A-Z]{4}){2}/.exec(await pdfText(pdf))?.[0]?.replaceAll('-', '') ?? ''
    }
    const one = await printed('')
    expect(one).toHaveLength(12)
    await expect(issueSlip(a.clerk, first, '', hour(2))).rejects.toEqual(code('conflict'))
    const two = await printed((await slipOf(first)).id)
    expect(two).not.toBe(one)
    const parent = await newClaimant()
    expect(await tryClaim(parent, first, { code: one })).toBe('wrong')
    expect(await tryClaim(parent, first, { code: two })).toBe('claimed')
    const tables = ['claim_slip', 'audit_event', 'history_event', 'outbox', 'rate_limiter', 'application']
    for (const table of tables) {
      const rows = JSON.stringify(await database.sql(`SELECT * FROM ${table}`))
      for (const secret of [one, two]) expect(rows.includes(secret), table).toBe(false)
    }
    await undo(a.clerk, first)
  })

  it('is given by those who work the application, and by nobody else', async () => {
    const number = await another(first)
    const own = await addPerson([[a.id, 'clerk']], { iin: VISITOR.iin })
    const methodist = await addPerson([[department, 'methodist']])
    const issue = (actor: Actor, of = number) => issueSlip(actor, of, '', hour(2))
    for (const stranger of [b.clerk, b.director, await addParent()])
      await expect(issue(stranger)).rejects.toEqual(code('absent'))
    for (const member of [own, methodist]) await expect(issue(member)).rejects.toEqual(code('forbidden'))
    const { number: fromCabinet } = await sentTo(a)
    await expect(issue(a.clerk, fromCabinet)).rejects.toEqual(code('absent'))
    const { number: draft } = await enter(a)
    await expect(issue(a.clerk, draft)).rejects.toEqual(code('absent'))
  })
})

describe('a claim', () => {
  it('moves the application with all its papers, and tells both sides', async () => {
    const number = await another(first)
    await giveSlip(number)
    const before = await ownerOf(number)
    await prisma().application.update({ where: { number }, data: { assigneeId: a.director.userId } })
    const parent = await newClaimant()
    await prisma().outbox.deleteMany()
    expect(await tryClaim(parent, number)).toBe('claimed')
    const own = await asActor(parent, (tx) => getOwn(tx, parent, number))
    expect(own).toMatchObject({ ownerId: parent.userId, origin: 'paper', locale: 'kk', status: 'sent' })
    await asActor(parent, (tx) => getReadable(tx, parent, number))
    const ghost = { ...parent, userId: before }
    await expect(asActor(ghost, (tx) => getOwn(tx, ghost, number))).rejects.toEqual(code('absent'))
    const letters = await prisma().outbox.findMany({ select: { event: true, recipientId: true } })
    expect(letters).toEqual(
      expect.arrayContaining([
        { event: 'application_claimed', recipientId: parent.userId },
        { event: 'staff_claimed', recipientId: a.director.userId },
      ]),
    )
    const last = await prisma().historyEvent.findFirstOrThrow({
      where: { applicationId: own.id, action: 'claim' },
    })
    expect(last).toMatchObject({ actorId: parent.userId, actorName: parent.name, from: 'sent', to: 'sent' })
    // What was seen at the desk is the application's; of the claimant's account nobody has seen anything.
    expect(await prisma().account.findUniqueOrThrow({ where: { id: parent.userId } })).toMatchObject({
      iinProvenBy: null,
    })
    expect(await review(a.clerk, number)).toMatchObject({
      isProven: true,
      inPerson: {
        mayProve: false,
        paper: { slip: null, maySlip: false, claim: { name: parent.name, mayUndo: true } },
      },
    })
    expect(await tryClaim(await newClaimant(), number)).toBe('wrong')
  })

  it.each<[string, (number: number) => Promise<unknown>]>([
    ['another number', async () => tryClaim(await newClaimant(), 99_999_999)],
    ['another IIN', async (number) => tryClaim(await newClaimant(), number, { iin: '850315300019' })],
    ['another code', async (number) => tryClaim(await newClaimant(), number, { code: 'AAAAAAAAAAAA' })],
    ['no code at all', async (number) => tryClaim(await newClaimant(), number, { code: '' })],
    ['a slip that has run out', async (number) => tryClaim(await newClaimant(), number, {}, hour(31 * 24))],
    ['an application from a cabinet', async () => tryClaim(await newClaimant(), (await sentTo(a)).number)],
    ['a draft', async () => tryClaim(await newClaimant(), (await enter(a)).number)],
  ])('is told no more than that something is wrong: %s', async (_, press) => {
    const number = await another(first)
    await giveSlip(number)
    const before = await ownerOf(number)
    expect(await press(number)).toBe('wrong')
    expect(await ownerOf(number)).toBe(before)
  })

  it('is good to the end of the thirtieth day', async () => {
    const number = await another(first)
    await giveSlip(number, TUESDAY)
    const { expiresAt } = await slipOf(number)
    const parent = await newClaimant()
    expect(await tryClaim(parent, number, {}, expiresAt)).toBe('wrong')
    expect(await tryClaim(parent, number, {}, new Date(expiresAt.getTime() - 1))).toBe('claimed')
  })

  it('the sixth try is none, though it were right; who knows neither part uses none up', async () => {
    const number = await another(first)
    await giveSlip(number)
    const stranger = await newClaimant()
    for (let i = 0; i < 8; i += 1)
      expect(await tryClaim(stranger, number, { iin: '850315300019', code: 'AAAAAAAAAAAA' })).toBe('wrong')
    expect((await slipOf(number)).tries).toBe(0)
    const wrong = (i: number) => (i % 2 ? { code: 'AAAAAAAAAAAA' } : { iin: '850315300019' })
    const parents = await Promise.all(Array.from({ length: 8 }, newClaimant))
    await Promise.all(parents.map((parent, i) => tryClaim(parent, number, wrong(i))))
    expect((await slipOf(number)).tries).toBe(5)
    expect(await tryClaim(await newClaimant(), number)).toBe('wrong')
    expect((await review(a.clerk, number)).inPerson.paper?.slip).toMatchObject({
      triesLeft: 0,
      isUsable: false,
    })
  })

  it('is for who has confirmed an address, has no other IIN, and does not guess on and on', async () => {
    const number = await another(first)
    await giveSlip(number)
    const unconfirmed = await addPerson([], { confirmed: false })
    await expect(tryClaim(unconfirmed, number)).rejects.toEqual(code('unconfirmed'))
    expect(await tryClaim(await addParent({ iin: '850315300019' }), number)).toBe('otherIin')
    const guesser = await newClaimant()
    for (let i = 0; i < 10; i += 1) await tryClaim(guesser, 99_999_999)
    await expect(tryClaim(guesser, number)).rejects.toEqual(code('tooMany'))
    expect((await slipOf(number)).tries).toBe(0)
    expect(await tryClaim(await addParent(), number)).toBe('claimed')
  })

  it('stands back behind the claimant’s own application for the same child', async () => {
    const { number, child } = await accept(a)
    await giveSlip(number)
    const parent = await newClaimant()
    const rival = await fillDraft(parent, a.id, child)
    const { periodKey } = await prisma().application.findUniqueOrThrow({ where: { number } })
    await prisma().application.update({ where: { number: rival }, data: { periodKey } })
    expect(await tryClaim(parent, number)).toEqual({ rival })
    await prisma().application.delete({ where: { number: rival } })
    expect(await tryClaim(parent, number)).toBe('claimed')
  })

  it('of two at once one wins', async () => {
    const number = await another(first)
    await giveSlip(number)
    const parents = [await newClaimant(), await newClaimant()]
    const answers = await Promise.all(parents.map((parent) => tryClaim(parent, number)))
    expect(answers.sort()).toEqual(['claimed', 'wrong'])
    expect(parents.map(({ userId }) => userId)).toContain(await ownerOf(number))
  })
})

describe('of a claim is told', () => {
  const toldOf = async (number: number) => {
    await prisma().outbox.deleteMany()
    expect(await tryClaim(await newClaimant(), number)).toBe('claimed')
    const letters = await prisma().outbox.findMany({
      where: { event: 'staff_claimed' },
      select: { recipientId: true },
    })
    return letters.map(({ recipientId }) => recipientId)
  }

  it('who has entered it; where they work there no more, whoever works there', async () => {
    const [number, later] = [await another(first), await another(first)]
    const clerk = await addPerson([[a.id, 'clerk']])
    await prisma().historyEvent.updateMany({
      where: { action: 'send', application: { number: { in: [number, later] } } },
      data: { actorId: clerk.userId },
    })
    await giveSlip(number)
    await giveSlip(later)
    expect(await toldOf(number)).toEqual([clerk.userId])
    await prisma().membership.deleteMany({ where: { accountId: clerk.userId } })
    expect(await toldOf(later)).toContain(a.clerk.userId)
  })
})

describe('a new slip', () => {
  it('waits for a claim that is under way, and is none when that was the one', async () => {
    const number = await another(first)
    const slip = await giveSlip(number)
    let issued: Promise<unknown> = Promise.resolve()
    // As a claim does it: the application is held, then its slip.
    await asSystem('test', async (tx) => {
      await tx.$queryRaw`SELECT id FROM application WHERE number = ${number} FOR UPDATE`
      issued = expect(issueSlip(a.clerk, number, slip, hour(3))).rejects.toEqual(code('conflict'))
      await waitsForLock()
      await tx.claimSlip.update({ where: { id: slip }, data: { claimedAt: hour(3) } })
    })
    await issued
    expect(await prisma().claimSlip.count({ where: { application: { number } } })).toBe(1)
  })
})

describe('undoing a claim', () => {
  async function claimed(): Promise<{ number: number; parent: Actor; before: string }> {
    const number = await another(first)
    await giveSlip(number)
    const before = await ownerOf(number)
    const parent = await newClaimant()
    await tryClaim(parent, number)
    return { number, parent, before }
  }

  it('brings the application back, tells who lost it, and lets a new slip be given', async () => {
    const { number, parent, before } = await claimed()
    await undo(a.clerk, number)
    expect(await ownerOf(number)).toBe(before)
    await expect(asActor(parent, (tx) => getOwn(tx, parent, number))).rejects.toEqual(code('absent'))
    const told = await prisma().outbox.findMany({ where: { recipientId: parent.userId } })
    expect(told.map(({ event }) => event)).toContain('application_claim_undone')
    expect((await review(a.clerk, number)).inPerson.paper).toMatchObject({
      claim: null,
      slip: null,
      maySlip: true,
      undone: { byName: a.clerk.name },
    })
    await expect(undo(a.clerk, number)).rejects.toEqual(code('conflict'))
    await giveSlip(number, hour(5))
    expect(await tryClaim(parent, number, {}, hour(6))).toBe('claimed')
  })

  it('leaves nothing that was typed or put in meanwhile to whoever claims it next', async () => {
    const number = await another(first)
    await giveSlip(number)
    const [stranger, parent] = [await newClaimant(), await newClaimant()]
    expect(await tryClaim(stranger, number)).toBe('claimed')
    await ask(a, number, [GRADE, OPINION], hour(4))
    const posted = (name: string) => (name === 'grade' ? '9' : '')
    const typed = { number, step: 'school', posted, press: null }
    await asActor(stranger, (tx) => saveCorrected(tx, stranger, typed, hour(5)))
    await replace(stranger, number, 'medicalOpinion')
    const unsent = (actor: Actor) =>
      asActor(actor, async (tx) => {
        const application = await getOwn(tx, actor, number)
        const files = await listCorrected(tx, application.id)
        return { grade: application.answers.school?.grade, files: files.length, status: application.status }
      })
    expect(await unsent(stranger)).toEqual({ grade: '9', files: 1, status: 'correction' })
    await undo(a.clerk, number, hour(6))
    await giveSlip(number, hour(7))
    expect(await tryClaim(parent, number, {}, hour(8))).toBe('claimed')
    expect(await unsent(parent)).toEqual({ grade: '5', files: 0, status: 'correction' })
  })

  it('leaves what was written and who wrote it to the school, and nothing to whoever claims it next', async () => {
    const number = await another(first)
    await giveSlip(number)
    const [stranger, parent] = [await newClaimant(), await newClaimant()]
    const name = 'Стравинская Инесса'
    expect(await tryClaim({ ...stranger, name }, number)).toBe('claimed')
    await writeToProvider({ ...stranger, name }, number, 'Это не мой ребенок', hour(4))
    await writeToApplicant(a.clerk, number, 'Проверим', hour(4))
    await undo(a.clerk, number, hour(5))
    await giveSlip(number, hour(6))
    expect(await tryClaim(parent, number, {}, hour(7))).toBe('claimed')
    const own = () => asActor(parent, (tx) => getOverview(tx, parent, number, hour(8)))
    const isNew = async () =>
      (await asActor(parent, (tx) => listOwn(tx, parent, null, new Date()))).rows.map(
        (row) => row.hasNewMessage,
      )
    const { messages, history } = await own()
    expect(messages).toEqual([])
    expect(await isNew()).toEqual([false])
    expect(history.map(({ action }) => action)).toEqual(['send', 'claim', 'undoClaim', 'claim'])
    expect(JSON.stringify(history)).not.toContain(name)
    expect(history.at(-1)).toMatchObject({ actorName: parent.name })
    await writeToApplicant(a.clerk, number, 'Здравствуйте', hour(8))
    const letters = await prisma().outbox.count({
      where: { recipientId: parent.userId, event: 'message_received' },
    })
    expect(letters).toBe(1)
    expect(await isNew()).toEqual([true])
    expect((await own()).messages).toMatchObject([{ body: 'Здравствуйте', isNew: true }])
    const { talk, history: known } = await review(a.clerk, number, hour(8))
    expect(talk?.messages.map(({ body }) => body)).toEqual(['Это не мой ребенок', 'Проверим', 'Здравствуйте'])
    expect(JSON.stringify(known)).toContain(name)
  })

  it('is for fourteen days, to the millisecond', async () => {
    const [one, two] = [await claimed(), await claimed()]
    const until = undoUntil(hour(3))
    const late = new Date(until.getTime() + 1)
    await expect(undo(a.clerk, one.number, late)).rejects.toEqual(code('closed'))
    expect((await review(a.clerk, one.number, late)).inPerson.paper?.claim?.mayUndo).toBe(false)
    await undo(a.clerk, two.number, until)
  })

  it('is for those who work the application', async () => {
    const { number, parent } = await claimed()
    for (const stranger of [b.clerk, await addParent(), parent])
      await expect(undo(stranger, number)).rejects.toEqual(code('absent'))
    const methodist = await addPerson([[department, 'methodist']])
    await expect(undo(methodist, number)).rejects.toEqual(code('forbidden'))
  })

  it('against a step of the claimant: one wins, the other is told', async () => {
    const { number, parent, before } = await claimed()
    const [undone, cancelled] = await Promise.allSettled([
      undo(a.clerk, number),
      asActor(parent, (tx) => cancel(tx, parent, number, hour(4))),
    ])
    expect([undone.status, cancelled.status].sort()).toEqual(['fulfilled', 'rejected'])
    const { status, ownerId } = await prisma().application.findUniqueOrThrow({ where: { number } })
    if (undone.status === 'fulfilled') expect([status, ownerId]).toEqual(['sent', before])
    else expect([status, ownerId]).toEqual(['cancelled', parent.userId])
  })

  it('needs the account that the application came from: it goes when nothing can be undone any more', async () => {
    const { number, before } = await claimed()
    const kept = () => prisma().account.count({ where: { id: before } })
    const at = (days: number) => new Date(hour(3).getTime() + days * 86_400_000)
    await asActor(a.clerk, (tx) => forgetPaperOwners(tx, at(14)))
    expect(await kept()).toBe(1)
    await asActor(a.clerk, (tx) => forgetPaperOwners(tx, at(16)))
    expect(await kept()).toBe(0)
    expect(await ownerOf(number)).not.toBe(before)
    expect(await prisma().account.count({ where: { id: await ownerOf(first) } })).toBe(1)
  })
})

describe('seeing a document', () => {
  const prove = (actor: Actor, number: number) =>
    asActor(actor, (tx) => proveIdentity(tx, actor, number, hour(3)))

  it('proves whose the account is, once, and history names who saw it', async () => {
    const { number, parent } = await sentTo(a)
    expect((await review(a.clerk, number)).inPerson).toEqual({ paper: null, mayProve: true })
    await prove(a.clerk, number)
    const { iinProvenBy } = await prisma().account.findUniqueOrThrow({ where: { id: parent.userId } })
    expect(iinProvenBy).toBe('school')
    const { history, isProven, inPerson } = await review(a.clerk, number)
    expect([isProven, inPerson.mayProve]).toEqual([true, false])
    expect(history.at(-1)).toMatchObject({ action: 'proveIdentity', actorName: a.clerk.name })
    await expect(prove(a.clerk, number)).rejects.toEqual(code('conflict'))
  })

  it('not where the account says another IIN than the statement', async () => {
    const { number, parent } = await sentTo(a)
    await prisma().account.update({ where: { id: parent.userId }, data: { iin: '850315300019' } })
    await expect(prove(a.clerk, number)).rejects.toEqual(code('conflict'))
    expect((await review(a.clerk, number)).inPerson.mayProve).toBe(false)
  })

  it('not by strangers, nor by the person themself', async () => {
    const { number } = await sentTo(a)
    await expect(prove(b.clerk, number)).rejects.toEqual(code('absent'))
    const own = await addPerson([[a.id, 'clerk']], { iin: VISITOR.iin })
    await expect(prove(own, number)).rejects.toEqual(code('forbidden'))
    const methodist = await addPerson([[department, 'methodist']])
    await expect(prove(methodist, number)).rejects.toEqual(code('forbidden'))
  })
})
