import type { Condition, Field } from '@/lib/domain/fields'
import type { RequiredDocument, ServiceDefinition, Step } from '@/lib/domain/service'
import type { Locale, Text } from '@/lib/domain/text'
import { servicePageMessages } from '@/lib/i18n/service-page'
import { either } from '../../service-words'

type Asked = { step: Step; field: Field }

function askedAt({ steps }: ServiceDefinition, path: string): Asked | null {
  for (const step of steps) {
    const field = step.fields.find(({ key }) => `${step.key}.${key}` === path)
    if (field) return { step, field }
  }
  return null
}

/**
 * When a document is needed, in the words of the questions that decide it, and where it may be taken from. Of a
 * document for each row the rows' own conditions count too. Empty when it is always needed.
 */
export function whenNeeded(
  service: ServiceDefinition,
  { requiredWhen, perRow, keptAs }: RequiredDocument,
  locale: Locale,
): string[] {
  const t = servicePageMessages[locale]
  const rows = perRow ? askedAt(service, perRow.rows) : null
  const conditions = [requiredWhen, rows?.step.showWhen, rows?.field.showWhen]
  return [
    ...(requiredWhen === 'optional' ? [t.documentOptional] : []),
    ...conditions.flatMap((condition) =>
      typeof condition === 'object' ? told(service, condition, locale) : [],
    ),
    ...(rows && perRow ? [eachRow(rows.field, perRow, locale)] : []),
    ...(keptAs ? [t.documentKept] : []),
  ]
}

function told(service: ServiceDefinition, { field: path, in: values }: Condition, locale: Locale): string[] {
  const field = askedAt(service, path)?.field
  return field
    ? [servicePageMessages[locale].documentWhen(field.label[locale], answers(field, values, locale))]
    : []
}

function eachRow(
  { label, rows }: Field,
  { when }: NonNullable<RequiredDocument['perRow']>,
  locale: Locale,
): string {
  const t = servicePageMessages[locale]
  const column = rows?.columns.find(({ key }) => key === when?.column)
  if (!when || !column) return t.documentPerRow(label[locale])
  return t.documentPerRowWhen(label[locale], column.label[locale], answers(column, when.in, locale))
}

/** «Да» or «Порча документа» или «Ошибка в документе»: the answers as the form shows them. */
function answers(
  { options = [] }: { options?: { value: string; label: Text }[] },
  values: readonly string[],
  locale: Locale,
): string {
  const chosen = options.filter(({ value }) => values.includes(value))
  return either(
    chosen.map(({ label }) => `«${label[locale]}»`),
    locale,
  )
}
