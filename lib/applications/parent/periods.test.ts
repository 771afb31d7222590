import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/domain/actor'
import { almatyInstant } from '@/lib/domain/dates'
import { asActor, prisma } from '@/lib/platform/db'
import { camp } from '@/lib/services/camp'
import { firstGrade } from '@/lib/services/first-grade'
import { testDatabase } from '@/test/database'
import { addParent, fillDraftOf, newChild, type Offices, seedSchools, TUESDAY } from '@/test/school'
import { readyDrafts } from '../enrolment.fixture'
import { freshOffices } from '../lives.fixture'
import { foreseeWindows } from '../windows'
import { findRival, saveTyped } from './editing'
import { send } from './sending'
import { startDraft } from './starting'

await testDatabase()
let offices: Offices

beforeAll(async () => {
  await seedSchools()
  offices = await freshOffices()
})

const code = (value: string) => expect.objectContaining({ code: value })
const periodOf = async (number: number) =>
  (await prisma().application.findUniqueOrThrow({ where: { number } })).periodKey

describe('a season', () => {
  const draftFor = (parent: Actor, child: ReturnType<typeof newChild>, season: string) =>
    fillDraftOf(camp, parent, offices, { child, choose: { 'camp.season': season } })

  it('changed into one that the child has an application for, names that one', async () => {
    const parent = await addParent()
    const child = newChild()
    const summer = await draftFor(parent, child, 'summer')
    await draftFor(parent, newChild(), 'summer')
    const winter = await draftFor(parent, child, 'winter')
    const spring = await draftFor(parent, child, 'spring')
    expect(new Set([summer, winter, spring]).size).toBe(3)
    const typed: Record<string, string> = {
      type: 'country',
      season: 'summer',
      'from-day': '7',
      'from-month': '12',
      'from-year': '2026',
    }
    const input = { number: winter, step: 'camp', posted: (name: string) => typed[name] ?? '' }
    await expect(asActor(parent, (tx) => saveTyped(tx, parent, input, TUESDAY))).rejects.toEqual(
      code('duplicate'),
    )
    expect(await asActor(parent, (tx) => findRival(tx, parent, input, TUESDAY))).toMatchObject({
      number: summer,
    })
    expect(await periodOf(winter)).toMatch(/^winter/)
  })

  it('that nobody has told yet is one draft for the child, not two', async () => {
    const parent = await addParent()
    const child = newChild()
    const start = () =>
      asActor(parent, (tx) => startDraft(tx, parent, camp.slug, 'kk', TUESDAY, { child: { ...child } }))
    const first = await start()
    expect(await start()).toEqual({ number: first.number, isNew: false })
  })
})

describe('an intake', () => {
  it('that is over leaves no empty draft in the way of the next one', async () => {
    const parent = await addParent()
    const at = async (now: Date) => {
      await asActor(parent, (tx) => foreseeWindows(tx, now, [firstGrade]))
      return asActor(parent, (tx) => startDraft(tx, parent, firstGrade.slug, 'kk', now))
    }
    const first = await at(almatyInstant('2027-05-05', '12:00'))
    expect(await periodOf(first.number)).toBe('2027')
    const next = await at(almatyInstant('2027-11-05', '12:00'))
    expect(await periodOf(next.number)).toBe('2028')
  })

  it('that is over takes no draft into the one that is open', async () => {
    const [draft] = await readyDrafts(1, offices.school)
    if (!draft) throw new Error('no draft')
    const { parent, number } = draft
    const nextYear = almatyInstant('2028-04-05', '12:00')
    await asActor(parent, (tx) => foreseeWindows(tx, almatyInstant('2027-11-05', '12:00'), [firstGrade]))
    await expect(asActor(parent, (tx) => send(tx, parent, number, nextYear))).rejects.toEqual(code('closed'))
    const fresh = await asActor(parent, (tx) =>
      startDraft(tx, parent, firstGrade.slug, 'kk', nextYear, { child: { iin: draft.iin } }),
    )
    expect(fresh.isNew).toBe(true)
    expect([await periodOf(number), await periodOf(fresh.number)]).toEqual(['2027', '2028'])
  })
})
