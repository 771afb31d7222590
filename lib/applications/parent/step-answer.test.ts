import { beforeAll, describe, expect, it, vi } from 'vitest'
import type { Answer, Submission } from '@/lib/auth/form-action'
import type { Actor } from '@/lib/domain/actor'
import { cabinetMessages } from '@/lib/i18n/cabinet'
import { asActor, prisma } from '@/lib/platform/db'
import { freeMeals } from '@/lib/services/free-meals'
import { tenthGrade } from '@/lib/services/tenth-grade'
import { testDatabase } from '@/test/database'
import {
  addOffice,
  addParent,
  fillDraft,
  fillDraftOf,
  type Offices,
  seedSchools,
  TUESDAY,
} from '@/test/school'
import { getOwn } from '../data'
import type { From } from '../schema'
import { freeze } from './freezing'
import { startDraft } from './starting'
import { answerStep } from './step-answer'

// Outside of a request there is no page to draw anew.
vi.mock('next/cache', () => ({ refresh: () => undefined }))

await testDatabase()
let offices: Offices

beforeAll(async () => {
  const { a, b } = await seedSchools()
  offices = {
    school: a,
    sendingSchool: b,
    department: await addOffice('department'),
    akimat: await addOffice('akimat'),
  }
})

type Typed = Readonly<Record<string, string>>
type Press = Partial<Pick<Submission<Actor>, 'intent' | 'language' | 'confirmed'>> & { from?: From }

/** What a step answers: a state of its form, or the address it leads to. */
async function post(
  actor: Actor,
  number: number,
  step: string,
  values: Typed,
  { from = null, ...press }: Press = {},
): Promise<Answer | string> {
  const submission: Submission<Actor> = {
    actor,
    form: new FormData(),
    locale: 'ru',
    now: TUESDAY,
    values,
    intent: null,
    language: null,
    confirmed: false,
    ...press,
  }
  return answerStep(submission, { number, step, from }).catch((error: unknown) => {
    const [kind, , address] = (error instanceof Error && 'digest' in error ? String(error.digest) : '').split(
      ';',
    )
    if (kind !== 'NEXT_REDIRECT' || address === undefined) throw error
    return address
  })
}

const ownOf = (parent: Actor, number: number) => asActor(parent, (tx) => getOwn(tx, parent, number))
const page = (number: number, rest = '') => `/ru/cabinet/applications/${number}${rest}`

async function answersOf(parent: Actor, number: number, step: string): Promise<Record<string, string>> {
  const { answers } = await ownOf(parent, number)
  const typed = { ...answers[step] }
  for (const [key, value] of Object.entries(typed)) {
    const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(value) ?? []
    if (year && month && day)
      Object.assign(typed, { [`${key}-year`]: year, [`${key}-month`]: month, [`${key}-day`]: day })
  }
  return typed
}

describe('back to «Просмотр заявки»', () => {
  async function frozen(): Promise<{ parent: Actor; number: number; child: Record<string, string> }> {
    const parent = await addParent()
    const number = await fillDraft(parent, offices.school.id)
    await freeze(parent, number, 'ru', TUESDAY)
    return { parent, number, child: await answersOf(parent, number, 'child') }
  }

  it('a change makes a new statement at once and shows it', async () => {
    const { parent, number, child } = await frozen()
    const changed = { ...child, givenName: 'Ержан' }
    expect(await post(parent, number, 'child', changed, { from: 'review' })).toBe(page(number))
    const { revision } = await ownOf(parent, number)
    expect(revision?.ordinal).toBe(2)
    expect(revision?.snapshot.subject.name).toContain('Ержан')
  })

  it('without a change the statement stays what it was', async () => {
    const { parent, number, child } = await frozen()
    expect(await post(parent, number, 'child', child, { from: 'review' })).toBe(page(number))
    expect((await ownOf(parent, number)).revision?.ordinal).toBe(1)
  })

  it('a fault keeps the reader at the step, and another language on the way back', async () => {
    const { parent, number, child } = await frozen()
    expect(await post(parent, number, 'child', { ...child, iin: '1' }, { from: 'review' })).toMatchObject({
      status: 'invalid',
      errors: [{ field: 'iin' }],
    })
    expect(await post(parent, number, 'child', child, { from: 'review', language: 'kk' })).toBe(
      `/kk/cabinet/applications/${number}/edit/child?from=review`,
    )
  })

  it('a change that makes something else incomplete leads there, and from there back', async () => {
    const parent = await addParent()
    const number = await fillDraftOf(freeMeals, parent, offices, {
      choose: { 'category.category': 'emergency' },
    })
    await freeze(parent, number, 'ru', TUESDAY)
    const review = { from: 'review' as const }
    const lowIncome = await post(parent, number, 'category', { category: 'lowIncome' }, review)
    expect(lowIncome).toBe(page(number, '/edit/family?check=yes&from=review'))
    const socialAid = await post(parent, number, 'category', { category: 'socialAid' }, review)
    expect(socialAid).toBe(page(number, '/edit/documents?check=yes&from=review'))
    const other = { category: 'other', circumstances: 'Пожар' }
    expect(await post(parent, number, 'category', other, review)).toBe(page(number))
  })
})

describe('on through the form', () => {
  async function fresh(slug: string): Promise<{ parent: Actor; number: number }> {
    const parent = await addParent()
    const { number } = await asActor(parent, (tx) => startDraft(tx, parent, slug, 'ru', TUESDAY))
    return { parent, number }
  }

  it('«Далее» and «Назад» pass by the steps that the answers do not call for', async () => {
    const { parent, number } = await fresh('free-meals')
    const other = { category: 'other', circumstances: 'Пожар' }
    expect(await post(parent, number, 'category', other)).toBe(page(number, '/edit/documents'))
    expect(await post(parent, number, 'category', { category: 'lowIncome' })).toBe(
      page(number, '/edit/family'),
    )
    const tenth = await fresh('tenth-grade')
    expect(await post(tenth.parent, tenth.number, 'who', { applicant: 'self' })).toBe(
      page(tenth.number, '/edit/self'),
    )
    expect(await post(tenth.parent, tenth.number, 'self', {}, { intent: 'back' })).toBe(
      page(tenth.number, '/edit/who'),
    )
  })

  it('a step that is no longer asked for leads to the way into the form', async () => {
    const { parent, number } = await fresh('free-meals')
    expect(await post(parent, number, 'family', { members: 'aaaa' })).toBe(page(number, '/edit'))
    expect((await ownOf(parent, number)).answers.family).toBeUndefined()
  })

  it('a row button keeps the page and leads to the row, whatever is wanting', async () => {
    const { parent, number } = await fresh('free-meals')
    await post(parent, number, 'category', { category: 'lowIncome' })
    const answer = await post(parent, number, 'family', { members: 'aaaa' }, { intent: 'rows-add:members' })
    const [, added] = (await ownOf(parent, number)).answers.family?.members?.split(' ') ?? []
    expect(answer).toEqual({ status: 'idle', values: { members: 'aaaa' }, focus: `members.${added}` })
  })

  it('says all advice and warnings at once, and goes on at the second press', async () => {
    const { parent, number } = await fresh('free-meals')
    const { school } = offices
    const { districtCode, district } = await prisma().organisation.findUniqueOrThrow({
      where: { id: school.id },
      select: { districtCode: true, district: { select: { regionKato: true } } },
    })
    const typed = {
      reviewer: 'school',
      'organisation-region': district.regionKato,
      'organisation-district': districtCode,
      organisation: school.id,
      grade: '2',
    }
    const advice = freeMeals.steps.find((step) => step.key === 'school')?.advice?.map(({ text }) => text.ru)
    expect(await post(parent, number, 'school', typed)).toEqual({
      status: 'warned',
      message: [...(advice ?? []), cabinetMessages.ru.form.again('Далее')].join('\n'),
    })
    expect(await post(parent, number, 'school', typed, { confirmed: true })).toBe(
      page(number, '/edit/category'),
    )
    // It stands on the page from now on.
    expect(await post(parent, number, 'school', typed)).toBe(page(number, '/edit/category'))
  })

  it('who applies for themself is told of their own application, not of a child’s', async () => {
    const { parent, number } = await fresh(tenthGrade.slug)
    await post(parent, number, 'who', { applicant: 'self' })
    const { number: second } = await asActor(parent, (tx) =>
      startDraft(tx, parent, tenthGrade.slug, 'ru', TUESDAY),
    )
    expect(await post(parent, second, 'who', { applicant: 'self' })).toEqual({
      status: 'refused',
      message: cabinetMessages.ru.form.duplicateSelf(number),
    })
  })
})
