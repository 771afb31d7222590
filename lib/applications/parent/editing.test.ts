import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/domain/actor'
import { asActor, prisma } from '@/lib/platform/db'
import { testDatabase } from '@/test/database'
import {
  addParent,
  CHILD,
  fillDraft,
  newChild,
  profileOf,
  type School,
  seedSchools,
  TUESDAY,
} from '@/test/school'
import { getOwn } from '../data'
import { startDraft } from './starting'
import { findRival, saveTyped } from './editing'
import { getStepPage } from './step-page'

await testDatabase()
let a: School

beforeAll(async () => {
  ;({ a } = await seedSchools())
})

const code = (value: string) => expect.objectContaining({ code: value })

async function draftOf(parent: Actor): Promise<number> {
  return (await asActor(parent, (tx) => startDraft(tx, parent, 'home-schooling', 'ru', TUESDAY))).number
}

function save(parent: Actor, number: number, step: string, form: Record<string, string>, now = TUESDAY) {
  return asActor(parent, (tx) =>
    saveTyped(tx, parent, { number, step, posted: (name) => form[name] ?? '' }, now),
  )
}

const answersOf = async (parent: Actor, number: number) =>
  (await asActor(parent, (tx) => getOwn(tx, parent, number))).answers

const pageOf = (parent: Actor, number: number, step: string) =>
  asActor(parent, (tx) => getStepPage(tx, parent, number, step, TUESDAY))

async function placeOf(school: School) {
  const { districtCode, district } = await prisma().organisation.findUniqueOrThrow({
    where: { id: school.id },
    select: { districtCode: true, district: { select: { regionKato: true } } },
  })
  return { region: district.regionKato, district: districtCode }
}

const typedChild = (child = newChild()) => {
  const [year = '', month = '', day = ''] = child.birthDate.split('-')
  return { ...child, 'birthDate-day': day, 'birthDate-month': month, 'birthDate-year': year }
}

describe('the way to a school', () => {
  it('offers districts of the chosen region and schools of the chosen district, of the right kind only', async () => {
    const parent = await addParent()
    const number = await draftOf(parent)
    const place = await placeOf(a)
    expect((await pageOf(parent, number, 'school')).places).toMatchObject({
      districts: [],
      organisations: [],
    })

    await save(parent, number, 'school', { 'organisation-region': place.region })
    const withRegion = (await pageOf(parent, number, 'school')).places
    expect(withRegion?.regions).toHaveLength(20)
    expect(withRegion?.districts.map((d) => d.code)).toContain(place.district)
    expect(withRegion?.organisations).toEqual([])

    await save(parent, number, 'school', {
      'organisation-region': place.region,
      'organisation-district': place.district,
    })
    const withDistrict = (await pageOf(parent, number, 'school')).places
    const kinds = await prisma().organisation.findMany({
      where: { id: { in: withDistrict?.organisations.map((o) => o.id) } },
      select: { kind: true },
    })
    expect(withDistrict?.organisations.map((o) => o.id)).toContain(a.id)
    expect(new Set(kinds.map((o) => o.kind))).toEqual(new Set(['school']))
  })

  it('keeps the chosen school, and opens a later draft at its lists', async () => {
    const parent = await addParent()
    const number = await draftOf(parent)
    const { region, district } = await placeOf(a)
    const form = { 'organisation-region': region, 'organisation-district': district, organisation: a.id }
    const { faults } = await save(parent, number, 'school', { ...form, grade: '5' })
    expect(faults.map((f) => f.field)).toEqual(['from', 'to'])
    const page = await pageOf(parent, number, 'school')
    expect(page.values).toMatchObject({ ...form, grade: '5' })
    expect(page.steps.find((s) => s.key === 'school')?.isComplete).toBe(false)
    expect((await asActor(parent, (tx) => getOwn(tx, parent, number))).organisationId).toBe(a.id)
  })

  it('drops what was chosen from the lists of another region, as a form without a script posts it', async () => {
    const parent = await addParent()
    const number = await draftOf(parent)
    const here = await placeOf(a)
    const elsewhere = here.region === '750000000' ? '710000000' : '750000000'
    const { faults, place } = await save(parent, number, 'school', {
      'organisation-region': elsewhere,
      'organisation-district': here.district,
      organisation: a.id,
    })
    expect(place).toEqual({
      'organisation-region': elsewhere,
      'organisation-district': '',
      organisation: '',
    })
    expect(faults).toContainEqual({ field: 'organisation', fault: 'required' })
    expect((await asActor(parent, (tx) => getOwn(tx, parent, number))).organisationId).toBeNull()
  })

  it.each(['nonsense', '00000000-0000-0000-0000-000000000000'])(
    'takes no %s for a school',
    async (organisation) => {
      const parent = await addParent()
      const number = await draftOf(parent)
      const { region, district } = await placeOf(a)
      const { place } = await save(parent, number, 'school', {
        'organisation-region': region,
        'organisation-district': district,
        organisation,
      })
      expect(place.organisation).toBe('')
    },
  )
})

describe('the step about the parent', () => {
  it('asks only for what the profile lacks and saves it there', async () => {
    const parent = await addParent({ iin: '' })
    const number = await draftOf(parent)
    const page = await pageOf(parent, number, 'parent')
    expect(page.asked.map((f) => f.key)).toEqual(['iin', 'patronymic'])
    expect(page.given.map((g) => g.field.key)).toContain('address')

    const { faults } = await save(parent, number, 'parent', { iin: '881102400015', givenName: 'Чужая' })
    expect(faults).toEqual([])
    expect(await profileOf(parent)).toMatchObject({ iin: '881102400015', givenName: 'Гүлім' })
    expect((await pageOf(parent, number, 'parent')).asked.map((f) => f.key)).toEqual(['patronymic'])
  })

  it('keeps a faulty answer in the draft and out of the profile, and the right ones in the profile', async () => {
    const parent = await addParent({ iin: '' })
    const number = await draftOf(parent)
    const { faults } = await save(parent, number, 'parent', { iin: '881102400016', patronymic: 'Серікқызы' })
    expect(faults).toEqual([{ field: 'iin', fault: 'iinChecksum' }])
    expect(await profileOf(parent)).toMatchObject({ iin: '', patronymic: 'Серікқызы' })
    expect((await pageOf(parent, number, 'parent')).values.iin).toBe('881102400016')

    await save(parent, number, 'parent', { iin: '8811 0240 0015' })
    expect((await profileOf(parent)).iin).toBe('881102400015')
    expect((await answersOf(parent, number)).parent?.iin ?? '').toBe('')
  })
})

describe('the step about the child', () => {
  it('keeps everything as typed, however faulty', async () => {
    const parent = await addParent()
    const number = await draftOf(parent)
    const { faults } = await save(parent, number, 'child', {
      iin: '1505',
      givenName: 'Ер1',
      'birthDate-day': '31',
      'birthDate-month': '2',
    })
    expect(faults.map((f) => `${f.field} ${f.fault}`)).toEqual([
      'iin iinLength',
      'familyName required',
      'givenName personName',
      'birthDate date',
      'sex required',
    ])
    expect((await pageOf(parent, number, 'child')).values).toMatchObject({
      iin: '1505',
      givenName: 'Ер1',
      birthDate: '31|2|',
    })
  })

  it('warns of an IIN that does not agree with birth date or sex, and saves all the same', async () => {
    const parent = await addParent()
    const number = await draftOf(parent)
    const child = newChild()
    const saved = await save(parent, number, 'child', {
      ...typedChild(child),
      sex: 'female',
      'birthDate-day': '21',
    })
    expect(saved).toMatchObject({ faults: [], mismatch: ['birthDate', 'sex'] })
    expect((await answersOf(parent, number)).child).toMatchObject({ iin: child.iin, sex: 'female' })
    expect((await save(parent, number, 'child', typedChild(child))).mismatch).toEqual([])
  })

  it('tells of the applicant’s own live application for the child, never of another parent’s', async () => {
    const child = newChild()
    const [parent, stranger] = [await addParent(), await addParent()]
    const first = await fillDraft(parent, a.id, child)
    await fillDraft(stranger, a.id, child)
    const second = await draftOf(parent)
    const form = typedChild(child)
    await expect(save(parent, second, 'child', form)).rejects.toEqual(code('duplicate'))
    expect((await answersOf(parent, second)).child).toBeUndefined()
    const rivalOf = (who: Actor, number: number) =>
      asActor(who, (tx) => findRival(tx, who, number, (name) => form[name as keyof typeof form] ?? ''))
    expect(await rivalOf(parent, second)).toBe(first)
    const third = await draftOf(await addParent()).catch(() => 0)
    expect(third).toBeGreaterThan(0)
    const other = await addParent()
    expect(await rivalOf(other, await draftOf(other))).toBeNull()
  })
})

describe('whose and when', () => {
  it('a foreign step is absent, like one that never was; a sent one cannot be edited', async () => {
    const [parent, stranger] = [await addParent(), await addParent()]
    const number = await fillDraft(parent, a.id)
    for (const n of [number, 999_999]) {
      await expect(pageOf(stranger, n, 'child')).rejects.toEqual(code('absent'))
      await expect(save(stranger, n, 'child', {})).rejects.toEqual(code('absent'))
    }
    await expect(pageOf(parent, number, 'nothing')).rejects.toEqual(code('absent'))
    await prisma().application.update({ where: { number }, data: { status: 'sent' } })
    await expect(pageOf(parent, number, 'child')).rejects.toEqual(code('conflict'))
    await expect(save(parent, number, 'child', { ...CHILD })).rejects.toEqual(code('conflict'))
  })

  it('two tabs that save one step at once both end, with one of the answers', async () => {
    const parent = await addParent()
    const number = await draftOf(parent)
    await Promise.all(
      ['Ерғали', 'Ержан', 'Ерлан'].map((givenName) => save(parent, number, 'child', { givenName })),
    )
    expect(['Ерғали', 'Ержан', 'Ерлан']).toContain((await answersOf(parent, number)).child?.givenName)
  })
})
