import { type Answers, visibleFields } from './answers'
import { formatDate, isDateOnly } from './dates'
import type { Field, FieldKind } from './fields'
import { formatPhone } from './phone'
import { readRows } from './rows'
import type { ServiceDefinition } from './service'
import type { Locale, Text } from './text'

export type ReadRow = { field: string; label: string; value: string }
export type ReadSection = { step: string; title: string; rows: ReadRow[] }

/** Names of organisations by id; an id that is not there reads as nothing. */
export type OrganisationNames = Readonly<Record<string, Text>>

type Reader = (value: string, field: Field, locale: Locale, names: OrganisationNames) => string

const asTyped: Reader = (value) => value

/**
 * «1 250 000 ₸», «3,5 км»: both languages write a space between thousands, from five digits on, so that a
 * year stays «2015», and a comma before decimals.
 */
export function formatNumber(value: string, unit?: string): string {
  const [whole = '', decimals] = value.split('.')
  const grouped = whole.length < 5 ? whole : whole.replace(/\B(?=(\d{3})+$)/gu, '\u00a0')
  return `${grouped}${decimals ? `,${decimals}` : ''}${unit ? `\u00a0${unit}` : ''}`
}

/** How each kind of answer is read. */
const READERS: Readonly<Record<FieldKind, Reader>> = {
  personName: asTyped,
  text: asTyped,
  longText: asTyped,
  iin: asTyped,
  email: asTyped,
  phone: (value) => formatPhone(value),
  date: (value, _, locale) =>
    isDateOnly(value) ? formatDate(value, locale, 'short') : value.replaceAll('|', '.'),
  number: (value, field, locale) =>
    /^\d+(\.\d+)?$/.test(value) ? formatNumber(value, field.unit?.[locale]) : value,
  choice: (value, field, locale) => field.options?.find((o) => o.value === value)?.label[locale] ?? value,
  organisation: (value, _, locale, names) => names[value]?.[locale] ?? '',
  // Rows are read one by one.
  rows: () => '',
}

/** One answer as a person reads it, '' when there is none. */
export function readAnswer(field: Field, value: string, locale: Locale, names: OrganisationNames): string {
  return value === '' ? '' : READERS[field.kind](value, field, locale, names)
}

/** One field as lines of a list: a block of rows gives one line for each row, and one that says there is none. */
export function readLines(
  field: Field,
  answers: Readonly<Record<string, string>>,
  locale: Locale,
  names: OrganisationNames,
): ReadRow[] {
  const label = field.label[locale]
  if (!field.rows)
    return [{ field: field.key, label, value: readAnswer(field, answers[field.key] ?? '', locale, names) }]
  const { columns } = field.rows
  const rows = readRows(field, answers).map(({ id, values }, at) => ({
    field: `${field.key}.${id}`,
    label: `${label}, ${at + 1}`,
    value: columns
      .map((column) => readAnswer(column, values[column.key] ?? '', locale, names))
      .filter(Boolean)
      .join('; '),
  }))
  return rows.length > 0 ? rows : [{ field: field.key, label, value: '' }]
}

/** All answers by step, in one language; the empty ones too: the page says «Не указано». */
export function readSections(
  service: ServiceDefinition,
  answers: Answers,
  locale: Locale,
  names: OrganisationNames,
): ReadSection[] {
  return service.steps.flatMap((step) => {
    const rows = visibleFields(step, answers).flatMap((field) =>
      readLines(field, answers[step.key] ?? {}, locale, names),
    )
    return rows.length > 0 ? [{ step: step.key, title: step.title[locale], rows }] : []
  })
}
