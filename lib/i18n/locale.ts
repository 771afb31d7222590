import { isLocale, LOCALES, type Locale } from '@/lib/domain/text'

export const DEFAULT_LOCALE: Locale = 'kk'

/** Names of the languages in themselves, and the short labels of the switch. */
export const LANGUAGES: Readonly<Record<Locale, { name: string; label: string }>> = {
  kk: { name: 'Қазақша', label: 'KZ' },
  ru: { name: 'Русский', label: 'RU' },
}

export type LocaleParams = Promise<{ locale: string }>

/** The language of the address. Anything else never reaches a page: `proxy.ts` redirects it first. */
export async function loadLocale(params: LocaleParams): Promise<Locale> {
  const { locale } = await params
  return isLocale(locale) ? locale : DEFAULT_LOCALE
}

export function localeParams(): { locale: Locale }[] {
  return LOCALES.map((locale) => ({ locale }))
}

/** `localePath('ru', '/faq')` is `/ru/faq`; `/` is the home page. */
export function localePath(locale: Locale, path = '/'): string {
  return path === '/' ? `/${locale}` : `/${locale}${path}`
}

export function otherLocale(locale: Locale): Locale {
  return locale === 'kk' ? 'ru' : 'kk'
}

/** The best of our languages in an `Accept-Language` header; null when it names neither. */
export function preferredLocale(acceptLanguage: string | null): Locale | null {
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...rest] = part.trim().split(';')
      const q = rest.map((r) => /^\s*q=([\d.]+)$/.exec(r)?.[1]).find((v) => v !== undefined)
      return { language: tag.toLowerCase().split('-')[0] ?? '', q: q === undefined ? 1 : Number(q) }
    })
    .filter((w) => w.q > 0)
    .sort((a, b) => b.q - a.q)
  return wanted.map((w) => w.language).find(isLocale) ?? null
}
