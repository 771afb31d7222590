import type { Text } from './text'

/** Placeholders that every paper knows, beside `{step.field}`, `{stage.field}` and `{result.field}`. */
export const BUILT_IN_PLACEHOLDERS = [
  'applicant.name',
  'applicant.iin',
  'applicant.address',
  'subject.name',
  'subject.iin',
  'subject.birthDate',
  'organisation.name',
  'organisation.address',
  'application.number',
  'application.date',
  'period.name',
  'order.number',
  'order.date',
] as const

const PLACEHOLDER = /\{([\w.]+)\}/g

export function placeholdersOf(text: Text): string[] {
  return [text.kk, text.ru].flatMap((s) => [...s.matchAll(PLACEHOLDER)].map((m) => m[1] ?? ''))
}

/** Puts values into `{placeholders}`; an unknown one throws, since the definition was checked. */
export function fillText(text: Text, values: Readonly<Record<string, Text>>): Text {
  const fill = (locale: 'kk' | 'ru') =>
    text[locale].replace(PLACEHOLDER, (_, name: string) => {
      const value = values[name]
      if (!value) throw new Error(`placeholder {${name}} has no value`)
      return value[locale]
    })
  return { kk: fill('kk'), ru: fill('ru') }
}
