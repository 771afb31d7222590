import { beforeAll, describe, expect, it } from 'vitest'
import { send } from '@/lib/applications/parent/sending'
import { startDraft } from '@/lib/applications/parent/starting'
import { sentTo } from '@/lib/applications/provider/work.fixture'
import { foreseeWindows, getWindowState } from '@/lib/applications/windows'
import type { Actor } from '@/lib/domain/actor'
import { almatyInstant } from '@/lib/domain/dates'
import { listDistricts, listOrganisations } from '@/lib/organisations/data'
import { asActor, asSystem, prisma, type Tx } from '@/lib/platform/db'
import { seedGround } from '@/prisma/seed/ground'
import { testDatabase } from '@/test/database'
import { addParent, addPerson, fillDraft, type School, seedSchools, signDraft, TUESDAY } from '@/test/school'
import { getCalendarPage } from './calendar/data'
import { moveHorizon, removeDay, saveDay } from './calendar/mutations'
import { closeOrReopen } from './organisations/save'
import { recount } from './recounting'
import { callOffWindow, saveWindow, switchService } from './services/mutations'
import { listTexts } from './texts/data'
import { addText, changeText, moveText } from './texts/mutations'

await testDatabase()
let school: School
let admin: Actor

beforeAll(async () => {
  const seeded = await seedSchools()
  school = seeded.a
  admin = await addPerson([[seeded.department, 'admin']])
})

const code = (value: string) => expect.objectContaining({ code: value })
const keep = <T>(work: (tx: Tx) => Promise<T>) => asActor(admin, work)
const SAID = { kk: 'Жөндеу жүріп жатыр', ru: 'Идет ремонт' }

describe('a service that is off', () => {
  it('starts nothing and sends nothing, and keeps the drafts', async () => {
    const parent = await addParent()
    const number = await fillDraft(parent, school.id)
    await signDraft(parent, number)
    const sending = () => asActor(parent, (tx) => send(tx, parent, number, TUESDAY))
    await keep((tx) => switchService(tx, admin, 'home-schooling', { isOff: true, text: SAID }))
    await expect(sending()).rejects.toEqual(code('closed'))
    const starting = asActor(parent, (tx) => startDraft(tx, parent, 'home-schooling', 'ru', TUESDAY))
    await expect(starting).rejects.toEqual(code('closed'))
    await keep((tx) => switchService(tx, admin, 'home-schooling', { isOff: false, text: SAID }))
    await sending()
    expect(await prisma().application.findUnique({ where: { number } })).toMatchObject({ status: 'sent' })
  })

  it.each(['kk', 'ru'] as const)('is not published without its words in %s, by no way', async (locale) => {
    const off = { isOff: true, text: { ...SAID, [locale]: '' } }
    await expect(keep((tx) => switchService(tx, admin, 'camp', off))).rejects.toEqual(code('incomplete'))
    const row = { serviceSlug: 'camp', isOff: true, textKk: off.text.kk, textRu: off.text.ru }
    await expect(prisma().serviceSwitch.create({ data: row })).rejects.toThrow()
  })
})

describe('an intake', () => {
  const at = (date: string) => almatyInstant(date, '09:00')
  const window = (periodKey: string, opens: string, closes: string) => ({
    periodKey,
    opensAt: at(opens),
    closesAt: at(closes),
    answerBy: null,
  })

  it('never crosses another of its service, though both are written at once', async () => {
    const both = ['2030', '2031'].map((year) =>
      keep((tx) => saveWindow(tx, admin, 'tenth-grade', window(year, '2030-05-01', '2031-05-01'), true)),
    )
    const ends = (await Promise.allSettled(both)).map(({ status }) => status)
    expect(ends.sort()).toEqual(['fulfilled', 'rejected'])
  })

  it('that was called off stays off, also when the night foresees the year', async () => {
    const slug = 'specialised-school'
    const next = window('2027', '2027-02-01', '2027-04-15')
    await keep((tx) => saveWindow(tx, admin, slug, next, true))
    const taken = keep((tx) => saveWindow(tx, admin, slug, { ...next, opensAt: at('2027-03-01') }, true))
    await expect(taken).rejects.toEqual(code('duplicate'))
    await keep((tx) => callOffWindow(tx, admin, slug, next))
    const spring = at('2027-03-01')
    await asSystem('test', (tx) => foreseeWindows(tx, spring))
    expect(await asSystem('test', (tx) => getWindowState(tx, slug, spring))).toMatchObject({ kind: 'before' })
    await keep((tx) => saveWindow(tx, admin, slug, next, false))
    expect(await asSystem('test', (tx) => getWindowState(tx, slug, spring))).toMatchObject({ kind: 'open' })
  })
})

describe('a closed organisation', () => {
  it('is offered to nobody and takes nothing new; closing it is asked twice while it has work', async () => {
    await sentTo(school)
    const { bin, districtCode, district } = await prisma().organisation.findUniqueOrThrow({
      where: { id: school.id },
      include: { district: true },
    })
    const close = (confirmed: boolean) =>
      keep((tx) => closeOrReopen(tx, admin, bin, { isClosed: true, confirmed }, TUESDAY))
    expect(await close(false)).toBeGreaterThan(0)
    expect(await close(true)).toBe(0)
    await expect(close(true)).rejects.toEqual(code('conflict'))
    const offered = await asSystem('test', (tx) => listOrganisations(tx, districtCode, ['school']))
    expect(offered.map(({ id }) => id)).not.toContain(school.id)
    const districts = await asSystem('test', (tx) => listDistricts(tx, district.regionKato, ['school']))
    expect(districts.some((one) => one.code === districtCode)).toBe(offered.length > 0)
    await expect(sentTo(school)).rejects.toEqual(code('closed'))
    const reopened = keep((tx) =>
      closeOrReopen(tx, admin, bin, { isClosed: false, confirmed: false }, TUESDAY),
    )
    expect(await reopened).toBe(0)
  })
})

describe('the calendar', () => {
  const day = { date: '2026-11-25', kind: 'off', name: { kk: 'Қар', ru: 'Снег' } } as const
  const page = () => keep((tx) => getCalendarPage(tx, '2026', TUESDAY))
  const horizon = (to: string, confirmed = false) =>
    keep((tx) => moveHorizon(tx, admin, to, { confirmed }, TUESDAY))

  it('moves the terms of what is open by a day off, and says how many', async () => {
    const { number } = await sentTo(school)
    const due = async () =>
      (await prisma().application.findUniqueOrThrow({ where: { number }, select: { dueAt: true } })).dueAt
    expect(await due()).toBe('2026-11-25')
    await keep((tx) => saveDay(tx, admin, day, true))
    expect((await page()).recount).toEqual({ state: 'running' })
    const moved = await recount(admin.userId, 'calendar')
    expect(moved).toBeGreaterThan(0)
    expect(await due()).toBe('2026-11-26')
    expect(await page()).toMatchObject({ recount: { state: 'done', moved } })
    await keep((tx) => removeDay(tx, admin, day.date))
    await recount(admin.userId, 'calendar')
    expect(await due()).toBe('2026-11-25')
  })

  it('keeps no day twice, none that says nothing, and none in one language', async () => {
    const save = (changed: object, isNew = true) =>
      keep((tx) => saveDay(tx, admin, { ...day, date: '2026-12-16', ...changed }, isNew))
    await expect(save({})).rejects.toEqual(code('duplicate'))
    const wrong = [
      { date: '2026-12-17', kind: 'working' },
      { date: '2030-01-01' },
      { name: { kk: 'а', ru: '' } },
    ]
    for (const changed of wrong) await expect(save(changed)).rejects.toEqual(code('invalid'))
    await expect(save({ date: '2026-12-17' }, false)).rejects.toEqual(code('absent'))
  })

  it('never ends before what was promised, and asks twice for years without holidays', async () => {
    await sentTo(school)
    const { _max } = await prisma().application.aggregate({ _max: { answerDue: true } })
    expect(await horizon('2026-11-24')).toEqual({ ok: false, fault: 'inUse', day: _max.answerDue })
    expect(await horizon('2029-06-30')).toEqual({ ok: false, fault: 'blank', years: [2028, 2029] })
    expect(await horizon('2029-06-30', true)).toEqual({ ok: true })
    expect((await page()).years).toEqual([2025, 2026, 2027, 2028, 2029])
  })

  it('is an administrator’s: the next version of the platform brings nothing back', async () => {
    await keep((tx) => removeDay(tx, admin, '2027-12-16'))
    await seedGround(prisma(), TUESDAY)
    expect(await prisma().calendarDay.findUnique({ where: { date: '2027-12-16' } })).toBeNull()
    expect((await page()).horizon.to).toBe('2029-06-30')
  })
})

describe('the texts', () => {
  it('come last, change, move by one place, and are laid by the ground only once', async () => {
    const input = { name: { kk: 'Жаңа', ru: 'Новый' }, body: { kk: 'Сәлем', ru: 'Привет' }, isOff: false }
    const names = async () => (await keep((tx) => listTexts(tx, 'message'))).texts.map(({ name }) => name.ru)
    const before = await names()
    const id = await keep((tx) => addText(tx, admin, 'message', input))
    expect(await names()).toEqual([...before, 'Новый'])
    await keep((tx) => moveText(tx, admin, id, 'down'))
    await keep((tx) => moveText(tx, admin, id, 'up'))
    expect((await names()).at(-2)).toBe('Новый')
    await keep((tx) => changeText(tx, admin, id, { ...input, isOff: true }))
    await prisma().textTemplate.deleteMany({ where: { kind: 'refusal' } })
    await seedGround(prisma(), TUESDAY)
    expect(await prisma().textTemplate.count({ where: { kind: 'refusal' } })).toBe(0)
    expect(await names()).toHaveLength(before.length + 1)
  })
})
