import { beforeEach, describe, expect, it } from 'vitest'
import { almatyInstant } from '@/lib/domain/dates'
import { asSystem, prisma } from '@/lib/platform/db'
import { CATALOGUE } from '@/lib/services'
import { firstGrade } from '@/lib/services/first-grade'
import { homeSchooling } from '@/lib/services/home-schooling'
import { tenthGrade } from '@/lib/services/tenth-grade'
import { testDatabase } from '@/test/database'
import { ownBucket } from '@/test/own-bucket'
import { nightly } from './nightly'
import { foreseeWindows, getOwnWindow, getWindowState, listWindowStates } from './windows'

await testDatabase()
await ownBucket()

const AUTUMN = almatyInstant('2026-11-24', '12:00')
const SERVICES = [firstGrade, tenthGrade, homeSchooling]
const foresee = (now: Date) => asSystem('test', (tx) => foreseeWindows(tx, now, SERVICES))
const windows = () =>
  prisma().intakeWindow.findMany({ orderBy: [{ serviceSlug: 'asc' }, { periodKey: 'asc' }] })

beforeEach(async () => {
  await prisma().intakeWindow.deleteMany()
})

describe('the intakes that are foreseen', () => {
  it('are those of this year and the next, by the definitions', async () => {
    await foresee(AUTUMN)
    const rows = await windows()
    expect(rows.map((row) => `${row.serviceSlug} ${row.periodKey}`)).toEqual([
      'first-grade 2026',
      'first-grade 2027',
      'tenth-grade 2026',
      'tenth-grade 2027',
    ])
    expect(rows[1]).toMatchObject({
      opensAt: almatyInstant('2027-04-01', '09:00'),
      closesAt: almatyInstant('2027-09-01', '00:00'),
      answerBy: '2027-08-31',
    })
  })

  it('change nothing that an administrator has set, however often and by however many at once', async () => {
    await foresee(AUTUMN)
    const key = { serviceSlug_periodKey: { serviceSlug: 'first-grade', periodKey: '2027' } }
    const opensAt = almatyInstant('2027-04-03', '10:00')
    await prisma().intakeWindow.update({ where: key, data: { opensAt } })
    await Promise.all([foresee(AUTUMN), foresee(AUTUMN), foresee(AUTUMN)])
    expect(await windows()).toHaveLength(4)
    expect(await prisma().intakeWindow.findUniqueOrThrow({ where: key })).toMatchObject({ opensAt })
  })

  it('go on from year to year by the nightly job, in Almaty’s new year', async () => {
    await prisma().calendarHorizon.create({ data: { from: '2026-01-01', to: '2027-12-31' } })
    const midnight = almatyInstant('2027-01-01', '00:00')
    await nightly(new Date(midnight.getTime() - 1))
    expect((await windows()).some((row) => row.periodKey === '2028')).toBe(false)
    await nightly(midnight)
    expect((await windows()).filter((row) => row.serviceSlug === 'first-grade')).toHaveLength(3)
  })
})

describe('the state of an intake', () => {
  it('is that of the nearest window for a service, and that of its own period for an application', async () => {
    await foresee(AUTUMN)
    await asSystem('test', async (tx) => {
      const of = (periodKey: string, now: Date) => getOwnWindow(tx, { service: firstGrade, periodKey }, now)
      expect(await getWindowState(tx, 'first-grade', AUTUMN)).toMatchObject({
        kind: 'before',
        closedOn: '2026-08-31',
        window: { periodKey: '2027' },
      })
      expect(await of('2026', AUTUMN)).toEqual({ kind: 'closed', closedOn: '2026-08-31' })
      expect(await of('2027', AUTUMN)).toMatchObject({ kind: 'before', closedOn: null })
      const summer = almatyInstant('2027-08-31', '23:59')
      expect(await of('2027', summer)).toMatchObject({ kind: 'open', lastDay: '2027-08-31' })
      expect(await getOwnWindow(tx, { service: homeSchooling, periodKey: '2026-2027' }, AUTUMN)).toEqual({
        kind: 'always',
      })
      const all = await listWindowStates(tx, AUTUMN)
      for (const { slug } of CATALOGUE) expect(all.get(slug)).toEqual(await getWindowState(tx, slug, AUTUMN))
    })
  })

  it('is closed where the row of a season is missing: it must not open the doors', async () => {
    await asSystem('test', async (tx) => {
      const closed = { kind: 'closed', closedOn: null }
      expect(await getWindowState(tx, 'first-grade', AUTUMN)).toEqual(closed)
      expect(await getOwnWindow(tx, { service: firstGrade, periodKey: '2027' }, AUTUMN)).toEqual(closed)
      expect((await listWindowStates(tx, AUTUMN)).get('first-grade')).toEqual(closed)
      expect((await listWindowStates(tx, AUTUMN)).get('home-schooling')).toEqual({ kind: 'always' })
    })
  })

  it('is off while an administrator has switched the service off, whatever its window says', async () => {
    await foresee(AUTUMN)
    const summer = almatyInstant('2027-05-01', '12:00')
    const off = { kind: 'off', text: { kk: 'Жөндеу', ru: 'Ремонт' } }
    const row = { serviceSlug: 'first-grade', isOff: true, textKk: 'Жөндеу', textRu: 'Ремонт' }
    await prisma().serviceSwitch.create({ data: row })
    await asSystem('test', async (tx) => {
      expect(await getWindowState(tx, 'first-grade', summer)).toEqual(off)
      expect(await getOwnWindow(tx, { service: firstGrade, periodKey: '2027' }, summer)).toEqual(off)
      expect((await listWindowStates(tx, summer)).get('first-grade')).toEqual(off)
    })
    await prisma().serviceSwitch.update({ where: { serviceSlug: 'first-grade' }, data: { isOff: false } })
    expect(await asSystem('test', (tx) => getWindowState(tx, 'first-grade', summer))).toMatchObject({
      kind: 'open',
    })
    await prisma().serviceSwitch.deleteMany()
  })
})
