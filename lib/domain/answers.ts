import { z } from 'zod'
import { type DateOnly, dateParts, isDateOnly, parseDateParts } from './dates'
import type { Condition, Field, FieldKind, ProfileKey } from './fields'
import { iinMismatch, parseIin } from './iin'
import { isPersonName, normaliseText } from './person-name'
import { parsePhone } from './phone'
import type { ServiceDefinition, Step } from './service'

/** Answers by step and field; '' is "not answered". A date not yet whole is kept as typed: `day|month|year`. */
export type Answers = Readonly<Record<string, Readonly<Record<string, string>>>>
export type ProfileValues = Readonly<Record<ProfileKey, string>>

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
] as const
export type Fault = (typeof FAULTS)[number]
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
  choice: (field) =>
    z.string().refine((v) => field.options?.some((o) => o.value === v) ?? false, fault('choice')),
  organisation: () => z.uuid(fault('organisation')),
}

/** One answer, checked: the value to keep, or why not. */
export function checkField(
  field: Field,
  raw: string,
  today: DateOnly,
): { ok: true; value: string } | { ok: false; fault: Fault } {
  if (raw.trim() === '') return field.optional ? { ok: true, value: '' } : { ok: false, fault: 'required' }
  const parsed = FIELD_SCHEMAS[field.kind](field, today).safeParse(raw)
  if (parsed.success) return { ok: true, value: parsed.data }
  const message = parsed.error.issues[0]?.message
  return { ok: false, fault: FAULTS.find((f) => f === message) ?? 'tooLong' }
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

/** A kept date as its three inputs show it. */
export function datePieces(value: string): { day: string; month: string; year: string } {
  if (isDateOnly(value)) {
    const parts = dateParts(value)
    return { day: String(parts.day), month: String(parts.month), year: String(parts.year) }
  }
  const [day = '', month = '', year = ''] = value.split('|')
  return { day, month, year }
}

function holds(condition: Condition | undefined, answers: Answers): boolean {
  if (!condition) return true
  const [step = '', field = ''] = condition.field.split('.')
  return condition.in.includes(answers[step]?.[field] ?? '')
}

export function visibleFields(step: Step, answers: Answers): readonly Field[] {
  return step.fields.filter((field) => holds(field.showWhen, answers))
}

/** The documents of a service as these answers need them. */
export function neededDocuments(service: ServiceDefinition, answers: Answers) {
  return service.documents
    .filter((document) => typeof document.requiredWhen !== 'object' || holds(document.requiredWhen, answers))
    .map((document) => ({ ...document, required: document.requiredWhen !== 'optional' }))
}

/**
 * Checks a list of fields: the values to keep (raw where faulty, so that nothing typed is lost) and the
 * faults. A hidden field is neither checked nor kept.
 */
export function checkFields(
  fields: readonly Field[],
  raw: Readonly<Record<string, string>>,
  today: DateOnly,
): { values: Record<string, string>; faults: FieldFault[] } {
  const values: Record<string, string> = {}
  const faults: FieldFault[] = []
  for (const field of fields) {
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

/** The answers with the profile's values in the fields that are bound to it. */
export function withProfile(service: ServiceDefinition, answers: Answers, profile: ProfileValues): Answers {
  return Object.fromEntries(
    service.steps.map((step) => [
      step.key,
      Object.fromEntries(
        step.fields.map((field) => [
          field.key,
          (field.profile ? profile[field.profile] : answers[step.key]?.[field.key]) ?? '',
        ]),
      ),
    ]),
  )
}

export function answerAt(answers: Answers, path: string): string {
  const [step = '', field = ''] = path.split('.')
  return answers[step]?.[field] ?? ''
}

/** The faults of one step, its fields seen together with all answers (for conditions). */
export function checkStep(
  service: ServiceDefinition,
  step: Step,
  answers: Answers,
  today: DateOnly,
): { values: Record<string, string>; faults: FieldFault[] } {
  const result = checkFields(visibleFields(step, answers), answers[step.key] ?? {}, today)
  const subjectIin = service.subject?.iin
  const [subjectStep, subjectField = ''] = subjectIin?.split('.') ?? []
  const applicant = applicantIin(service, answers)
  if (subjectStep === step.key && applicant !== '' && result.values[subjectField] === applicant) {
    result.faults.push({ field: subjectField, fault: 'iinOfApplicant' })
  }
  return result
}

function applicantIin(service: ServiceDefinition, answers: Answers): string {
  for (const step of service.steps)
    for (const field of step.fields) if (field.profile === 'iin') return answers[step.key]?.[field.key] ?? ''
  return ''
}

/** Soft warning, never an error by law: the IIN's digits do not agree with the stated birth date or sex. */
export function subjectMismatch(
  service: ServiceDefinition,
  answers: Answers,
  today: DateOnly,
): ('birthDate' | 'sex')[] {
  if (!service.subject) return []
  const sex = answerAt(answers, service.subject.sex)
  const birthDate = answerAt(answers, service.subject.birthDate)
  return iinMismatch(
    answerAt(answers, service.subject.iin),
    {
      ...(isDateOnly(birthDate) ? { birthDate } : {}),
      ...(sex === 'male' || sex === 'female' ? { sex } : {}),
    },
    today,
  )
}
