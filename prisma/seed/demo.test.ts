import { beforeAll, describe, expect, it } from 'vitest'
import { getWindowState } from '@/lib/applications/windows'
import { lastDayOf, type WindowState } from '@/lib/domain/intake-window'
import { asSystem } from '@/lib/platform/db'
import { SERVICES } from '@/lib/services'
import { testDatabase } from '@/test/database'
import { seedDemo } from './index'

const database = await testDatabase()

const NOVEMBER = new Date('2026-11-24T04:00:00Z')
const FEBRUARY = new Date('2027-02-20T04:00:00Z')

function stateOf(slug: string, now: Date): Promise<WindowState> {
  return asSystem('test', (tx) => getWindowState(tx, slug, now))
}

async function expectEveryServiceOpen(now: Date): Promise<void> {
  for (const { slug, usualWindow } of SERVICES)
    expect((await stateOf(slug, now)).kind, slug).toBe(usualWindow ? 'open' : 'always')
}

const count = async (table: string): Promise<unknown> =>
  (await database.sql(`SELECT count(*)::int AS n FROM ${table}`))[0]?.n

beforeAll(() => seedDemo(database.url, NOVEMBER))

describe('the demo', () => {
  it('takes applications for every service in any season, and answers within the year after', async () => {
    await expectEveryServiceOpen(NOVEMBER)
    const state = await stateOf('first-grade', NOVEMBER)
    expect(state).toMatchObject({
      kind: 'open',
      lastDay: '2027-01-23',
      window: { periodKey: '2026', answerBy: '2027-02-07' },
    })
    // What any installation foresees for the next year stands beside it.
    const [next] = await database.sql(
      `SELECT opens_at FROM intake_window WHERE service_slug = 'first-grade' AND period_key = '2027'`,
    )
    expect(next?.opens_at).toEqual(new Date('2027-04-01T04:00:00Z'))
  })

  it('has providers of all three kinds, and seats that are counted for the open period', async () => {
    expect(await database.sql('SELECT DISTINCT kind FROM organisation ORDER BY kind')).toEqual([
      { kind: 'akimat' },
      { kind: 'department' },
      { kind: 'school' },
    ])
    const seats = await database.sql(
      `SELECT c.period_key, c.variant, c.seats FROM capacity c JOIN organisation o ON o.id = c.organisation_id
       WHERE o.bin = '070940990354' ORDER BY c.variant`,
    )
    expect(seats).toEqual([
      { period_key: '2026', variant: 'kk', seats: 50 },
      { period_key: '2026', variant: 'ru', seats: 2 },
    ])
  })

  it('keeps the children of the parent in «Семья»', async () => {
    const children = await database.sql(
      `SELECT c.given_name, c.grade, o.short_name_ru FROM family_child c
       JOIN account a ON a.id = c.account_id LEFT JOIN organisation o ON o.id = c.school_id
       WHERE a.email = 'parent@demo.bilimal.kz' ORDER BY c.birth_date`,
    )
    expect(children).toEqual([
      { given_name: 'Гүлжаһан', grade: '7', short_name_ru: 'Школа № 5, Темиртау' },
      { given_name: 'Теңіз', grade: '3', short_name_ru: 'Школа № 5, Темиртау' },
      { given_name: 'Ерназар', grade: '', short_name_ru: null },
    ])
  })

  it('adds nothing when it starts again, and moves no window that is open', async () => {
    const tables = ['account', 'membership', 'organisation', 'capacity', 'family_child', 'intake_window']
    const before = await Promise.all(tables.map(count))
    await seedDemo(database.url, new Date(NOVEMBER.getTime() + 86_400_000))
    expect(await Promise.all(tables.map(count))).toEqual(before)
    const state = await stateOf('first-grade', NOVEMBER)
    expect(state.kind === 'open' && lastDayOf(state.window)).toBe('2027-01-23')
  })

  it('opens for the new year what has closed since, with the data kept', async () => {
    expect((await stateOf('tenth-grade', FEBRUARY)).kind).toBe('before')
    await seedDemo(database.url, FEBRUARY)
    await expectEveryServiceOpen(FEBRUARY)
    expect(await stateOf('tenth-grade', FEBRUARY)).toMatchObject({ window: { periodKey: '2027' } })
  })
})
