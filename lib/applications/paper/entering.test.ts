import { beforeAll, describe, expect, it, vi } from 'vitest'
import { getProfile } from '@/lib/accounts/data'
import { requestReset } from '@/lib/accounts/mutations'
import { checkPassword } from '@/lib/auth/sign-in'
import type { Actor } from '@/lib/domain/actor'
import { answerAt } from '@/lib/domain/answers'
import { drain } from '@/lib/notifications/delivery'
import { asActor, asSystem, prisma } from '@/lib/platform/db'
import { homeSchooling } from '@/lib/services/home-schooling'
import { testDatabase } from '@/test/database'
import { addOffice, addParent, addPerson, type School, seedSchools, TUESDAY } from '@/test/school'
import { getEntered, listHistory } from '../data'
import { getFillable, getReadable, removeDocument } from '../documents'
import { saveTyped } from '../parent/editing'
import { freeze } from '../parent/freezing'
import { getStepPage } from '../parent/step-page'
import { register } from '../provider/intake'
import { listQueue } from '../provider/queue'
import { readReview } from '../provider/review'
import { hour } from '../provider/work.fixture'
import { acceptEntry, deleteEntry, getApplicant, startEntry } from './entering'
import { accept, enter, sign, VISITOR } from './entry.fixture'
import { getEntryChoices, getEntryPage } from './entry-page'

await testDatabase()
let a: School
let b: School
let department: string

beforeAll(async () => {
  ;({ a, b, department } = await seedSchools())
})

const code = (value: string) => expect.objectContaining({ code: value })
const home = (organisationId: string) => ({ organisationId, slug: 'home-schooling', locale: 'kk' }) as const

describe('a draft at the desk', () => {
  it('belongs to an account of nobody, goes to the school of the clerk, and names the clerk', async () => {
    const number = await asActor(a.clerk, (tx) => startEntry(tx, a.clerk, home(a.id), TUESDAY))
    const found = await asActor(a.clerk, (tx) => getEntered(tx, a.clerk, number))
    expect(found).toMatchObject({ origin: 'paper', status: 'draft', organisationId: a.id, locale: 'kk' })
    expect(answerAt(found.answers, homeSchooling.organisation)).toBe(a.id)
    expect(await prisma().account.findUniqueOrThrow({ where: { id: found.ownerId } })).toMatchObject({
      isPaper: true,
      email: '',
      emailConfirmedAt: null,
    })
    const [begun] = await prisma().historyEvent.findMany({ where: { applicationId: found.id } })
    expect(begun).toMatchObject({ action: 'create', actorId: a.clerk.userId, actorName: a.clerk.name })
  })

  it('is one however often the button is pressed', async () => {
    const school = await addOffice('school')
    const start = () => asActor(school.clerk, (tx) => startEntry(tx, school.clerk, home(school.id), TUESDAY))
    const [one, two] = await Promise.all([start(), start()])
    expect(one).toBe(two)
    expect(await prisma().application.count({ where: { organisationId: school.id } })).toBe(1)
  })

  it('is of a service that this organisation gives, for members who work applications', async () => {
    const village = await addOffice('akimat')
    const methodist = await addPerson([[department, 'methodist']])
    const admin = await addPerson([[a.id, 'admin']])
    const parent = await addParent()
    for (const [actor, entry] of [
      [a.clerk, home(b.id)],
      [methodist, home(a.id)],
      [admin, home(a.id)],
      [parent, home(a.id)],
      [village.clerk, home(village.id)],
      [a.clerk, { ...home(a.id), slug: 'no-such' }],
    ] as const)
      await expect(asActor(actor, (tx) => startEntry(tx, actor, entry, TUESDAY))).rejects.toEqual(
        code('absent'),
      )
    const choices = await asActor(village.clerk, (tx) => getEntryChoices(tx, village.clerk, TUESDAY))
    expect(choices.services.map(({ slug }) => slug)).toEqual(['transport'])
  })

  it('is not begun by an organisation that was closed', async () => {
    const school = await addOffice('school')
    await prisma().organisation.update({ where: { id: school.id }, data: { closedAt: TUESDAY } })
    const { clerk } = school
    await expect(asActor(clerk, (tx) => startEntry(tx, clerk, home(school.id), TUESDAY))).rejects.toEqual(
      code('closed'),
    )
    expect((await asActor(clerk, (tx) => getEntryChoices(tx, clerk, TUESDAY))).services).toEqual([])
  })

  it('is absent for all others, by every door', async () => {
    const { number } = await enter(a)
    const methodist = await addPerson([[department, 'methodist']])
    const admin = await addPerson([[a.id, 'admin']])
    const slot = { number, slot: 'birthCertificate' }
    const doors: readonly ((actor: Actor) => Promise<unknown>)[] = [
      (actor) => asActor(actor, (tx) => getApplicant(tx, actor, number)),
      (actor) => asActor(actor, (tx) => getEntryPage(tx, actor, number, 'ru', hour(1))),
      (actor) => asActor(actor, (tx) => getReadable(tx, actor, number)),
      (actor) => asActor(actor, (tx) => getFillable(tx, actor, slot)),
      (actor) => asActor(actor, (tx) => deleteEntry(tx, actor, number)),
      (actor) => acceptEntry(actor, number, hour(1)),
    ]
    for (const stranger of [b.clerk, b.director, methodist, admin, await addParent()])
      for (const door of doors) await expect(door(stranger)).rejects.toEqual(code('absent'))
    for (const member of [a.clerk, a.director]) await asActor(member, (tx) => getFillable(tx, member, slot))
    const listed = await asActor(a.clerk, (tx) => listDrafts(tx, a.clerk))
    expect(listed).toContain(number)
    expect(await asActor(b.clerk, (tx) => listDrafts(tx, b.clerk))).not.toContain(number)
  })

  it('asks for everything but an address for letters, and keeps what was typed wrongly', async () => {
    const number = await asActor(a.clerk, (tx) => startEntry(tx, a.clerk, home(a.id), TUESDAY))
    const { applicant } = await asActor(a.clerk, (tx) => getApplicant(tx, a.clerk, number))
    const page = () => asActor(applicant, (tx) => getStepPage(tx, applicant, number, 'parent', TUESDAY))
    expect((await page()).asked.map(({ key }) => key)).not.toContain('email')
    const [year, month, day] = VISITOR.birthDate.split('-')
    const typed: Record<string, string | undefined> = {
      ...VISITOR,
      'birthDate-year': year,
      'birthDate-month': month,
      'birthDate-day': day,
    }
    const save = (values: typeof typed) =>
      asActor(applicant, (tx) =>
        saveTyped(tx, applicant, { number, step: 'parent', posted: (name) => values[name] ?? '' }, TUESDAY),
      )
    expect((await save(typed)).faults).toEqual([])
    expect(await asActor(applicant, (tx) => getProfile(tx, applicant))).toMatchObject(VISITOR)
    expect((await page()).values).toMatchObject({ iin: VISITOR.iin, familyName: VISITOR.familyName })
    const wrong = await save({ ...typed, iin: '123', patronymic: '' })
    expect(wrong.faults.map(({ field }) => field)).toEqual(['iin'])
    const after = await page()
    expect(after.values.iin).toBe('123')
    expect(after.values.patronymic ?? '').toBe('')
    expect(after.given).toEqual([])
    expect(await prisma().familyChild.count({ where: { accountId: applicant.userId } })).toBe(0)
  })

  it('goes to the school that enters it, whatever is posted', async () => {
    const { number, applicant } = await enter(a)
    const posted = (name: string) => ({ organisation: b.id, grade: '6' })[name] ?? ''
    await asActor(applicant, (tx) => saveTyped(tx, applicant, { number, step: 'school', posted }, TUESDAY))
    const { organisationId, answers } = await asActor(a.clerk, (tx) => getEntered(tx, a.clerk, number))
    expect([organisationId, answerAt(answers, 'school.organisation')]).toEqual([a.id, a.id])
    const page = await asActor(applicant, (tx) => getStepPage(tx, applicant, number, 'school', TUESDAY))
    expect(page.given.map(({ field, value }) => [field.key, value])).toEqual([['organisation', a.id]])
    expect(Object.keys(page.names)).toEqual([a.id])
  })

  it('goes for good with all that was entered of the person', async () => {
    const { number, applicant } = await enter(a)
    await asActor(a.clerk, (tx) => deleteEntry(tx, a.clerk, number))
    expect(await prisma().application.count({ where: { number } })).toBe(0)
    expect(await prisma().account.count({ where: { id: applicant.userId } })).toBe(0)
  })
})

async function listDrafts(tx: Parameters<typeof getEntryChoices>[0], clerk: Actor): Promise<number[]> {
  return (await getEntryChoices(tx, clerk, TUESDAY)).drafts.map(({ number }) => number)
}

describe('what was brought is accepted', () => {
  it('with the scan of the signed statement; then it is registered like any other', async () => {
    const entered = await enter(a)
    const { number, applicant } = entered
    await expect(acceptEntry(a.clerk, number, hour(1))).rejects.toEqual(code('unsigned'))
    await freeze(applicant, number, 'ru', TUESDAY)
    await expect(acceptEntry(a.clerk, number, hour(1))).rejects.toEqual(code('unsigned'))
    await sign(entered)
    await acceptEntry(a.clerk, number, hour(1))
    await expect(acceptEntry(a.clerk, number, hour(1))).rejects.toEqual(code('absent'))
    await register(a.clerk, number, hour(2))

    const row = await prisma().application.findUniqueOrThrow({ where: { number }, include: { owner: true } })
    expect(row).toMatchObject({ status: 'registered', origin: 'paper' })
    expect(row.owner.iinProvenBy).toBe('school')
    const history = await asActor(a.clerk, (tx) => listHistory(tx, row.id))
    expect(history.map(({ action }) => action)).toEqual(['create', 'send', 'register'])
    const hands = await prisma().historyEvent.findMany({ where: { applicationId: row.id } })
    expect(new Set(hands.map(({ actorId }) => actorId))).toEqual(new Set([a.clerk.userId]))
    const audited = await prisma().auditEvent.findMany({
      where: { OR: [{ subject: row.id }, { subject: `account:${row.ownerId}` }] },
    })
    expect(new Set(audited.map(({ actorId }) => actorId))).toEqual(new Set([a.clerk.userId]))
  })

  it('and the queue shows that it came on paper from somebody whose document was seen', async () => {
    const { number } = await accept(a)
    const query = { view: 'all', search: String(number), service: null, flags: [], at: null } as const
    const queue = await asActor(a.clerk, (tx) => listQueue(tx, a.clerk, query, hour(2)))
    expect(queue.rows).toMatchObject([{ number, isOnPaper: true, isUnproven: false }])
    const review = await asActor(a.clerk, (tx) => readReview(tx, a.clerk, number, 'ru', hour(2)))
    expect(review).toMatchObject({
      isProven: true,
      inPerson: { mayProve: false, paper: { slip: null, claim: null } },
    })
  })

  it('not when something was entered after the statement was made', async () => {
    const entered = await enter(a)
    await sign(entered)
    await prisma().account.update({
      where: { id: entered.applicant.userId },
      data: { address: 'Басқа көше, 1' },
    })
    await expect(acceptEntry(a.clerk, entered.number, hour(1))).rejects.toEqual(code('unsigned'))
    expect(
      await asActor(a.clerk, (tx) => getEntryPage(tx, a.clerk, entered.number, 'ru', hour(1))),
    ).toBeNull()
  })

  it('not by a clerk whose own it is, or whose child’s: a colleague does it', async () => {
    const own = await addPerson([[a.id, 'clerk']], { iin: VISITOR.iin })
    const entered = await enter(a, { clerk: own })
    await sign(entered)
    await expect(acceptEntry(own, entered.number, hour(1))).rejects.toEqual(code('forbidden'))
    const { iin, birthCertificate: _, ...child } = entered.child
    await prisma().familyChild.create({ data: { ...child, iin, accountId: a.director.userId } })
    await expect(acceptEntry(a.director, entered.number, hour(1))).rejects.toEqual(code('forbidden'))
    await acceptEntry(a.clerk, entered.number, hour(1))
  })

  it('not without the scan that the clerk has taken out again', async () => {
    const entered = await enter(a)
    await sign(entered)
    const { number } = entered
    const files = await prisma().applicationDocument.findMany({
      where: { application: { number }, slot: 'signedStatement' },
    })
    const address = { number, slot: 'signedStatement', documentId: files[0]?.documentId ?? '' }
    await asActor(a.clerk, (tx) => removeDocument(tx, a.clerk, address, hour(1)))
    await expect(acceptEntry(a.clerk, number, hour(1))).rejects.toEqual(code('unsigned'))
  })

  it('not while the service takes nothing', async () => {
    const entered = await enter(a)
    await sign(entered)
    await prisma().serviceSwitch.create({
      data: { serviceSlug: 'home-schooling', isOff: true, textKk: 'Жабық', textRu: 'Закрыто' },
    })
    try {
      await expect(acceptEntry(a.clerk, entered.number, hour(1))).rejects.toEqual(code('closed'))
      await expect(asActor(b.clerk, (tx) => startEntry(tx, b.clerk, home(b.id), TUESDAY))).rejects.toEqual(
        code('closed'),
      )
    } finally {
      await prisma().serviceSwitch.deleteMany()
    }
  })
})

describe('the account of somebody who came in person', () => {
  it('is signed in to by nobody, and no link is made for it', async () => {
    const { applicant } = await enter(a)
    const result = await checkPassword({ email: '', password: '' }, '10.0.0.1', TUESDAY)
    expect(result.status).toBe('wrong')
    await asSystem('test', (tx) => requestReset(tx, '', 'ru'))
    const { event, recipientId } = await prisma().outbox.findFirstOrThrow({ orderBy: { createdAt: 'desc' } })
    expect(event).toBe('reset_password')
    expect(recipientId).not.toBe(applicant.userId)
    expect(await prisma().session.count({ where: { accountId: applicant.userId } })).toBe(0)
  })

  it('is written to by nobody', async () => {
    vi.spyOn(console, 'log').mockImplementation(() => {})
    await prisma().outbox.deleteMany()
    const { number, applicant } = await accept(a)
    await register(a.clerk, number, hour(2))
    expect(await prisma().outbox.count({ where: { recipientId: applicant.userId } })).toBeGreaterThan(0)
    const send = vi.fn(async () => {})
    await drain({ limit: 20, now: new Date(Date.now() + 60_000), send })
    expect(send).not.toHaveBeenCalled()
    expect(await prisma().outbox.count({ where: { deliveredAt: null, givenUpAt: null } })).toBe(0)
  })
})
