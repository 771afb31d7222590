import { z } from 'zod'
import { type DateOnly, dateParts, isDateOnly, parseDateParts } from './dates'
import type { Field, FieldKind } from './fields'
import { parseIin } from './iin'
import { isPersonName, normaliseText } from './person-name'
import { parsePhone } from './phone'
import { cellFields, rowIds } from './rows'

/** Why an answer was not taken; each has a sentence in both languages. */
export const FAULTS = [
  'required',
  'personName',
  'tooLong',
  'iinLength',
  'iinDate',
  'iinCentury',
  'iinChecksum',
  'iinOfApplicant',
  'date',
  'dateInFuture',
  'dateBeforeStart',
  'phone',
  'email',
  'choice',
  'organisation',
  'number',
  'wholeNumber',
  'numberRange',
  'tooFewRows',
  'tooManyRows',
  'tooYoung',
  'selfTooYoung',
  'sameOrganisation',
] as const
export type Fault = (typeof FAULTS)[number]
/** `field` is a field's key, or of a repeatable block the name of one cell. */
export type FieldFault = { field: string; fault: Fault }

const fault = (code: Fault) => ({ error: code })
const upTo = (length: number) => z.string().max(length, fault('tooLong'))

const IIN_FAULTS = {
  length: 'iinLength',
  date: 'iinDate',
  century: 'iinCentury',
  checksum: 'iinChecksum',
} as const satisfies Record<string, Fault>

function iinSchema(today: DateOnly) {
  return z.string().transform((raw, ctx) => {
    const reading = parseIin(raw, today)
    if (reading.ok) return reading.iin
    ctx.addIssue({ code: 'custom', message: IIN_FAULTS[reading.code] })
    return z.NEVER
  })
}

const phoneSchema = z.string().transform((raw, ctx) => {
  const phone = parsePhone(raw)
  if (phone) return phone
  ctx.addIssue({ code: 'custom', message: 'phone' satisfies Fault })
  return z.NEVER
})

/** Kept with a point and without spaces: «1 250 000» is 1250000, «3,5» is 3.5. */
function numberSchema({ min, max, decimals }: Field) {
  const shape = new RegExp(`^\\d{1,12}${decimals ? `(\\.\\d{1,${decimals}})?` : ''}$`)
  return z
    .string()
    .transform((raw) => raw.replace(/\s/gu, '').replace(',', '.'))
    .refine((value) => decimals !== undefined || !/^\d+\.\d+$/.test(value), {
      ...fault('wholeNumber'),
      abort: true,
    })
    .refine((value) => shape.test(value), { ...fault('number'), abort: true })
    .transform((value) => String(Number(value)))
    .refine(
      (value) => (min === undefined || Number(value) >= min) && (max === undefined || Number(value) <= max),
      fault('numberRange'),
    )
}

/** What each kind of field takes, and the form in which it is kept. The empty answer never gets here. */
const FIELD_SCHEMAS: Readonly<
  Record<FieldKind, (field: Field, today: DateOnly) => z.ZodType<string, string>>
> = {
  personName: () => upTo(100).transform(normaliseText).refine(isPersonName, fault('personName')),
  text: () => upTo(200).transform(normaliseText),
  longText: () => upTo(500).transform(normaliseText),
  iin: (_, today) => iinSchema(today),
  date: (field, today) =>
    z
      .string()
      .refine(isDateOnly, fault('date'))
      .refine((date) => !(field.past && isDateOnly(date) && date > today), fault('dateInFuture')),
  phone: () => phoneSchema,
  email: () =>
    z
      .string()
      .trim()
      .toLowerCase()
      .pipe(z.email(fault('email')).max(254, fault('tooLong'))),
  number: numberSchema,
  choice: (field) =>
    z.string().refine((v) => field.options?.some((o) => o.value === v) ?? false, fault('choice')),
  organisation: () => z.uuid(fault('organisation')),
  rows: ({ rows }) =>
    z
      .string()
      .transform((list) => rowIds(list).join(' '))
      .refine((list) => rowIds(list).length >= (rows?.min ?? 0), fault('tooFewRows'))
      .refine((list) => rowIds(list).length <= (rows?.max ?? 0), fault('tooManyRows')),
}

/** One answer, checked: the value to keep, or why not. */
export function checkField(
  field: Field,
  raw: string,
  today: DateOnly,
): { ok: true; value: string } | { ok: false; fault: Fault } {
  if (raw.trim() === '') {
    if (field.optional || field.rows?.min === 0) return { ok: true, value: '' }
    return { ok: false, fault: field.rows ? 'tooFewRows' : 'required' }
  }
  const parsed = FIELD_SCHEMAS[field.kind](field, today).safeParse(raw)
  if (parsed.success) return { ok: true, value: parsed.data }
  const message = parsed.error.issues[0]?.message
  return { ok: false, fault: FAULTS.find((f) => f === message) ?? 'tooLong' }
}

/**
 * Checks a list of fields, with the cells of their rows: the values to keep (raw where faulty, so that
 * nothing typed is lost) and the faults.
 */
export function checkFields(
  fields: readonly Field[],
  raw: Readonly<Record<string, string>>,
  today: DateOnly,
): { values: Record<string, string>; faults: FieldFault[] } {
  const values: Record<string, string> = {}
  const faults: FieldFault[] = []
  const cells = (field: Field) =>
    field.rows ? rowIds(raw[field.key] ?? '').flatMap((id) => cellFields(field, id)) : []
  for (const field of fields.flatMap((f) => [f, ...cells(f)])) {
    const typed = raw[field.key] ?? ''
    const result = checkField(field, typed, today)
    values[field.key] = result.ok ? result.value : typed
    if (!result.ok) faults.push({ field: field.key, fault: result.fault })
  }
  for (const field of fields) {
    const [from, to] = [field.notBefore ? values[field.notBefore] : undefined, values[field.key]]
    const bothWhole = from !== undefined && to !== undefined && isDateOnly(from) && isDateOnly(to)
    if (bothWhole && to < from) faults.push({ field: field.key, fault: 'dateBeforeStart' })
  }
  return { values, faults }
}

/** The raw answer of one field out of a posted form; three inputs make one date. */
export function readField(field: Field, get: (name: string) => string): string {
  if (field.kind !== 'date') return get(field.key).slice(0, 2000)
  const [day, month, year] = ['day', 'month', 'year'].map((part) =>
    get(`${field.key}-${part}`).trim().slice(0, 4),
  )
  if (!day && !month && !year) return ''
  return parseDateParts(day ?? '', month ?? '', year ?? '') ?? `${day}|${month}|${year}`
}

/** The same of many fields, with the cells of their rows. */
export function readFields(fields: readonly Field[], get: (name: string) => string): Record<string, string> {
  const read: Record<string, string> = {}
  for (const field of fields) {
    read[field.key] = readField(field, get)
    if (!field.rows) continue
    const ids = rowIds(get(field.key)).slice(0, field.rows.max)
    read[field.key] = ids.join(' ')
    for (const id of ids) for (const cell of cellFields(field, id)) read[cell.key] = readField(cell, get)
  }
  return read
}

/** A kept date as its three inputs show it. */
export function datePieces(value: string): { day: string; month: string; year: string } {
  if (isDateOnly(value)) {
    const parts = dateParts(value)
    return { day: String(parts.day), month: String(parts.month), year: String(parts.year) }
  }
  const [day = '', month = '', year = ''] = value.split('|')
  return { day, month, year }
}
