import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkField, checkFields, datePieces, type Fault, readField, readFields } from './check-field'
import { isDateOnly } from './dates'
import { FIELD_KINDS, type Field, type FieldKind } from './fields'

const TODAY = '2026-11-22'
const label = { kk: 'ә', ru: 'а' }
const field = (kind: FieldKind, more: Partial<Field> = {}): Field => ({ key: 'it', kind, label, ...more })
const sex = {
  options: [
    { value: 'male', label },
    { value: 'female', label },
  ],
}
const rows = (min: number, max: number): Partial<Field> => ({
  rows: {
    min,
    max,
    add: label,
    columns: [
      { key: 'name', kind: 'personName', label },
      { key: 'income', kind: 'number', label, decimals: 2, optional: true },
    ],
  },
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
    ['number', {}, '1 250 000', '1250000'],
    ['number', {}, '1\u00a0250\u202f000', '1250000'],
    ['number', {}, '007', '7'],
    ['number', {}, '0', '0'],
    ['number', { decimals: 1 }, '3,5', '3.5'],
    ['number', { decimals: 2 }, ' 10.50 ', '10.5'],
    ['number', { decimals: 2 }, '12', '12'],
    ['number', { min: 1, max: 20 }, '1', '1'],
    ['number', { min: 1, max: 20 }, '20', '20'],
    ['choice', sex, 'female', 'female'],
    ['organisation', {}, '0198c0de-0000-7000-8000-000000000001', '0198c0de-0000-7000-8000-000000000001'],
    ['rows', rows(1, 2), 'abcd efgh', 'abcd efgh'],
    ['rows', rows(1, 2), ' abcd  abcd <b> ', 'abcd'],
    ['rows', rows(0, 2), '', ''],
  ])('%s %o takes %j', (kind, more, raw, value) => {
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
    ['number', {}, 'сто', 'number'],
    ['number', {}, '-5', 'number'],
    ['number', {}, '3,5', 'wholeNumber'],
    ['number', {}, '980 000.50', 'wholeNumber'],
    ['number', { decimals: 1 }, '3,55', 'number'],
    ['number', { decimals: 2 }, '1,250,000', 'number'],
    ['number', {}, '1e3', 'number'],
    ['number', {}, '1'.repeat(13), 'number'],
    ['number', { min: 1, max: 20 }, '0', 'numberRange'],
    ['number', { min: 1, max: 20 }, '21', 'numberRange'],
    ['number', { decimals: 1, max: 20 }, '20,1', 'numberRange'],
    ['choice', sex, 'other', 'choice'],
    ['organisation', {}, 'school', 'organisation'],
    ['rows', rows(1, 2), '', 'tooFewRows'],
    ['rows', rows(2, 3), 'abcd', 'tooFewRows'],
    ['rows', rows(1, 2), 'abcd efgh ijkl', 'tooManyRows'],
  ])('%s %o refuses %j', (kind, more, raw, fault) => {
    expect(checkField(field(kind, more), raw, TODAY)).toEqual({ ok: false, fault })
  })

  it.each(FIELD_KINDS.filter((kind) => kind !== 'rows'))('%s: empty is a fault, unless optional', (kind) => {
    const options = kind === 'choice' ? sex : {}
    expect(checkField(field(kind, options), '  ', TODAY)).toEqual({ ok: false, fault: 'required' })
    expect(checkField(field(kind, { ...options, optional: true }), '', TODAY)).toEqual({
      ok: true,
      value: '',
    })
  })

  it('takes what it gave, whatever was typed', () => {
    const fields = FIELD_KINDS.map((kind) =>
      field(kind, kind === 'choice' ? sex : kind === 'rows' ? rows(0, 5) : { decimals: 2 }),
    )
    const typed = fc.oneof(fc.string({ unit: 'grapheme' }), fc.double({ min: 0, noNaN: true }).map(String))
    fc.assert(
      fc.property(fc.constantFrom(...fields), typed, (of, raw) => {
        const once = checkField(of, raw, TODAY)
        if (once.ok) expect(checkField(of, once.value, TODAY)).toEqual(once)
      }),
    )
  })

  it('takes every number within its bounds, however its thousands are parted', () => {
    const amount = fc.integer({ min: 0, max: 999_999_999 })
    fc.assert(
      fc.property(amount, amount, (value, bound) => {
        const grouped = value.toLocaleString('ru-RU')
        const result = checkField(field('number', { max: bound }), grouped, TODAY)
        expect(result).toEqual(
          value <= bound ? { ok: true, value: String(value) } : { ok: false, fault: 'numberRange' },
        )
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

  it('checks each cell of each row, and names the cell at fault', () => {
    const raw = {
      it: 'abcd efgh',
      'it.abcd.name': ' Әсем ',
      'it.abcd.income': '120 000,5',
      'it.efgh.name': '',
      'it.efgh.income': 'нет',
      'it.gone.name': 'Ғалым',
    }
    const { values, faults } = checkFields([field('rows', rows(1, 3))], raw, TODAY)
    expect(faults).toEqual([
      { field: 'it.efgh.name', fault: 'required' },
      { field: 'it.efgh.income', fault: 'number' },
    ])
    expect(values).toEqual({
      it: 'abcd efgh',
      'it.abcd.name': 'Әсем',
      'it.abcd.income': '120000.5',
      'it.efgh.name': '',
      'it.efgh.income': 'нет',
    })
  })
})

describe('readFields', () => {
  it('reads the rows that the form lists, and no more than fit', () => {
    const posted: Record<string, string> = {
      it: 'abcd efgh ijkl',
      'it.abcd.name': 'А',
      'it.abcd.income': '1',
      'it.efgh.name': 'Б',
      'it.ijkl.name': 'В',
    }
    expect(readFields([field('rows', rows(1, 2))], (name) => posted[name] ?? '')).toEqual({
      it: 'abcd efgh',
      'it.abcd.name': 'А',
      'it.abcd.income': '1',
      'it.efgh.name': 'Б',
      'it.efgh.income': '',
    })
  })
})
