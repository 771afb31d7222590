import { type Answers, answerAt, visibleFields } from './answers'
import { formatDate, isDateOnly } from './dates'
import type { Field, FieldKind } from './fields'
import { formatPhone } from './phone'
import type { ServiceDefinition } from './service'
import type { Snapshot } from './snapshot'
import { LOCALES, type Locale, type Text } from './text'

export type ReadRow = { field: string; label: string; value: string }
export type ReadSection = { step: string; title: string; rows: ReadRow[] }

const asTyped = (value: string) => value

/** How each kind of answer is read; the organisation's name is known to the caller only. */
const READERS: Readonly<Record<FieldKind, (value: string, field: Field, locale: Locale) => string>> = {
  personName: asTyped,
  text: asTyped,
  longText: asTyped,
  iin: asTyped,
  email: asTyped,
  phone: (value) => formatPhone(value),
  date: (value, _, locale) =>
    isDateOnly(value) ? formatDate(value, locale, 'short') : value.replaceAll('|', '.'),
  choice: (value, field, locale) => field.options?.find((o) => o.value === value)?.label[locale] ?? value,
  organisation: asTyped,
}

/** One answer as a person reads it, '' when there is none. */
export function readAnswer(field: Field, value: string, locale: Locale, organisation: string): string {
  if (value === '') return ''
  return field.kind === 'organisation' ? organisation : READERS[field.kind](value, field, locale)
}

/** All answers by step, in one language; the empty ones too: the page says «Не указано». */
export function readSections(
  service: ServiceDefinition,
  answers: Answers,
  locale: Locale,
  organisation: string,
): ReadSection[] {
  return service.steps.map((step) => ({
    step: step.key,
    title: step.title[locale],
    rows: visibleFields(step, answers).map((field) => ({
      field: field.key,
      label: field.label[locale],
      value: readAnswer(field, answers[step.key]?.[field.key] ?? '', locale, organisation),
    })),
  }))
}

const same = (value: string): Text => ({ kk: value, ru: value })

function both(field: Field, value: string, organisation: Text): Text {
  const read = (locale: Locale) => readAnswer(field, value, locale, organisation[locale])
  return { kk: read('kk'), ru: read('ru') }
}

/** What the placeholders of a service's papers stand for. */
export function paperValues(
  service: ServiceDefinition,
  snapshot: Snapshot,
  paper: {
    number: number
    result?: Readonly<Record<string, string>>
    order?: { number: string; date: string }
  },
): Record<string, Text> {
  const { applicant, subject, organisation } = snapshot
  const values: Record<string, Text> = {
    'applicant.name': same(applicant.name),
    'applicant.iin': same(applicant.iin),
    'subject.name': same(subject.name),
    'subject.iin': same(subject.iin),
    'subject.birthDate': same(
      isDateOnly(subject.birthDate) ? formatDate(subject.birthDate, 'ru', 'short') : '',
    ),
    'organisation.name': organisation.name,
    'organisation.address': organisation.address,
    'application.number': same(String(paper.number)),
    'order.number': same(paper.order?.number ?? ''),
    'order.date': same(paper.order ? formatDate(paper.order.date, LOCALES[1], 'short') : ''),
  }
  for (const step of service.steps)
    for (const field of step.fields)
      values[`${step.key}.${field.key}`] = both(
        field,
        answerAt(snapshot.answers, `${step.key}.${field.key}`),
        organisation.name,
      )
  for (const field of service.result.fields)
    values[`result.${field.key}`] = both(field, paper.result?.[field.key] ?? '', organisation.name)
  return values
}
