/** The two languages of the platform. `kk` is the language; `kz` would be the country. */
export const LOCALES = ['kk', 'ru'] as const
export type Locale = (typeof LOCALES)[number]

/** A sentence in both languages; a missing one does not compile. */
export type Text = Readonly<Record<Locale, string>>

export function isLocale(value: unknown): value is Locale {
  return value === 'kk' || value === 'ru'
}
