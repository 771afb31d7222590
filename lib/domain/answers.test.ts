import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SERVICES } from '@/lib/services'
import {
  type Answers,
  checkField,
  checkFields,
  checkStep,
  datePieces,
  type Fault,
  neededDocuments,
  readField,
  subjectMismatch,
  visibleFields,
  withProfile,
} from './answers'
import { isDateOnly } from './dates'
import { FIELD_KINDS, type Field, type FieldKind } from './fields'

const TODAY = '2026-11-22'
const label = { kk: 'ә', ru: 'а' }
const field = (kind: FieldKind, more: Partial<Field> = {}): Field => ({ key: 'it', kind, label, ...more })
const sex: Field = field('choice', {
  options: [
    { value: 'male', label },
    { value: 'female', label },
  ],
})

describe('checkField', () => {
  it.each<[FieldKind, Partial<Field>, string, string]>([
    ['personName', {}, '  Әлішер  ', 'Әлішер'],
    ['personName', {}, 'əлішер', 'әлішер'],
    ['text', {}, ' № 118 ', '№ 118'],
    ['longText', {}, 'Теміртау\nАбай к-сі', 'Теміртау Абай к-сі'],
    ['iin', {}, '150520 500014', '150520500014'],
    ['date', {}, '2020-02-29', '2020-02-29'],
    ['phone', {}, '8 (701) 123-45-67', '+77011234567'],
    ['email', {}, ' Ata-Ana@Example.KZ ', 'ata-ana@example.kz'],
    ['choice', sex, 'female', 'female'],
    ['organisation', {}, '0198c0de-0000-7000-8000-000000000001', '0198c0de-0000-7000-8000-000000000001'],
  ])('%s takes %j', (kind, more, raw, value) => {
    expect(checkField(field(kind, more), raw, TODAY)).toEqual({ ok: true, value })
  })

  it.each<[FieldKind, Partial<Field>, string, Fault]>([
    ['personName', {}, 'Ал1шер', 'personName'],
    ['personName', {}, 'а'.repeat(101), 'tooLong'],
    ['text', {}, 'а'.repeat(201), 'tooLong'],
    ['longText', {}, 'а'.repeat(501), 'tooLong'],
    ['iin', {}, '15052050001', 'iinLength'],
    ['iin', {}, '151320500014', 'iinDate'],
    ['iin', {}, '150520500015', 'iinChecksum'],
    ['date', {}, '31|2|2026', 'date'],
    ['date', {}, '||2026', 'date'],
    ['date', { past: true }, '2026-11-23', 'dateInFuture'],
    ['phone', {}, '12345', 'phone'],
    ['email', {}, 'нет', 'email'],
    ['choice', sex, 'other', 'choice'],
    ['organisation', {}, 'school', 'organisation'],
  ])('%s refuses %j', (kind, more, raw, fault) => {
    expect(checkField(field(kind, more), raw, TODAY)).toEqual({ ok: false, fault })
  })

  it.each(FIELD_KINDS)('%s: empty is a fault, unless optional', (kind) => {
    const options = kind === 'choice' ? sex.options : undefined
    expect(checkField(field(kind, { options }), '  ', TODAY)).toEqual({ ok: false, fault: 'required' })
    expect(checkField(field(kind, { options, optional: true }), '', TODAY)).toEqual({ ok: true, value: '' })
  })

  it('takes what it gave, whatever was typed', () => {
    const kinds = FIELD_KINDS.filter((k) => k !== 'choice')
    fc.assert(
      fc.property(fc.constantFrom(...kinds), fc.string({ unit: 'grapheme' }), (kind, raw) => {
        const once = checkField(field(kind), raw, TODAY)
        if (once.ok) expect(checkField(field(kind), once.value, TODAY)).toEqual(once)
      }),
    )
  })
})

describe('dates as three inputs', () => {
  const form = (day: string, month: string, year: string) => (name: string) =>
    ({ 'it-day': day, 'it-month': month, 'it-year': year })[name] ?? ''

  it.each([
    ['1', '9', '2026', '2026-09-01'],
    ['', '', '', ''],
    ['31', '02', '2026', '31|02|2026'],
    ['5', '', '', '5||'],
  ])('%j %j %j is kept as %j', (day, month, year, kept) => {
    expect(readField(field('date'), form(day, month, year))).toBe(kept)
  })

  it('loses nothing that was typed', () => {
    const part = fc.string({ maxLength: 4 }).map((s) => s.replaceAll('|', '').trim())
    fc.assert(
      fc.property(part, part, part, (day, month, year) => {
        const kept = readField(field('date'), form(day, month, year))
        if (!isDateOnly(kept)) expect(datePieces(kept)).toEqual({ day, month, year })
      }),
    )
  })
})

describe('checkFields', () => {
  const fields = [field('date', { key: 'from' }), field('date', { key: 'to', notBefore: 'from' })]

  it('keeps what was typed where it is faulty', () => {
    const { values, faults } = checkFields(fields, { from: '31|2|2026', to: '' }, TODAY)
    expect(values).toEqual({ from: '31|2|2026', to: '' })
    expect(faults).toEqual([
      { field: 'from', fault: 'date' },
      { field: 'to', fault: 'required' },
    ])
  })

  it('refuses an end before the beginning, not the same day', () => {
    const check = (to: string) => checkFields(fields, { from: '2026-09-01', to }, TODAY).faults
    expect(check('2026-08-31')).toEqual([{ field: 'to', fault: 'dateBeforeStart' }])
    expect(check('2026-09-01')).toEqual([])
  })
})

describe('a service as answered', () => {
  const [service] = SERVICES
  if (!service) throw new Error('no service')
  const child = { iin: '150520500014', birthDate: '2015-05-20', sex: 'male' }
  const profile = {
    iin: '850315300019',
    familyName: 'Серік',
    givenName: 'Әсем',
    patronymic: '',
    birthDate: '',
    email: '',
    phone: '',
    address: '',
    residency: '',
    relation: '',
  }
  const answers: Answers = withProfile(service, { child }, profile)

  it('reads bound fields from the profile alone', () => {
    const stale = withProfile(service, { parent: { iin: '000' }, child }, profile)
    expect(stale.parent?.iin).toBe('850315300019')
    expect(stale.child?.iin).toBe('150520500014')
  })

  it('refuses the applicant as the child', () => {
    const step = service.steps.find((s) => s.key === 'child')
    if (!step) throw new Error('no step')
    const own = { ...answers, child: { ...child, iin: profile.iin } }
    expect(checkStep(service, step, own, TODAY).faults).toContainEqual({
      field: 'iin',
      fault: 'iinOfApplicant',
    })
  })

  it('warns softly when the digits of the IIN disagree', () => {
    expect(subjectMismatch(service, answers, TODAY)).toEqual([])
    const other = { ...answers, child: { ...child, sex: 'female', birthDate: '2015-05-21' } }
    expect(subjectMismatch(service, other, TODAY).sort()).toEqual(['birthDate', 'sex'])
    expect(subjectMismatch(service, { child: {} }, TODAY)).toEqual([])
  })

  it('neither shows nor needs what a condition hides', () => {
    const step = service.steps[1]
    const document = service.documents[0]
    if (!step || !document) throw new Error('too small')
    const showWhen = { field: 'child.sex', in: ['female'] }
    const hidden = { ...step, fields: [...step.fields, field('text', { key: 'extra', showWhen })] }
    expect(visibleFields(hidden, answers).some((f) => f.key === 'extra')).toBe(false)
    expect(checkStep(service, hidden, answers, TODAY).values).not.toHaveProperty('extra')
    const needy = { ...service, documents: [{ ...document, requiredWhen: showWhen }] }
    expect(neededDocuments(needy, answers)).toEqual([])
    expect(neededDocuments(needy, { child: { sex: 'female' } })).toHaveLength(1)
  })
})
