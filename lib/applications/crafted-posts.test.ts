import { beforeAll, describe, expect, it, vi } from 'vitest'
import { readActor } from '@/lib/auth/session'
import type { Actor } from '@/lib/domain/actor'
import { type FormState, IDLE } from '@/lib/domain/form-state'
import { asActor, prisma } from '@/lib/platform/db'
import { camp } from '@/lib/services/camp'
import { firstGrade } from '@/lib/services/first-grade'
import { freeMeals } from '@/lib/services/free-meals'
import { transfer } from '@/lib/services/transfer'
import { testDatabase } from '@/test/database'
import { addParent, fillDraftOf, type Offices, seedSchools, signDraft, TUESDAY } from '@/test/school'
import { getOwn } from './data'
import { futurePupil } from './enrolment.fixture'
import { getIncomeTest } from './income'
import { freshOffices, sentOf } from './lives.fixture'
import { saveTyped } from './parent/editing'
import { startApplication } from './parent/family-actions'
import { freeze } from './parent/freezing'
import { send } from './parent/sending'
import { getStepPage } from './parent/step-page'
import { registerApplication } from './provider/actions'
import { hour } from './provider/work.fixture'

vi.mock('next/headers', () => ({
  headers: async () => new Headers({ origin: 'https://e.bilimal.kz', host: 'e.bilimal.kz' }),
}))
vi.mock('@/lib/auth/carried', () => ({ carryValues: vi.fn() }))
vi.mock('@/lib/auth/next-auth', () => ({}))
vi.mock('@/lib/auth/session', () => ({ readActor: vi.fn() }))
vi.mock('@/lib/notifications/delivery', () => ({ drainSoon: vi.fn() }))

await testDatabase()
let offices: Offices
let district: { region: string; district: string }

beforeAll(async () => {
  await seedSchools()
  offices = await freshOffices()
  const { code, regionKato } = await prisma().district.findFirstOrThrow({
    where: { organisations: { some: { id: offices.school.id } } },
  })
  district = { region: regionKato, district: code }
})

const code = (value: string) => expect.objectContaining({ code: value })
/** Names that every object has without anybody giving them. */
const INHERITED = ['constructor', '__proto__', 'toString', 'hasOwnProperty']

const post = (parent: Actor, number: number, step: string, typed: Readonly<Record<string, string>>) =>
  asActor(parent, (tx) =>
    saveTyped(tx, parent, { number, step, posted: (name) => typed[name] ?? '' }, TUESDAY),
  )
const ownOf = (parent: Actor, number: number) => asActor(parent, (tx) => getOwn(tx, parent, number))

type Action = (previous: FormState, form: FormData) => Promise<FormState>
async function press(action: Action, values: Readonly<Record<string, string>>): Promise<FormState | string> {
  const form = new FormData()
  for (const [name, value] of Object.entries({ _locale: 'ru', ...values })) form.set(name, value)
  return action(IDLE, form).catch((error: unknown) => {
    const digest = error instanceof Error && 'digest' in error ? String(error.digest) : ''
    if (!digest.startsWith('NEXT_REDIRECT')) throw error
    return digest.split(';')[2] ?? ''
  })
}

describe('an organisation', () => {
  it.each(INHERITED)('is chosen from no list called «%s»', async (reviewer) => {
    const parent = await addParent()
    const number = await fillDraftOf(camp, parent, offices)
    const at = { 'organisation-region': district.region, 'organisation-district': district.district }
    const { faults } = await post(parent, number, 'school', {
      ...at,
      reviewer,
      organisation: offices.school.id,
    })
    expect(faults).toContainEqual({ field: 'reviewer', fault: 'choice' })
    const page = await asActor(parent, (tx) => getStepPage(tx, parent, number, 'school', TUESDAY))
    expect(page.places.organisation?.organisations.length).toBeGreaterThan(0)
  })

  it('of the wrong kind is no provider, and no school to leave', async () => {
    const parent = await addParent()
    const number = await fillDraftOf(transfer, parent, offices)
    const at = (field: string) => ({
      [`${field}-region`]: district.region,
      [`${field}-district`]: district.district,
    })
    for (const id of [offices.department.id, offices.akimat.id]) {
      const entering = await post(parent, number, 'entering', { ...at('organisation'), organisation: id })
      expect(entering.faults).toContainEqual({ field: 'organisation', fault: 'required' })
      expect((await ownOf(parent, number)).organisationId).toBeNull()
      const leaving = await post(parent, number, 'leaving', { ...at('school'), school: id })
      expect(leaving.faults).toContainEqual({ field: 'school', fault: 'required' })
    }
  })

  it('is not both schools of a transfer, whichever is answered last', async () => {
    const parent = await addParent()
    const same = { ...offices, sendingSchool: offices.school }
    const number = await fillDraftOf(transfer, parent, same)
    expect(await freeze(parent, number, 'kk', TUESDAY)).toEqual({ incomplete: 'leaving' })

    const two = await fillDraftOf(transfer, await addParent(), offices)
    const { ownerId } = await prisma().application.findUniqueOrThrow({ where: { number: two } })
    const owner = { ...parent, userId: ownerId }
    await signDraft(owner, two)
    const { answers } = await ownOf(owner, two)
    await post(owner, two, 'entering', {
      ...answers.entering,
      'organisation-region': district.region,
      'organisation-district': district.district,
      organisation: offices.sendingSchool.id,
    })
    await expect(asActor(owner, (tx) => send(tx, owner, two, hour(1)))).rejects.toEqual(code('unsigned'))
    expect(await freeze(owner, two, 'kk', TUESDAY)).toEqual({ incomplete: 'leaving' })
  })
})

describe('rows', () => {
  const draft = async () => {
    const parent = await addParent()
    const number = await fillDraftOf(freeMeals, parent, offices, {
      choose: { 'category.category': 'lowIncome' },
    })
    return { parent, number }
  }

  it('of ten thousand, or of strange names, are no more than fit', async () => {
    const { parent, number } = await draft()
    const ids = Array.from({ length: 10_000 }, (_, at) => `r${String(at).padStart(6, '0')}`)
    await post(parent, number, 'family', { members: ids.join(' ') })
    const kept = (await ownOf(parent, number)).answers.family ?? {}
    expect(kept.members?.split(' ').length).toBeLessThanOrEqual(20)

    const strange = ['__proto__', 'a.b.c', '../../x', '<b>', "'; DROP", 'ıııı', 'ROWX', 'abc', 'x'.repeat(13)]
    await post(parent, number, 'family', { members: [...strange, 'row1'].join(' ') })
    expect((await ownOf(parent, number)).answers.family?.members).toBe('row1')
  })

  it.each(['1e9', '٣', 'NaN', 'Infinity', '0x10', '-5', '1.5e3', '1,5', '9'.repeat(13), '12 руб.'])(
    'take «%s» for no income',
    async (income) => {
      const { parent, number } = await draft()
      const { answers } = await ownOf(parent, number)
      const typed = { ...answers.family, 'members.row1.income': income }
      const { faults } = await post(parent, number, 'family', typed)
      expect(faults.map((fault) => fault.field)).toContain('members.row1.income')
      const after = await ownOf(parent, number)
      const test = await asActor(parent, (tx) =>
        getIncomeTest(tx, after.service, after.answers, '2026-11-24'),
      )
      expect(test).toBeNull()
      expect(await freeze(parent, number, 'kk', TUESDAY)).toEqual({ incomplete: 'family' })
    },
  )

  it('posted with a step that is hidden are not kept', async () => {
    const parent = await addParent()
    const number = await fillDraftOf(freeMeals, parent, offices)
    await expect(
      post(parent, number, 'family', { members: 'row1', 'members.row1.income': '5' }),
    ).rejects.toEqual(code('conflict'))
    await post(parent, number, 'category', { category: 'socialAid', circumstances: 'не спрошено' })
    const { answers } = await ownOf(parent, number)
    expect([answers.family, answers.category]).toEqual([undefined, { category: 'socialAid' }])
  })
})

describe('a press of a button', () => {
  it.each([...INHERITED, '', 'maybe'])('says «%s» of no service area', async (inArea) => {
    const life = await sentOf(firstGrade, { offices, child: futurePupil() })
    vi.mocked(readActor).mockResolvedValue(life.provider.clerk)
    const answer = await press(registerApplication, { 'form.number': String(life.number), inArea })
    expect(answer).toMatchObject({ status: 'invalid', errors: [{ field: 'inArea' }] })
  })

  it.each(['constructor', '..', '%', 'first-grade/../../x', 'self', ''])(
    'starts nothing of a service «%s»',
    async (slug) => {
      vi.mocked(readActor).mockResolvedValue(await addParent())
      expect(await press(startApplication, { slug, who: 'other' })).toMatchObject({ status: 'refused' })
    },
  )

  it.each([...INHERITED, '../x', '00000000-0000-0000-0000-000000000000'])(
    'starts nothing for a child «%s»',
    async (who) => {
      vi.mocked(readActor).mockResolvedValue(await addParent())
      expect(await press(startApplication, { slug: 'camp', who })).toMatchObject({ status: 'refused' })
    },
  )
})
