import { checkField, checkFields, type FieldFault, readField } from '@/lib/domain/check-field'
import { almatyInstant, type DateOnly, dateInAlmaty, isDateOnly, schoolYearAhead } from '@/lib/domain/dates'
import { DomainError } from '@/lib/domain/error'
import type { Field } from '@/lib/domain/fields'
import type { FormField } from '@/lib/domain/form-state'
import { iinMismatch, type Sex } from '@/lib/domain/iin'
import type { Locale } from '@/lib/domain/text'
import { childStep } from '@/lib/services/child-step'
import { GRADES } from '@/lib/services/shared-steps'

/** The page of the family, without its language; each child has one below it, and so has one to come. */
export const FAMILY_PATH = '/cabinet/family'
export const NEW_CHILD = 'new'
export const childPath = (id: string) => `${FAMILY_PATH}/${id}`

/** What is known of a child; a part that was not told now is left out and stays as it was kept. */
export type ToldChild = {
  iin: string
  familyName: string
  givenName: string
  patronymic: string
  birthDate: DateOnly
  sex: Sex
  birthCertificate?: string
  /** Null: at none. */
  schoolId?: string | null
  grade?: string
}

const GRADE: Field = {
  key: 'grade',
  kind: 'choice',
  family: 'grade',
  optional: true,
  label: { kk: 'Сынып', ru: 'Класс' },
  options: GRADES,
}

const SCHOOL: Field = {
  key: 'school',
  kind: 'organisation',
  family: 'school',
  optional: true,
  label: { kk: 'Мектеп', ru: 'Школа' },
}

/** The questions of «Семья» about a child: those of every application, the school and the class. */
export const CHILD_FIELDS: readonly Field[] = [...childStep.fields, SCHOOL, GRADE]
/** Where a child may learn. */
export const SCHOOLS = { providerKinds: ['school'] } as const

export type CheckedChild =
  | { ok: true; child: ToldChild; mismatch: boolean }
  | { ok: false; faults: FieldFault[] }

export function checkChild(typed: Readonly<Record<string, string>>, today: DateOnly): CheckedChild {
  const raw = Object.fromEntries(
    CHILD_FIELDS.map((field) => [field.key, readField(field, (name) => typed[name] ?? '')]),
  )
  const { values, faults } = checkFields(CHILD_FIELDS, raw, today)
  if (faults.length > 0) return { ok: false, faults }
  const told = toldChild(values)
  if (!told) throw new DomainError('invalid')
  const child = { ...told, schoolId: values.school || null }
  const { birthDate, sex } = child
  return { ok: true, child, mismatch: iinMismatch(child.iin, { birthDate, sex }, today).length > 0 }
}

/** Checked answers as a child; null while a part without which nobody is known is missing. */
export function toldChild(told: Readonly<Partial<Record<string, string>>>): ToldChild | null {
  const { iin, familyName, givenName, patronymic = '', birthDate = '', sex, ...rest } = told
  if (!iin || !familyName || !givenName || !isDateOnly(birthDate)) return null
  if (sex !== 'male' && sex !== 'female') return null
  const { birthCertificate, grade } = rest
  return {
    ...{ iin, familyName, givenName, patronymic, birthDate, sex },
    ...(birthCertificate === undefined ? {} : { birthCertificate }),
    ...(grade === undefined ? {} : { grade }),
  }
}

/** The last day on which a paper counts; posted as `validUntil-day`, `-month` and `-year`. */
export const VALID_UNTIL: Field = {
  key: 'validUntil',
  kind: 'date',
  label: { kk: 'Қай күнге дейін жарамды', ru: 'Действует до' },
  hint: {
    kk: 'Соңғы күнін құжаттан қараңыз, мысалы 31 05 2027',
    ru: 'Последний день, как в документе, например 31 05 2027',
  },
}

/** The same as a control of a form. */
export function validUntilField(locale: Locale, value: DateOnly | null = null): FormField {
  const { key, label, hint } = VALID_UNTIL
  return { name: key, kind: 'date', label: label[locale], hint: hint?.[locale], value: value ?? '' }
}

export function checkValidUntil(
  typed: Readonly<Record<string, string>>,
  today: DateOnly,
): { ok: true; validUntil: DateOnly } | { ok: false; faults: FieldFault[] } {
  const raw = readField(VALID_UNTIL, (name) => typed[name] ?? '')
  const checked = checkField(VALID_UNTIL, raw, today)
  if (checked.ok) return { ok: true, validUntil: checked.value }
  return { ok: false, faults: [{ field: VALID_UNTIL.key, fault: checked.fault }] }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** @throws DomainError absent for what cannot be the id of anything. */
export function parseId(raw: string): string {
  if (!UUID.test(raw)) throw new DomainError('absent')
  return raw
}

/** Children move up with the school year: a class that was told before this moment is the class no more. */
export function startOfSchoolYear(now: Date): Date {
  return almatyInstant(`${schoolYearAhead(dateInAlmaty(now)).slice(0, 4)}-06-01`, '00:00')
}
