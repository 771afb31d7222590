import { formatDate, isDateOnly } from './dates'
import type { Field } from './fields'
import { readLines } from './read-view'
import type { ServiceDefinition } from './service'
import { organisationNames, type Snapshot } from './snapshot'
import type { Locale, Text } from './text'

const same = (value: string): Text => ({ kk: value, ru: value })
const shortDate = (date: string) => same(isDateOnly(date) ? formatDate(date, 'ru', 'short') : '')

/** «2026–2027 оқу жылы», «2027 жыл»; anything else is told by its own fields. */
export function periodName(period: string): Text {
  const [from, to] = period.split('-')
  if (/^\d{4}-\d{4}$/.test(period)) return { kk: `${from}–${to} оқу жылы`, ru: `${from}–${to} учебный год` }
  if (/^\d{4}$/.test(period)) return { kk: `${period} жыл`, ru: `${period} год` }
  return same('')
}

/** What the provider filled in, block by block: the values of a stage by its key, of the result. */
export type FilledIn = Readonly<Record<string, Readonly<Record<string, string>>>>

/** What the placeholders of a service's papers stand for. A blank answer reads as nothing. */
export function paperValues(
  service: ServiceDefinition,
  snapshot: Snapshot,
  paper: {
    number: number
    result?: Readonly<Record<string, string>>
    stages?: FilledIn
    order?: { number: string; date: string }
  },
): Record<string, Text> {
  const { applicant, subject, organisation } = snapshot
  const names = organisationNames(snapshot)
  const values: Record<string, Text> = {
    'applicant.name': same(applicant.name),
    'applicant.iin': same(applicant.iin),
    'applicant.address': same(applicant.address),
    'subject.name': same(subject.name),
    'subject.iin': same(subject.iin),
    'subject.birthDate': shortDate(subject.birthDate),
    'organisation.name': organisation.name,
    'organisation.address': organisation.address,
    'application.number': same(String(paper.number)),
    'application.date': shortDate(snapshot.date),
    'period.name': periodName(snapshot.period ?? ''),
    'order.number': same(paper.order?.number ?? ''),
    'order.date': shortDate(paper.order?.date ?? ''),
  }
  const put = (block: string, fields: readonly Field[], answers: Readonly<Record<string, string>>) => {
    for (const field of fields) {
      const read = (locale: Locale) =>
        readLines(field, answers, locale, names)
          .map((row) => row.value)
          .join(', ')
      values[`${block}.${field.key}`] = { kk: read('kk'), ru: read('ru') }
    }
  }
  for (const step of service.steps) put(step.key, step.fields, snapshot.answers[step.key] ?? {})
  for (const stage of service.stages ?? []) put(stage.key, stage.fields, paper.stages?.[stage.key] ?? {})
  put('result', service.result.fields, paper.result ?? {})
  return values
}
