import { beforeAll, describe, expect, it } from 'vitest'
import { saveProfile } from '@/lib/accounts/mutations'
import type { Actor } from '@/lib/domain/actor'
import { withCheckDigit } from '@/lib/domain/iin'
import { asActor, prisma } from '@/lib/platform/db'
import { duplicate } from '@/lib/services/duplicate'
import { freeMeals } from '@/lib/services/free-meals'
import { testDatabase } from '@/test/database'
import { addParent, fillDraftOf, type Offices, seedSchools, signDraft, TUESDAY } from '@/test/school'
import { freshOffices } from '../lives.fixture'
import { register } from '../provider/intake'
import { hour } from '../provider/work.fixture'
import { freeze } from './freezing'
import { send } from './sending'

await testDatabase()
let offices: Offices

beforeAll(async () => {
  await seedSchools()
  offices = await freshOffices()
})

const code = (value: string) => expect.objectContaining({ code: value })

let people = 0
/** Of a woman born on 2 November 1988. */
function newIin(): string {
  for (;;) {
    people += 1
    const iin = withCheckDigit(`8811024${String(2000 + people)}`)
    if (iin) return iin
  }
}

const know = (parent: Actor, iin: string) =>
  asActor(parent, (tx) => saveProfile(tx, parent, { iin }, TUESDAY))
const rowOf = (number: number) =>
  prisma().application.findUniqueOrThrow({
    where: { number },
    select: { subjectKey: true, periodKey: true, holdKey: true },
  })

/** Whom an application is about decides what stands in its way; a statement that is signed says whom. */
describe('whoever applies for themself', () => {
  it('is known by the profile as the statement has it, though its IIN was filled in last', async () => {
    const parent = await addParent({ iin: '' })
    const number = await fillDraftOf(duplicate, parent, offices)
    expect((await rowOf(number)).subjectKey).toBeNull()
    const iin = newIin()
    await know(parent, iin)
    await signDraft(parent, number)
    await asActor(parent, (tx) => send(tx, parent, number, hour(1)))
    await register(offices.school.clerk, number, hour(2))
    const { subjectKey, periodKey, holdKey } = await rowOf(number)
    expect({ subjectKey, holdKey }).toEqual({
      subjectKey: iin,
      holdKey: `${duplicate.slug}:${iin}:${periodKey}`,
    })
  })

  it('goes on under the IIN that they have put right meanwhile', async () => {
    const [wrong, right] = [newIin(), newIin()]
    const parent = await addParent({ iin: wrong })
    const number = await fillDraftOf(duplicate, parent, offices)
    expect((await rowOf(number)).subjectKey).toBe(wrong)
    await know(parent, right)
    expect(await freeze(parent, number, 'kk', TUESDAY)).toEqual({ incomplete: null })
    expect((await rowOf(number)).subjectKey).toBe(right)
  })

  it('has one live application: a second draft cannot become a statement under a borrowed IIN', async () => {
    const [own, borrowed] = [newIin(), newIin()]
    const parent = await addParent({ iin: own })
    const first = await fillDraftOf(duplicate, parent, offices)
    await signDraft(parent, first)
    await asActor(parent, (tx) => send(tx, parent, first, hour(1)))
    await know(parent, borrowed)
    const second = await fillDraftOf(duplicate, parent, offices)
    expect(second).not.toBe(first)
    await know(parent, own)
    await expect(freeze(parent, second, 'kk', TUESDAY)).rejects.toEqual(code('duplicate'))
  })
})

it('a statement is for the school year in which it is made, not for that of the draft', async () => {
  const parent = await addParent()
  const number = await fillDraftOf(freeMeals, parent, offices, {}, new Date('2026-05-20T05:00:00Z'))
  expect((await rowOf(number)).periodKey).toBe('2025-2026')
  const june = new Date('2026-06-02T05:00:00Z')
  expect(await freeze(parent, number, 'kk', june)).toEqual({ incomplete: null })
  const { periodKey, currentRevision } = await prisma().application.findUniqueOrThrow({
    where: { number },
    select: { periodKey: true, currentRevision: { select: { snapshot: true } } },
  })
  expect(periodKey).toBe('2026-2027')
  expect(currentRevision?.snapshot).toMatchObject({ period: '2026-2027' })
})
