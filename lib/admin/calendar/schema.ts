import type { Field } from '@/lib/domain/fields'
import { LOCALES, type Locale, type Text } from '@/lib/domain/text'
import { adminCalendarMessages } from '@/lib/i18n/admin-calendar'
import { DAY_KINDS } from './months'

type Words = (typeof adminCalendarMessages)[Locale]

const text = (pick: (words: Words) => string): Text => ({
  kk: pick(adminCalendarMessages.kk),
  ru: pick(adminCalendarMessages.ru),
})

const KIND: Field = {
  key: 'kind',
  kind: 'choice',
  label: text((t) => t.day.kind),
  options: DAY_KINDS.map((kind) => ({
    value: kind,
    label: text((t) => t.kinds[kind]),
    hint: text((t) => t.kindHints[kind]),
  })),
}

const NAMES: readonly Field[] = LOCALES.map((locale) => ({
  key: `name-${locale}`,
  kind: 'text',
  label: text((t) => t.day.name[locale]),
}))

/** Which day it is is asked of a new one only. */
export function dayFields(isNew: boolean): Field[] {
  const date: Field = { key: 'date', kind: 'date', label: text((t) => t.day.date) }
  return [...(isNew ? [date] : []), KIND, ...NAMES]
}

export const HORIZON_FIELDS: readonly Field[] = [
  { key: 'to', kind: 'date', label: text((t) => t.horizon.to) },
]
