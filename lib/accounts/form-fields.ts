import type { Field } from '@/lib/domain/fields'
import type { FormField } from '@/lib/domain/form-state'
import { formatPhone } from '@/lib/domain/phone'
import type { Locale } from '@/lib/domain/text'

const KINDS = {
  personName: 'text',
  text: 'text',
  longText: 'textarea',
  iin: 'digits',
  date: 'date',
  phone: 'tel',
  email: 'email',
  number: 'text',
  choice: 'select',
  organisation: 'select',
  // No profile has a list.
  rows: 'static',
} as const satisfies Record<Field['kind'], FormField['kind']>

/** What browsers may fill in of the person's own data. */
const AUTO_COMPLETE: Readonly<Record<string, string>> = {
  familyName: 'family-name',
  givenName: 'given-name',
  patronymic: 'additional-name',
  birthDate: 'bday',
  email: 'email',
  phone: 'tel',
  address: 'street-address',
}

/** A question about the person themself as a control of a form; what may stay empty is said by its label or the page. */
export function accountField(field: Field, locale: Locale, value = ''): FormField {
  return {
    name: field.key,
    kind: KINDS[field.kind],
    label: field.label[locale],
    hint: field.hint?.[locale],
    value: field.kind === 'phone' ? formatPhone(value) : value,
    options: field.options?.map((option) => ({ value: option.value, label: option.label[locale] })),
    autoComplete: AUTO_COMPLETE[field.key],
  }
}
