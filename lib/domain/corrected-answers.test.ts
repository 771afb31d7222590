import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Answers, answerAt, visibleFields, withoutHidden } from './answers'
import { correctableTargets, correctedAnswers, isUnchanged, openDocuments } from './corrected-answers'
import { sample } from './service.fixture'

const standing: Answers = withoutHidden(sample, {
  who: { applicant: 'parent' },
  child: { iin: '150520500014', familyName: 'Әлиев', givenName: 'Ерғали' },
  school: {
    organisation: 'a',
    leaves: 'b',
    grade: '5',
    from: '2026-12-01',
    to: '2027-05-25',
    lowIncome: 'no',
  },
})
const items = (...targets: string[]) => targets.map((target) => ({ target }))

describe('what may be asked for again', () => {
  const targets = correctableTargets(sample, standing)

  it.each([
    ['answer:school.grade', true],
    ['answer:child.givenName', true],
    ['document:always', true],
    ['document:maybe', true],
    ['statement', true],
    // Another child, person, school, or one who applies otherwise: another application.
    ['answer:child.iin', false],
    ['answer:parent.iin', false],
    ['answer:parent.email', false],
    ['answer:school.organisation', false],
    ['answer:school.leaves', false],
    ['answer:who.applicant', false],
    // Not asked of this applicant.
    ['answer:school.sure', false],
    ['document:poor', false],
    ['answer:school.nothing', false],
  ])('%s: %s', (target, may) => {
    expect(targets.has(target)).toBe(may)
  })
})

describe('answers after a correction', () => {
  const working: Answers = {
    ...standing,
    child: { ...standing.child, iin: '160101500011', givenName: 'Ерғазы' },
    school: { ...standing.school, grade: '6', lowIncome: 'yes', sure: 'yes', leaves: 'c' },
    family: {
      members: 'aaaa',
      'members.aaaa.name': 'Әсем',
      'members.aaaa.earns': 'yes',
      'members.aaaa.income': '0',
    },
  }

  it('take a marked answer and leave all others as they were sent', () => {
    const after = correctedAnswers(sample, standing, working, items('answer:school.grade'))
    expect(after).toEqual({ ...standing, school: { ...standing.school, grade: '6' } })
  })

  it('open what only the changed answer calls for, documents too', () => {
    const marked = items('answer:school.lowIncome')
    const after = correctedAnswers(sample, standing, working, marked)
    expect(after.school).toEqual({ ...standing.school, lowIncome: 'yes', sure: 'yes' })
    expect(after.family).toEqual(working.family)
    expect(openDocuments(sample, standing, after, marked).map(({ key }) => key)).toEqual([
      'poor',
      'income.aaaa',
    ])
    expect(openDocuments(sample, standing, standing, items('document:always')).map(({ key }) => key)).toEqual(
      ['always'],
    )
  })

  it('close again what a changed answer no longer calls for', () => {
    const poor = correctedAnswers(sample, standing, working, items('answer:school.lowIncome'))
    const rich = correctedAnswers(sample, poor, standing, items('answer:school.lowIncome'))
    expect(rich).toEqual(standing)
  })

  it('know a list of rows that is the same', () => {
    const poor = correctedAnswers(sample, standing, working, items('answer:school.lowIncome'))
    const other = { ...poor, family: { ...poor.family, 'members.aaaa.name': 'Гүл' } }
    expect(isUnchanged(sample, 'family.members', poor, poor)).toBe(true)
    expect(isUnchanged(sample, 'family.members', poor, other)).toBe(false)
    expect(isUnchanged(sample, 'school.grade', standing, working)).toBe(false)
  })

  it('never touch what was neither marked nor newly asked, whatever was posted', () => {
    const paths = sample.steps.flatMap((step) =>
      visibleFields(step, standing).flatMap(({ key, rows }) => (rows ? [] : [`${step.key}.${key}`])),
    )
    fc.assert(
      fc.property(
        fc.subarray(paths),
        fc.dictionary(fc.constantFrom(...paths), fc.constantFrom('', 'x', 'yes', 'self', '2027-01-01')),
        (marked, posted) => {
          const typed: Record<string, Record<string, string>> = structuredClone(standing)
          for (const [path, value] of Object.entries(posted)) {
            const [step = '', field = ''] = path.split('.')
            typed[step] = { ...typed[step], [field]: value }
          }
          const after = correctedAnswers(sample, standing, typed, items(...marked.map((p) => `answer:${p}`)))
          for (const path of paths)
            if (!marked.includes(path) && !marked.some((p) => p.startsWith('who.')))
              expect(answerAt(after, path)).toBe(answerAt(standing, path))
        },
      ),
    )
  })
})
