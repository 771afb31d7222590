import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/domain/actor'
import { asActor, prisma } from '@/lib/platform/db'
import { testDatabase } from '@/test/database'
import {
  addParent,
  attachFile,
  CHILD,
  fillDraft,
  newChild,
  profileOf,
  type School,
  seedSchools,
  TUESDAY,
} from '@/test/school'
import { getOwn } from '../data'
import { getIncomeTest } from '../income'
import { findRival, saveTyped } from './editing'
import { readRowPress } from './row-press'
import { startDraft } from './starting'
import { getDocumentsPage, getLastStep, getStepPage } from './step-page'

await testDatabase()
let a: School

beforeAll(async () => {
  ;({ a } = await seedSchools())
})

const code = (value: string) => expect.objectContaining({ code: value })

async function draftOf(parent: Actor, slug = 'home-schooling'): Promise<number> {
  return (await asActor(parent, (tx) => startDraft(tx, parent, slug, 'ru', TUESDAY))).number
}

type Form = Readonly<Record<string, string>>

/** `intent` is the value of the pressed button. */
function save(parent: Actor, number: number, step: string, form: Form, intent: string | null = null) {
  const posted = (name: string) => form[name] ?? ''
  const press = readRowPress(intent)
  return asActor(parent, (tx) => saveTyped(tx, parent, { number, step, posted, press }, TUESDAY))
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
    const listsOf = async () => (await pageOf(parent, number, 'school')).places.organisation
    expect(await listsOf()).toMatchObject({ districts: [], organisations: [] })

    await save(parent, number, 'school', { 'organisation-region': place.region })
    const withRegion = await listsOf()
    expect(withRegion?.regions).toHaveLength(20)
    expect(withRegion?.districts.map((d) => d.code)).toContain(place.district)
    expect(withRegion?.organisations).toEqual([])

    await save(parent, number, 'school', {
      'organisation-region': place.region,
      'organisation-district': place.district,
    })
    const withDistrict = await listsOf()
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
    const { faults, places } = await save(parent, number, 'school', {
      'organisation-region': elsewhere,
      'organisation-district': here.district,
      organisation: a.id,
    })
    expect(places).toEqual({
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
      const { places } = await save(parent, number, 'school', {
        'organisation-region': region,
        'organisation-district': district,
        organisation,
      })
      expect(places.organisation).toBe('')
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
    const posted = (name: string) => new Map(Object.entries(form)).get(name) ?? ''
    const rivalOf = (who: Actor, number: number) =>
      asActor(who, (tx) => findRival(tx, who, { number, step: 'child', posted }, TUESDAY))
    expect(await rivalOf(parent, second)).toEqual({ number: first, isForSelf: false })
    const other = await addParent()
    expect(await rivalOf(other, await draftOf(other))).toEqual({ number: null, isForSelf: false })
  })
})

describe('questions that hang on others', () => {
  const LOW = { category: 'lowIncome' }
  const OTHER = { category: 'other', circumstances: 'Пожар 3 ноября' }

  it('an answer that is hidden is not stored, and gone for good when the choice comes back', async () => {
    const parent = await addParent()
    const number = await draftOf(parent, 'free-meals')
    await save(parent, number, 'category', OTHER)
    expect((await answersOf(parent, number)).category).toEqual(OTHER)
    // The page of a browser posts what is hidden there, too.
    expect((await save(parent, number, 'category', { ...OTHER, ...LOW })).faults).toEqual([])
    expect((await answersOf(parent, number)).category).toEqual(LOW)
    expect((await pageOf(parent, number, 'category')).values.circumstances).toBeUndefined()
    const back = await save(parent, number, 'category', { ...OTHER, circumstances: '' })
    expect(back.faults).toEqual([{ field: 'circumstances', fault: 'required' }])
  })

  it('a step comes and goes with the choice, and its answers go with it', async () => {
    const parent = await addParent()
    const number = await draftOf(parent, 'free-meals')
    expect((await save(parent, number, 'category', LOW)).steps.at(-1)).toBe('family')
    await save(parent, number, 'family', { members: 'aaaa', 'members.aaaa.name': 'Әлиева Гүлім' })
    expect(await asActor(parent, (tx) => getLastStep(tx, parent, number, TUESDAY))).toBe('family')

    expect((await save(parent, number, 'category', OTHER)).steps.at(-1)).toBe('category')
    expect(await answersOf(parent, number)).toEqual({ category: OTHER })
    await expect(pageOf(parent, number, 'family')).rejects.toEqual(code('conflict'))
    expect(await asActor(parent, (tx) => getLastStep(tx, parent, number, TUESDAY))).toBe('category')
    await expect(save(parent, number, 'family', { members: 'aaaa' })).rejects.toEqual(code('conflict'))
    await save(parent, number, 'category', LOW)
    expect((await answersOf(parent, number)).family).toBeUndefined()
  })

  it('a page draws what its own answers may call for, and not what another step has ruled out', async () => {
    const parent = await addParent()
    const number = await draftOf(parent, 'free-meals')
    expect((await pageOf(parent, number, 'category')).asked.map((f) => f.key)).toEqual([
      'category',
      'circumstances',
    ])
    expect((await pageOf(parent, number, 'school')).asked.map((f) => f.key)).toContain('school')
  })

  it('a second organisation has lists of its own kinds', async () => {
    const parent = await addParent()
    const number = await draftOf(parent, 'free-meals')
    const { region, district } = await placeOf(a)
    const department = await prisma().organisation.findFirstOrThrow({ where: { kind: 'department' } })
    const place = (key: string) => ({ [`${key}-region`]: region, [`${key}-district`]: district })
    const form = { reviewer: 'department', ...place('organisation'), ...place('school'), grade: '3' }
    const wrong = await save(parent, number, 'school', {
      ...form,
      organisation: department.id,
      school: department.id,
    })
    expect(wrong.places).toMatchObject({ organisation: department.id, school: '' })
    expect(wrong.faults).toEqual([{ field: 'school', fault: 'required' }])
    expect(
      (await save(parent, number, 'school', { ...form, organisation: department.id, school: a.id })).faults,
    ).toEqual([])
    const { places } = await pageOf(parent, number, 'school')
    expect(places.school?.organisations.map((o) => o.id)).toContain(a.id)
    expect(places.school?.organisations.map((o) => o.id)).not.toContain(department.id)
    expect(places.organisation?.organisations.map((o) => o.id)).toEqual([department.id])
    expect((await asActor(parent, (tx) => getOwn(tx, parent, number))).organisationId).toBe(department.id)

    const school = { ...form, reviewer: 'school', school: a.id }
    // The department was chosen before; the choice of who reviews leaves schools only.
    const stale = await save(parent, number, 'school', { ...school, organisation: department.id })
    expect(stale.faults).toEqual([{ field: 'organisation', fault: 'required' }])
    await save(parent, number, 'school', { ...school, organisation: a.id })
    expect(Object.keys((await answersOf(parent, number)).school ?? {}).sort()).toEqual([
      'grade',
      'letter',
      'organisation',
      'organisation-district',
      'organisation-region',
      'reviewer',
    ])
  })

  it('advice is said when an answer first calls for it, and stands on the page from then on', async () => {
    const parent = await addParent()
    const number = await draftOf(parent, 'free-meals')
    const first = await save(parent, number, 'school', { grade: '3' })
    expect(first.advice).toHaveLength(1)
    expect((await save(parent, number, 'school', { grade: '4' })).advice).toEqual([])
    expect((await pageOf(parent, number, 'school')).advice).toEqual(first.advice)
    await save(parent, number, 'school', { grade: '5' })
    expect((await pageOf(parent, number, 'school')).advice).toEqual([])
  })
})

describe('rows', () => {
  /** A draft that asks for the family's income. */
  async function withRows(): Promise<{ parent: Actor; number: number }> {
    const parent = await addParent()
    const number = await draftOf(parent, 'free-meals')
    await save(parent, number, 'category', { category: 'lowIncome' })
    return { parent, number }
  }
  const member = (id: string, name: string, income = '', source = 'salary') => ({
    [`members.${id}.name`]: name,
    [`members.${id}.relation`]: 'mother',
    [`members.${id}.source`]: source,
    [`members.${id}.income`]: income,
  })
  const listOf = async (parent: Actor, number: number) =>
    (await answersOf(parent, number)).family?.members ?? ''
  const FORM = {
    members: 'aaaa bbbb cccc',
    ...member('aaaa', 'Әлиева Гүлім', '1 200 000'),
    ...member('bbbb', 'Әлиев Серік', '0', 'none'),
    ...member('cccc', 'Әлиев Ерғали', '300000', 'alimony'),
  }

  it('a block begins with the rows it must have, each with an id of its own', async () => {
    const { parent, number } = await withRows()
    const ids = (await pageOf(parent, number, 'family')).values.members?.split(' ') ?? []
    expect(ids).toHaveLength(2)
    expect(new Set(ids).size).toBe(2)
    for (const id of ids) expect(id).toMatch(/^[a-z0-9]{4,8}$/)
  })

  it('a new row comes last, and what was typed is saved', async () => {
    const { parent, number } = await withRows()
    const { focus, faults } = await save(parent, number, 'family', FORM, 'rows-add:members')
    const ids = (await listOf(parent, number)).split(' ')
    expect(ids.slice(0, 3)).toEqual(['aaaa', 'bbbb', 'cccc'])
    expect(focus).toBe(`members.${ids[3]}`)
    expect(faults).toContainEqual({ field: `members.${ids[3]}.name`, fault: 'required' })
    const { values } = await pageOf(parent, number, 'family')
    expect(values).toMatchObject({ 'members.aaaa.income': '1200000', 'members.cccc.name': 'Әлиев Ерғали' })
  })

  it.each([
    ['rows-up:members.cccc', 'aaaa cccc bbbb', 'members.cccc'],
    ['rows-down:members.aaaa', 'bbbb aaaa cccc', 'members.aaaa'],
    ['rows-remove:members.bbbb', 'aaaa cccc', 'members.cccc'],
    ['rows-remove:members.cccc', 'aaaa bbbb', 'members.bbbb'],
    ['rows-up:members.aaaa', 'aaaa bbbb cccc', 'members.aaaa'],
    ['rows-remove:members.zzzz', 'aaaa bbbb cccc', 'members.cccc'],
    ['rows-down:strangers.aaaa', 'aaaa bbbb cccc', undefined],
    ['rows-sort:members.aaaa', 'aaaa bbbb cccc', undefined],
  ])('%s leaves %s, and leads to %s', async (intent, list, focus) => {
    const { parent, number } = await withRows()
    expect((await save(parent, number, 'family', FORM, intent)).focus).toBe(focus)
    expect(await listOf(parent, number)).toBe(list)
    const cells = Object.keys((await answersOf(parent, number)).family ?? {}).filter((key) =>
      key.includes('.'),
    )
    expect([...new Set(cells.map((cell) => cell.split('.')[1]))].sort()).toEqual(list.split(' ').sort())
  })

  it('a file stays with its row through moves and removals of others, and goes with its own', async () => {
    const { parent, number } = await withRows()
    await save(parent, number, 'family', FORM)
    const files = {
      aaaa: await attachFile(number, 'income.aaaa', parent),
      cccc: await attachFile(number, 'income.cccc', parent),
    }
    const shown = async () => {
      const page = await asActor(parent, (tx) => getDocumentsPage(tx, parent, number, TUESDAY))
      return page.needed
        .filter((slot) => slot.document === 'income')
        .map(({ key, of }) => [of, page.attached.find((d) => d.slot === key)?.documentId])
    }
    // Without an income of the kinds that are proven there is no place for a paper.
    const [first, third] = [
      ['Әлиева Гүлім', files.aaaa],
      ['Әлиев Ерғали', files.cccc],
    ]
    expect(await shown()).toEqual([first, third])
    await save(parent, number, 'family', FORM, 'rows-up:members.cccc')
    await save(parent, number, 'family', { ...FORM, members: 'aaaa cccc bbbb' }, 'rows-up:members.cccc')
    expect(await shown()).toEqual([third, first])
    await save(parent, number, 'family', { ...FORM, members: 'cccc aaaa bbbb' }, 'rows-remove:members.bbbb')
    expect(await shown()).toEqual([third, first])
    await save(parent, number, 'family', { ...FORM, members: 'cccc aaaa' }, 'rows-add:members')
    const list = await listOf(parent, number)
    await save(parent, number, 'family', { ...FORM, members: list }, 'rows-remove:members.cccc')
    expect(await shown()).toEqual([first])
    const left = await prisma().applicationDocument.findMany({
      where: { application: { number }, removedAt: null },
      select: { slot: true },
    })
    expect(left).toEqual([{ slot: 'income.aaaa' }])
  })

  it('takes no more rows than the block holds, however many are posted', async () => {
    const { parent, number } = await withRows()
    const many = Array.from({ length: 30 }, (_, at) => `row${String(at).padStart(3, '0')}`)
    await save(parent, number, 'family', { members: many.join(' ') }, 'rows-add:members')
    expect((await listOf(parent, number)).split(' ')).toHaveLength(20)
  })

  it('reckons the income once every row tells it, by the year and month of the application', async () => {
    const { parent, number } = await withRows()
    const reckoned = async () => (await pageOf(parent, number, 'family')).income?.test
    expect(await reckoned()).toBeUndefined()
    await save(parent, number, 'family', { ...FORM, 'members.bbbb.income': 'ничего' })
    expect(await reckoned()).toBeUndefined()
    await save(parent, number, 'family', FORM)
    const minimum = { code: 'subsistenceMinimum', year: 2026 }
    await prisma().yearlySum.deleteMany({ where: minimum })
    expect(await reckoned()).toMatchObject({ minimum: null, isBelow: null, perMember: 45_455 })
    await prisma().yearlySum.create({ data: { ...minimum, amount: 50_851, source: 'бюджет' } })
    // (1 200 000 + 0 + 300 000) ÷ 11 ÷ 3
    expect(await reckoned()).toMatchObject({
      year: 2026,
      months: 11,
      members: 3,
      total: 1_500_000,
      perMember: 45_455,
      minimum: 50_851,
      isBelow: true,
    })
    await save(parent, number, 'category', { category: 'socialAid' })
    expect(
      await asActor(parent, async (tx) => {
        const { service, answers } = await getOwn(tx, parent, number)
        return getIncomeTest(tx, service, answers, '2026-11-24')
      }),
    ).toBeNull()
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
