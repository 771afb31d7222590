import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Answers,
  applicantIin,
  checkStep,
  documentOfSlot,
  isForSelf,
  neededDocuments,
  type ProfileValues,
  sameAnswers,
  slotOfRow,
  subjectIin,
  subjectMismatch,
  visibleFields,
  visibleSteps,
  withoutHidden,
  withProfile,
} from './answers'
import type { Fault } from './check-field'
import { withCheckDigit } from './iin'
import type { ServiceDefinition, Step } from './service'
import { sample } from './service.fixture'

const NOW = { today: '2026-11-22', period: '2026' }
const PARENT = '850315300019'
const CHILD = '150520500014'
const SCHOOL = '0198c0de-0000-7000-8000-000000000001'
const OTHER_SCHOOL = '0198c0de-0000-7000-8000-000000000002'

const profile: ProfileValues = {
  iin: PARENT,
  familyName: 'Серік',
  givenName: 'Әсем',
  patronymic: '',
  birthDate: '1985-03-15',
  email: '',
  phone: '',
  address: '',
  residency: '',
  relation: '',
}
const child = { iin: CHILD, birthDate: '2015-05-20', sex: 'male' }
const members = {
  members: 'aaaa bbbb',
  'members.aaaa.name': 'Әсем',
  'members.aaaa.earns': 'yes',
  'members.aaaa.income': '120000',
  'members.bbbb.name': 'Ғалым',
  'members.bbbb.earns': 'no',
  'members.bbbb.income': '0',
}
const byParent: Answers = withProfile(sample, { who: { applicant: 'parent' }, child }, profile)
const bySelf: Answers = withProfile(sample, { who: { applicant: 'self' } }, profile)
const poor = (more: Answers = {}): Answers =>
  withoutHidden(sample, {
    ...byParent,
    school: { lowIncome: 'yes', sure: 'no', why: 'так' },
    family: members,
    ...more,
  })

const iinOf = (first11: string) => withCheckDigit(first11) ?? ''

function stepOf(key: string, service: ServiceDefinition = sample): Step {
  const step = service.steps.find((s) => s.key === key)
  if (!step) throw new Error(`no step ${key}`)
  return step
}
const keys = (steps: readonly { key: string }[]) => steps.map((s) => s.key)

describe('what the answers call for', () => {
  it.each([
    ['nothing is answered', {}, ['who', 'school']],
    ['a parent applies', byParent, ['who', 'parent', 'child', 'school']],
    ['somebody applies for themself', bySelf, ['who', 'self', 'school']],
    ['the income is low', poor(), ['who', 'parent', 'child', 'school', 'family']],
  ])('steps when %s', (_, answers, expected) => {
    expect(keys(visibleSteps(sample, answers))).toEqual(expected)
  })

  it('questions: each by the answers above it, none in a hidden step', () => {
    const asked = (school: Record<string, string>) =>
      keys(visibleFields(stepOf('school'), { school })).slice(6)
    expect(asked({})).toEqual([])
    expect(asked({ lowIncome: 'yes' })).toEqual(['sure'])
    expect(asked({ lowIncome: 'yes', sure: 'no' })).toEqual(['sure', 'why'])
    expect(visibleFields(stepOf('family'), { school: { lowIncome: 'no' } })).toEqual([])
    expect(keys(visibleFields(stepOf('family'), { school: { lowIncome: 'yes' } }))).toEqual(['members'])
  })
})

describe('withoutHidden', () => {
  it('forgets a whole chain of questions when its first answer changes', () => {
    expect(poor().school).toMatchObject({ lowIncome: 'yes', sure: 'no', why: 'так' })
    const changed = withoutHidden(sample, { ...poor(), school: { ...poor().school, lowIncome: 'no' } })
    expect(changed.school).not.toHaveProperty('sure')
    expect(changed.school).not.toHaveProperty('why')
    expect(changed).not.toHaveProperty('family')
  })

  it('is not led on by the hidden answer to a question in between', () => {
    const school = { lowIncome: 'no', sure: 'no', why: 'так' }
    expect(withoutHidden(sample, { school }).school).toEqual({
      organisation: '',
      leaves: '',
      grade: '',
      from: '',
      to: '',
      lowIncome: 'no',
    })
  })

  it('keeps the cells of the rows that are listed, and of no other', () => {
    const gone = { ...members, 'members.gone.name': 'Жоқ', 'members.aaaa.age': '5', members: 'bbbb aaaa' }
    const kept = poor({ family: gone }).family
    expect(kept).toEqual({ ...members, members: 'bbbb aaaa' })
  })

  it('keeps no answer to a question that is not there', () => {
    const odd = withoutHidden(sample, { who: { applicant: 'self', nick: 'x' }, admin: { role: 'y' } })
    expect(odd.who).toEqual({ applicant: 'self' })
    expect(odd).not.toHaveProperty('admin')
  })

  it('settles in one pass: what it keeps is visible, and a second pass changes nothing', () => {
    const word = fc.constantFrom('', 'parent', 'self', 'yes', 'no', 'aaaa', 'aaaa bbbb')
    const stepAnswers = (step: Step) => fc.record(Object.fromEntries(step.fields.map((f) => [f.key, word])))
    const anything = fc.record(Object.fromEntries(sample.steps.map((s) => [s.key, stepAnswers(s)])))
    fc.assert(
      fc.property(anything, (answers) => {
        const kept = withoutHidden(sample, answers)
        expect(withoutHidden(sample, kept)).toEqual(kept)
        expect(Object.keys(kept)).toEqual(keys(visibleSteps(sample, kept)))
        for (const step of visibleSteps(sample, kept)) {
          const asked = keys(visibleFields(step, kept))
          for (const name of Object.keys(kept[step.key] ?? {})) expect(asked).toContain(name.split('.')[0])
        }
      }),
    )
  })
})

describe('who applies', () => {
  it('reads bound fields from the profile alone', () => {
    const stale = withProfile(sample, { ...byParent, parent: { iin: '000' }, child }, profile)
    expect(stale.parent?.iin).toBe(PARENT)
    expect(stale.child?.iin).toBe(CHILD)
  })

  it('keeps one block of the two: the parent with the child, or the applicant alone', () => {
    expect(Object.keys(byParent)).toEqual(['who', 'parent', 'child', 'school'])
    expect(Object.keys(bySelf)).toEqual(['who', 'self', 'school'])
    const changed = withProfile(sample, { ...byParent, who: { applicant: 'self' } }, profile)
    expect(changed).not.toHaveProperty('child')
  })

  it.each([
    ['a parent', byParent, false, CHILD],
    ['the person themself', bySelf, true, PARENT],
    ['nobody yet', {}, false, ''],
  ])('%s', (_, answers, self, subject) => {
    expect(isForSelf(sample, answers)).toBe(self)
    expect(subjectIin(sample, answers)).toBe(subject)
    expect(applicantIin(sample, answers)).toBe(Object.keys(answers).length > 0 ? PARENT : '')
  })

  it('of a service for oneself is always the applicant', () => {
    const own: ServiceDefinition = { ...sample, applicant: 'self', selfWhen: undefined, subject: undefined }
    expect(isForSelf(own, byParent)).toBe(true)
    expect(subjectIin(own, bySelf)).toBe(PARENT)
  })
})

describe('checkStep', () => {
  const faults = (step: string, answers: Answers, moment = NOW) =>
    checkStep(sample, stepOf(step), answers, moment).faults
  const withChild = (more: Record<string, string>) => ({ ...byParent, child: { ...child, ...more } })

  it('neither keeps nor needs what a condition hides', () => {
    const { values, faults: found } = checkStep(
      sample,
      stepOf('school'),
      { ...byParent, school: { lowIncome: 'no', sure: 'maybe', why: 'а'.repeat(300) } },
      NOW,
    )
    expect(values).not.toHaveProperty('sure')
    expect(found.map((f) => f.field)).toEqual(['organisation', 'leaves', 'grade', 'from', 'to'])
  })

  it('finds nothing in a step that is hidden', () => {
    expect(checkStep(sample, stepOf('child'), bySelf, NOW)).toEqual({ values: {}, faults: [] })
  })

  it('needs at least the rows that it asks for', () => {
    expect(faults('family', poor({ family: {} }))).toEqual([{ field: 'members', fault: 'tooFewRows' }])
    expect(faults('family', poor())).toEqual([])
  })

  it('refuses the applicant as the child', () => {
    expect(faults('child', withChild({ iin: PARENT }))).toContainEqual({
      field: 'iin',
      fault: 'iinOfApplicant',
    })
    expect(faults('child', withChild({})).map((f) => f.field)).not.toContain('iin')
  })

  it.each<[string, string, boolean]>([
    ['2020-12-31', '2026', true],
    ['2021-01-01', '2026', false],
    ['2021-01-01', '2027', true],
    ['2021-12-31', '2027', true],
    ['2022-01-01', '2027', false],
    ['2020-12-31', '2026-2027', true],
    ['2021-01-01', '2026-2027', false],
  ])('a child born on %s for the intake of %s: old enough is %j', (birthDate, period, fits) => {
    const found = faults('child', withChild({ birthDate }), { ...NOW, period })
    expect(found.some((f) => f.fault === 'tooYoung')).toBe(!fits)
  })

  it('says one thing of a birth date, not that it is wrong and too late', () => {
    const found = faults('child', withChild({ birthDate: '2027-01-01' })).filter(
      (f) => f.field === 'birthDate',
    )
    expect(found).toEqual([{ field: 'birthDate', fault: 'dateInFuture' }])
  })

  it.each<[string, string, Fault[]]>([
    ['a grown-up', PARENT, []],
    ['on the sixteenth birthday', iinOf('10112250001'), []],
    ['on the day before it', iinOf('10112350001'), ['selfTooYoung']],
    ['a child', CHILD, ['selfTooYoung']],
  ])('applying for oneself: %s', (_, iin, expected) => {
    const answers = withProfile(sample, { who: { applicant: 'self' } }, { ...profile, iin })
    expect(faults('who', answers).map((f) => f.fault)).toEqual(expected)
  })

  it('does not ask the age of one who applies for a child', () => {
    const young = withProfile(sample, { who: { applicant: 'parent' } }, { ...profile, iin: CHILD })
    expect(faults('who', young)).toEqual([])
  })

  it('refuses the same school on both sides', () => {
    const school = (leaves: string) => ({ ...byParent, school: { organisation: SCHOOL, leaves } })
    const same = { field: 'leaves', fault: 'sameOrganisation' }
    expect(faults('school', school(SCHOOL))).toContainEqual(same)
    expect(faults('school', school(OTHER_SCHOOL))).not.toContainEqual(same)
  })
})

describe('neededDocuments', () => {
  const needed = (answers: Answers) => neededDocuments(sample, answers)

  it('by the answers: always, if there is one, when a condition holds', () => {
    expect(needed(byParent).map((d) => [d.key, d.required])).toEqual([
      ['always', true],
      ['maybe', false],
    ])
    expect(keys(needed(poor()))).toContain('poor')
  })

  it('one for each row that fits, named by the row', () => {
    const rows = needed(poor()).filter((d) => d.document === 'income')
    expect(rows.map((d) => [d.key, d.of, d.required])).toEqual([['income.aaaa', 'Әсем', true]])
    const both = { ...members, 'members.bbbb.earns': 'yes' }
    expect(keys(needed(poor({ family: both })).slice(-2))).toEqual(['income.aaaa', 'income.bbbb'])
  })

  it('stays with its row when the rows are moved, and goes with it', () => {
    const slots = (list: string) =>
      needed(poor({ family: { ...members, 'members.bbbb.earns': 'yes', members: list } }))
        .filter((d) => d.document === 'income')
        .map((d) => [d.key, d.of])
    expect(slots('bbbb aaaa')).toEqual([
      ['income.bbbb', 'Ғалым'],
      ['income.aaaa', 'Әсем'],
    ])
    expect(slots('bbbb')).toEqual([['income.bbbb', 'Ғалым']])
  })

  it.each([
    ['always', 'always'],
    [slotOfRow('income', 'aaaa'), 'income'],
    ['income', undefined],
    ['always.aaaa', undefined],
    ['passport', undefined],
    ['', undefined],
  ])('slot %j is for %j', (slot, document) => {
    expect(documentOfSlot(sample, slot)?.key).toBe(document)
  })
})

describe('subjectMismatch', () => {
  const mismatch = (more: Record<string, string>) =>
    subjectMismatch(sample, { ...byParent, child: { ...child, ...more } }, NOW.today)

  it('warns softly when the digits of the IIN disagree', () => {
    expect(mismatch({})).toEqual([])
    expect(mismatch({ sex: 'female', birthDate: '2015-05-21' }).sort()).toEqual(['birthDate', 'sex'])
  })

  it('has nothing to compare while answers are missing, or when there is no child', () => {
    expect(subjectMismatch(sample, { who: { applicant: 'parent' } }, NOW.today)).toEqual([])
    expect(subjectMismatch(sample, { ...bySelf, child: { iin: CHILD, sex: 'female' } }, NOW.today)).toEqual(
      [],
    )
  })
})

describe('sameAnswers', () => {
  it.each<[string, Answers, Answers, boolean]>([
    ['itself', byParent, byParent, true],
    ['blank answers and none', { a: { b: '', c: '1' } }, { a: { c: '1' } }, true],
    ['another order', { a: { b: '1', c: '2' } }, { a: { c: '2', b: '1' } }, true],
    ['another value', { a: { b: '1' } }, { a: { b: '2' } }, false],
    ['another step', { a: { b: '1' } }, { c: { b: '1' } }, false],
  ])('%s', (_, a, b, same) => {
    expect(sameAnswers(a, b)).toBe(same)
  })
})
