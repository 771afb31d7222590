import { beforeAll, describe, expect, it } from 'vitest'
import { saveProfile } from '@/lib/accounts/mutations'
import type { Actor } from '@/lib/domain/actor'
import { asActor, prisma } from '@/lib/platform/db'
import { homeSchooling } from '@/lib/services/home-schooling'
import { testDatabase } from '@/test/database'
import { addParent, fillDraft, newChild, type School, seedSchools, signDraft, TUESDAY } from '@/test/school'
import { GRADE, OPINION, returned } from '../correction.fixture'
import { refuseIntake } from '../provider/intake'
import { parseCursor, parseNumber } from '../schema'
import { deleteDraft } from './drafts'
import { saveTyped } from './editing'
import { freeze } from './freezing'
import { getOverview } from './overview'
import { hasApplications, listOwn } from './own-list'
import { cancel, send } from './sending'
import { startDraft } from './starting'
import { getDocumentsPage, getEntryStep } from './step-page'

await testDatabase()
let a: School

beforeAll(async () => {
  ;({ a } = await seedSchools())
})

const code = (value: string) => expect.objectContaining({ code: value })
const overviewOf = (parent: Actor, number: number, now = TUESDAY) =>
  asActor(parent, (tx) => getOverview(tx, parent, number, now))
const entryOf = (parent: Actor, number: number) =>
  asActor(parent, (tx) => getEntryStep(tx, parent, number, TUESDAY))
const later = (hours: number) => new Date(TUESDAY.getTime() + hours * 3_600_000)

async function sent(parent: Actor): Promise<number> {
  const number = await fillDraft(parent, a.id)
  await signDraft(parent, number)
  await asActor(parent, (tx) => send(tx, parent, number, TUESDAY))
  return number
}

describe('a draft', () => {
  it('opens at its first step, and later at the first that is not complete', async () => {
    const parent = await addParent()
    const { number } = await asActor(parent, (tx) => startDraft(tx, parent, 'home-schooling', 'ru', TUESDAY))
    expect(await entryOf(parent, number)).toBe('parent')
    const typed = (name: string) => (name === 'givenName' ? 'Ерғали' : '')
    await asActor(parent, (tx) => saveTyped(tx, parent, { number, step: 'child', posted: typed }, later(1)))
    expect(await entryOf(parent, number)).toBe('child')
    const overview = await overviewOf(parent, number)
    expect(overview).toMatchObject({ due: null, organisation: null, isRemade: false, canCancel: true })
  })

  it('lacks documents until all that are required are there', async () => {
    const parent = await addParent()
    const number = await fillDraft(parent, a.id)
    await prisma().applicationDocument.updateMany({
      where: { application: { number }, slot: 'medicalOpinion' },
      data: { removedAt: TUESDAY },
    })
    const page = await asActor(parent, (tx) => getDocumentsPage(tx, parent, number, TUESDAY))
    expect(page.steps.map((s) => s.isComplete)).toEqual([true, true, true, false])
    expect(page.attached.map((d) => d.slot)).toEqual(['birthCertificate'])
    expect(await freeze(parent, number, 'ru', TUESDAY)).toEqual({ incomplete: 'documents' })
  })

  it('calls no documents complete while the answers on which they hang are not', async () => {
    const parent = await addParent()
    const { number } = await asActor(parent, (tx) => startDraft(tx, parent, 'transfer', 'ru', TUESDAY))
    const page = await asActor(parent, (tx) => getDocumentsPage(tx, parent, number, TUESDAY))
    expect(page.needed.some((document) => document.required)).toBe(false)
    expect(page.steps.at(-1)).toEqual({ key: 'documents', isComplete: false })
  })

  it('says by when the school would answer, and when the statement stands no longer', async () => {
    const parent = await addParent()
    const number = await fillDraft(parent, a.id)
    await freeze(parent, number, 'ru', TUESDAY)
    const made = await overviewOf(parent, number)
    expect(made).toMatchObject({ isRemade: false, isOutdated: false, canSend: true })
    expect(made.due).toEqual({ intakeDue: '2026-11-25', answerDue: '2026-11-27' })

    await asActor(parent, (tx) => saveProfile(tx, parent, { address: 'Алматы қ., Абай даңғылы, 1' }, TUESDAY))
    expect(await overviewOf(parent, number)).toMatchObject({ isOutdated: true })
    await freeze(parent, number, 'ru', later(1))
    expect(await overviewOf(parent, number)).toMatchObject({ isOutdated: false, isRemade: true })

    await asActor(parent, (tx) =>
      saveTyped(tx, parent, { number, step: 'child', posted: () => '' }, later(2)),
    )
    const edited = await overviewOf(parent, number)
    expect(edited).toMatchObject({ isRemade: true, application: { revision: null } })
  })

  it('promises no day beyond the calendar', async () => {
    const parent = await addParent()
    const number = await fillDraft(parent, a.id)
    await freeze(parent, number, 'ru', TUESDAY)
    expect((await overviewOf(parent, number, new Date('2040-01-10T04:00:00Z'))).due).toBeNull()
  })

  it('is deleted for good, with its statement and its files in their slots', async () => {
    const parent = await addParent()
    const number = await fillDraft(parent, a.id)
    await signDraft(parent, number)
    await asActor(parent, (tx) => deleteDraft(tx, parent, number))
    await expect(overviewOf(parent, number)).rejects.toEqual(code('absent'))
    await expect(asActor(parent, (tx) => deleteDraft(tx, parent, number))).rejects.toEqual(code('absent'))
  })
})

describe('a sent application', () => {
  it('knows its days, and when they are over', async () => {
    const parent = await addParent()
    const number = await sent(parent)
    expect(await overviewOf(parent, number)).toMatchObject({
      due: { intakeDue: '2026-11-25', answerDue: '2026-11-27' },
      isLate: false,
      canSend: false,
      canCancel: true,
    })
    expect(await overviewOf(parent, number, later(48))).toMatchObject({ isLate: true })
    await asActor(parent, (tx) => cancel(tx, parent, number, later(48)))
    expect(await overviewOf(parent, number, later(48))).toMatchObject({ isLate: false, canCancel: false })
  })

  it('that was refused tells the ground and the words of the clerk', async () => {
    const parent = await addParent()
    const number = await sent(parent)
    const explanation = 'Заключение ВКК без печати'
    await refuseIntake(a.clerk, number, { ground: 'art19-incomplete', explanation }, later(1))
    const { refused, papers, canCancel } = await overviewOf(parent, number, later(2))
    expect(refused).toMatchObject({ explanation, ground: { code: 'art19-incomplete' } })
    expect(papers.map((p) => p.kind)).toEqual(['intake_refusal'])
    expect(canCancel).toBe(false)
  })

  it('of another is absent, like one that never was', async () => {
    const [parent, stranger] = [await addParent(), await addParent()]
    const number = await sent(parent)
    for (const n of [number, 999_999]) {
      await expect(overviewOf(stranger, n)).rejects.toEqual(code('absent'))
      await expect(entryOf(stranger, n)).rejects.toEqual(code('absent'))
    }
  })
})

describe('the list', () => {
  it('has one’s own, the newest first, twenty a page', async () => {
    const [parent, stranger] = [await addParent(), await addParent()]
    expect(await asActor(parent, (tx) => hasApplications(tx, parent))).toBe(false)
    const rows = Array.from({ length: 43 }, (_, i) => ({
      serviceSlug: 'home-schooling',
      serviceVersion: homeSchooling.version,
      periodKey: '2026-2027',
      status: 'cancelled',
      locale: 'ru',
      ownerId: i % 21 === 0 ? stranger.userId : parent.userId,
    }))
    await prisma().application.createMany({ data: rows })
    const pages: number[][] = []
    for (let before: number | null = null; ; ) {
      const page = await asActor(parent, (tx) => listOwn(tx, parent, before, new Date()))
      pages.push(page.rows.map((row) => row.number))
      before = page.next
      if (before === null) break
    }
    const all = pages.flat()
    expect(pages.map((page) => page.length)).toEqual([20, 20])
    expect(all).toEqual([...new Set(all)].sort((x, y) => y - x))
    expect(await asActor(parent, (tx) => hasApplications(tx, parent))).toBe(true)
  })

  it('names applicant and child as they stood in the statement, or as they stand now', async () => {
    const parent = await addParent()
    const child = newChild()
    await fillDraft(parent, a.id, child)
    const { rows } = await asActor(parent, (tx) => listOwn(tx, parent, null, new Date()))
    expect(rows).toMatchObject([
      {
        status: 'draft',
        isFilled: false,
        applicant: { name: 'Әлиева Гүлім', birthDate: '1988-11-02' },
        subject: { name: `Әлиев ${child.givenName}`, birthDate: child.birthDate },
      },
    ])
  })

  it('says of a correction how many things until which day, and that the day has gone', async () => {
    const { parent } = await returned(a, [OPINION, GRADE])
    const at = (day: string) =>
      asActor(parent, (tx) => listOwn(tx, parent, null, new Date(`${day}T05:00:00Z`)))
    const asked = { count: 2, answerBy: '2026-12-08' }
    expect((await at('2026-12-08')).rows).toMatchObject([{ correction: { ...asked, isOver: false } }])
    expect((await at('2026-12-09')).rows).toMatchObject([{ correction: { ...asked, isOver: true } }])
  })

  it('calls nobody a child who applies for themself', async () => {
    const parent = await addParent()
    const answers = { who: { applicant: 'self' } }
    const window = { serviceSlug: 'tenth-grade', periodKey: '2026', opensAt: TUESDAY, closesAt: later(48) }
    await prisma().intakeWindow.deleteMany({ where: { serviceSlug: 'tenth-grade' } })
    await prisma().intakeWindow.create({ data: window })
    await asActor(parent, (tx) => startDraft(tx, parent, 'tenth-grade', 'ru', TUESDAY, answers))
    const { rows } = await asActor(parent, (tx) => listOwn(tx, parent, null, new Date()))
    expect(rows).toMatchObject([{ applicant: { name: 'Әлиева Гүлім' }, subject: null }])
  })
})

describe('numbers out of addresses', () => {
  it.each(['', '0', '-1', '44007x', '44 007', '1e3', '٤٤٠٠٧', '99999999999999', '../1'])(
    '%j is absent',
    (raw) => {
      expect(() => parseNumber(raw)).toThrow(code('absent'))
      expect(parseCursor(raw)).toBeNull()
    },
  )

  it('44007 is one', () => {
    expect(parseNumber('44007')).toBe(44007)
    expect(parseCursor('44007')).toBe(44007)
    expect(parseCursor(['44007'])).toBeNull()
  })
})
