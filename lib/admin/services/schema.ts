import type { Field } from '@/lib/domain/fields'
import { LOCALES, type Locale, type Text } from '@/lib/domain/text'
import { adminServiceMessages } from '@/lib/i18n/admin-services'

type Words = (typeof adminServiceMessages)[Locale]

const text = (pick: (words: Words) => string): Text => ({
  kk: pick(adminServiceMessages.kk),
  ru: pick(adminServiceMessages.ru),
})

export const SWITCH_FIELDS: readonly Field[] = [
  {
    key: 'state',
    kind: 'choice',
    label: text((t) => t.switch.state),
    options: [
      { value: 'on', label: text((t) => t.switch.stateOn) },
      { value: 'off', label: text((t) => t.switch.stateOff) },
    ],
  },
  ...LOCALES.map(
    (locale): Field => ({
      key: `text-${locale}`,
      kind: 'longText',
      optional: true,
      label: text((t) => t.switch.text[locale]),
      hint: text((t) => t.switch.hint),
    }),
  ),
]

const DATES: readonly Field[] = [
  { key: 'opensOn', kind: 'date', label: text((t) => t.window.opensOn) },
  {
    key: 'opensAt',
    kind: 'text',
    label: text((t) => t.window.opensAt),
    hint: text((t) => t.window.timeHint),
  },
  { key: 'closesOn', kind: 'date', label: text((t) => t.window.closesOn), notBefore: 'opensOn' },
  {
    key: 'closesAt',
    kind: 'text',
    label: text((t) => t.window.closesAt),
    hint: text((t) => t.window.closesHint),
  },
]

const CLOSED: readonly Field[] = LOCALES.map((locale) => ({
  key: `closed-${locale}`,
  kind: 'longText',
  optional: true,
  label: text((t) => t.window.closed[locale]),
}))

/** `isNew`: of which year is asked once; where the result has a day of its own that day is asked. */
export function windowFields({ isNew, hasAnswerBy }: { isNew: boolean; hasAnswerBy: boolean }): Field[] {
  const year: Field = {
    key: 'year',
    kind: 'text',
    label: text((t) => t.window.year),
    hint: text((t) => t.window.yearHint),
  }
  const answerBy: Field = { key: 'answerBy', kind: 'date', label: text((t) => t.window.answerBy) }
  return [...(isNew ? [year] : []), ...DATES, ...(hasAnswerBy ? [answerBy] : []), ...CLOSED]
}
