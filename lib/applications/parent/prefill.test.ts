import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/domain/actor'
import { withProfile } from '@/lib/domain/answers'
import { defineService } from '@/lib/domain/define-service'
import type { ServiceDefinition } from '@/lib/domain/service'
import { findChild, listChildren } from '@/lib/family/data'
import { asActor, prisma } from '@/lib/platform/db'
import { homeSchooling } from '@/lib/services/home-schooling'
import { tenthGrade } from '@/lib/services/tenth-grade'
import { testDatabase } from '@/test/database'
import { addParent, fillDraft, newChild, profileOf, type School, seedSchools, TUESDAY } from '@/test/school'
import { getOwn } from '../data'
import { addPaper, addToFamily, told } from './family.fixture'
import { answersOfChild, keepSubject } from './prefill'
import { firstIncompleteStep } from './snapshot'
import { listOpenDrafts } from './start-choices'
import { startFor } from './starting'
import { getStepPage } from './step-page'

await testDatabase()
let school: School
let department: string

beforeAll(async () => {
  const seeded = await seedSchools()
  school = seeded.a
  department = seeded.department
})

const code = (value: string) => expect.objectContaining({ code: value })
const startWith = (parent: Actor, child: string, slug = 'home-schooling', now = TUESDAY) =>
  asActor(parent, (tx) => startFor(tx, parent, slug, { child }, 'ru', now))
const read = (parent: Actor, number: number) => asActor(parent, (tx) => getOwn(tx, parent, number))
const childIn = async (parent: Actor, iin: string) => {
  const child = await asActor(parent, (tx) => findChild(tx, parent, iin))
  if (!child) throw new Error('no child is kept')
  return child
}

describe('an application for a child of the family', () => {
  it('begins with all that is known of the child, and asks the rest', async () => {
    const parent = await addParent()
    const child = told({ schoolId: school.id, grade: '5' })
    const id = await addToFamily(parent, child)
    await addPaper(parent, id, 'birthCertificate')
    await addPaper(parent, id, 'medicalOpinion', '2027-05-31')
    const { number, isNew } = await startWith(parent, id)
    expect(isNew).toBe(true)
    const application = await read(parent, number)
    const { sex, iin, familyName, givenName, birthDate } = child
    expect(application).toMatchObject({
      subjectKey: iin,
      organisationId: school.id,
      answers: {
        child: { iin, familyName, givenName, birthDate, sex },
        school: { organisation: school.id, grade: '5' },
      },
    })
    const page = await asActor(parent, (tx) => getStepPage(tx, parent, number, 'school', TUESDAY))
    expect(page.steps.map((step) => [step.key, step.isComplete])).toEqual([
      ['parent', true],
      ['child', true],
      ['school', false],
      ['documents', false],
    ])
    expect(page.faults.map(({ field }) => field)).toEqual(['from', 'to'])
  })

  it('is checked by the rules of the new service: a class or school it does not offer is a fault there', async () => {
    const parent = await addParent()
    const id = await addToFamily(parent, told({ schoolId: school.id, grade: '5' }))
    const [child] = await asActor(parent, (tx) => listChildren(tx, parent))
    if (!child) throw new Error('no child is kept')
    const seniors: ServiceDefinition = defineService({
      ...homeSchooling,
      providerKinds: ['department'],
      steps: homeSchooling.steps.map((step) => ({
        ...step,
        fields: step.fields.map((field) =>
          field.key === 'grade' ? { ...field, options: field.options?.slice(9) } : field,
        ),
      })),
    })
    const answers = answersOfChild(seniors, child, TUESDAY)
    expect(answers.school).toEqual({ grade: '5' })
    const draft = await read(parent, (await startWith(parent, id)).number)
    const application = { ...draft, service: seniors, answers, organisationId: null }
    const profile = await profileOf(parent)
    expect(firstIncompleteStep(application, profile, [], '2026-11-24')).toBe('school')
    const whole = { ...answers.school, organisation: department, from: '2026-12-01', to: '2027-05-25' }
    const retyped = { ...application, organisationId: department, answers: { ...answers, school: whole } }
    expect(firstIncompleteStep(retyped, profile, [], '2026-11-24')).toBe('school')
    const right = { ...retyped, answers: { ...answers, school: { ...whole, grade: '10' } } }
    expect(firstIncompleteStep(right, profile, [], '2026-11-24')).toBe('documents')
  })

  it('takes no class of a school year gone by', async () => {
    const parent = await addParent()
    const id = await addToFamily(parent, told({ schoolId: school.id, grade: '5' }))
    const { number } = await startWith(parent, id, 'home-schooling', new Date('2027-06-01T05:00:00Z'))
    expect((await read(parent, number)).answers.school).toEqual({ organisation: school.id })
  })

  it('says by itself that a parent applies, where the applicant may be either', async () => {
    const parent = await addParent()
    const child = told()
    await addToFamily(parent, child)
    const answers = answersOfChild(tenthGrade, await childIn(parent, child.iin), TUESDAY)
    expect(answers.who).toEqual({ applicant: 'parent' })
    expect(answers.child).toMatchObject({ iin: child.iin })
  })

  it('leads to the one that is there already, offers drafts, and is one however often it is pressed', async () => {
    const parent = await addParent()
    const child = newChild()
    const draft = await fillDraft(parent, school.id, child)
    const id = await addToFamily(parent, told({ iin: child.iin }))
    expect(await startWith(parent, id)).toEqual({ number: draft, isNew: false })
    const offered = await asActor(parent, (tx) => listOpenDrafts(tx, parent, 'home-schooling'))
    expect(offered.map(({ number }) => number)).toEqual([draft])

    const other = await addToFamily(parent, told())
    const presses = await Promise.all(Array.from({ length: 10 }, () => startWith(parent, other)))
    expect(new Set(presses.map(({ number }) => number)).size).toBe(1)
    expect(presses.filter(({ isNew }) => isNew)).toHaveLength(1)
  })

  it('is absent for a foreign child', async () => {
    const [parent, stranger] = [await addParent(), await addParent()]
    const id = await addToFamily(parent, told())
    for (const child of [id, randomUUID(), 'nothing'])
      await expect(startWith(stranger, child)).rejects.toEqual(code('absent'))
  })
})

describe('a child that an application tells of', () => {
  const keptAfter = async (parent: Actor, number: number, key: string) => {
    const profile = await profileOf(parent)
    const step = homeSchooling.steps.find((candidate) => candidate.key === key)
    if (!step) throw new Error(key)
    const { service, answers, periodKey: period } = await read(parent, number)
    const saved = { service, step, answers: withProfile(service, answers, profile), period }
    await asActor(parent, (tx) => keepSubject(tx, parent, saved, TUESDAY))
    return asActor(parent, (tx) => listChildren(tx, parent))
  }
  const change = async (number: number, answers: Record<string, Record<string, string>>) => {
    await prisma().application.update({ where: { number }, data: { answers } })
  }

  it('is kept with school and class as soon as its step is whole', async () => {
    const parent = await addParent()
    const child = newChild()
    const number = await fillDraft(parent, school.id, child)
    const [kept, ...others] = await keptAfter(parent, number, 'school')
    expect(others).toEqual([])
    expect(kept).toMatchObject({ iin: child.iin, familyName: child.familyName, grade: '5' })
    expect(kept?.school?.id).toBe(school.id)
  })

  it('is not kept while its step has faults; a faulty class is left out', async () => {
    const parent = await addParent()
    const child = newChild()
    const number = await fillDraft(parent, school.id, child)
    await change(number, { child: { ...child, iin: '150520500015' }, school: { grade: '5' } })
    expect(await keptAfter(parent, number, 'child')).toEqual([])
    await change(number, { child, school: { grade: '12', organisation: department } })
    const [kept] = await keptAfter(parent, number, 'school')
    expect(kept).toMatchObject({ iin: child.iin, grade: '', school: null })
  })
})
