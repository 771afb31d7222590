import { describe, expect, it } from 'vitest'
import {
  type Answers,
  neededDocuments,
  visibleFields,
  visibleSteps,
  withoutHidden,
} from '@/lib/domain/answers'
import { camp } from './camp'
import { freeMeals } from './free-meals'

const FAMILY = {
  members: 'aaaa bbbb cccc dddd',
  'members.aaaa.name': 'Асанова Айым',
  'members.aaaa.source': 'none',
  'members.bbbb.name': 'Асанова Гүлнәр',
  'members.bbbb.source': 'salary',
  'members.cccc.name': 'Асанов Ерлан',
  'members.cccc.source': 'business',
  'members.dddd.name': 'Асанова Сәуле',
  'members.dddd.source': 'benefit',
}

const answersOf = (category: string, bornElsewhere = 'no'): Answers => ({
  child: { bornElsewhere },
  school: { reviewer: 'school', grade: '5' },
  category: { category, circumstances: 'Өрттен кейін' },
  family: FAMILY,
})

describe.each([
  ['free-meals', freeMeals, []],
  ['camp', camp, ['healthCertificate']],
] as const)('%s', (_, service, always) => {
  const ofCategory = (category: string, bornElsewhere?: string) => {
    const answers = withoutHidden(service, answersOf(category, bornElsewhere))
    const documents = neededDocuments(service, answers)
    expect(documents.every((document) => document.required)).toBe(true)
    return {
      documents: documents.map((document) => document.key),
      asksFamily: visibleSteps(service, answers).some((step) => step.key === 'family'),
      asksWhy: service.steps
        .flatMap((step) => visibleFields(step, answers))
        .some((field) => field.key === 'circumstances'),
    }
  }

  it.each([
    ['socialAid', ['socialAid'], false, false],
    ['lowIncome', ['income.bbbb', 'income.cccc'], true, false],
    ['orphan', ['guardianship'], false, false],
    ['emergency', [], false, true],
    ['other', [], false, true],
  ])('asks of %s only what proves it', (category, documents, asksFamily, asksWhy) => {
    expect(ofCategory(category)).toEqual({ documents: [...always, ...documents], asksFamily, asksWhy })
  })

  it('asks for a birth certificate only where no register holds it', () => {
    expect(ofCategory('other', 'yes').documents).toEqual(['birthCertificate', ...always])
  })

  it('asks for the school apart only where the department decides', () => {
    const step = service.steps.find(({ key }) => key === 'school')
    if (!step) throw new Error('no school step')
    const asked = (reviewer: string) =>
      visibleFields(step, { school: { reviewer } }).some(({ key }) => key === 'school')
    expect([asked('school'), asked('department')]).toEqual([false, true])
  })

  it('tells of each of the five categories what it takes', () => {
    const choice = service.steps.flatMap((step) => step.fields).find(({ key }) => key === 'category')
    expect(choice?.options).toHaveLength(5)
    expect(choice?.options?.every(({ hint }) => hint)).toBe(true)
  })
})

it('advises pupils of grades 1–4, and no others, that hot meals need no application', () => {
  const advice = freeMeals.steps.flatMap((step) => step.advice ?? [])
  expect(advice.map(({ when }) => when)).toEqual([{ field: 'school.grade', in: ['1', '2', '3', '4'] }])
})
