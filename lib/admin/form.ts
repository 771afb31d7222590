import 'server-only'
import { checkFields, type FieldFault, readFields } from '@/lib/domain/check-field'
import type { DateOnly } from '@/lib/domain/dates'
import type { Field } from '@/lib/domain/fields'
import type { FieldError } from '@/lib/domain/form-state'
import type { Locale } from '@/lib/domain/text'
import { formMessages } from '@/lib/i18n/forms'

type Values = Readonly<Record<string, string>>

/** A posted form as its fields ask for it: the values to keep, and what each field says about its own. */
export function readForm(
  fields: readonly Field[],
  posted: Values,
  { locale, today }: { locale: Locale; today: DateOnly },
): { values: Record<string, string>; errors: FieldError[] } {
  const read = readFields(fields, (name) => posted[name] ?? '')
  const { values, faults } = checkFields(fields, read, today)
  return { values, errors: faults.map((fault) => told(fault, locale)) }
}

function told({ field, fault }: FieldFault, locale: Locale): FieldError {
  return { field, message: formMessages[locale].faults[fault] }
}
