import { isLocale, type Locale } from '@/lib/domain/text'
import { DEFAULT_LOCALE, preferredLocale } from './locale'

/** The language of a request whose address names none: as chosen before, else as the browser asks. */
export function requestLocale(request: Request): Locale {
  const cookies = request.headers.get('cookie') ?? ''
  const saved = /(?:^|;\s*)locale=(\w+)/.exec(cookies)?.[1]
  if (isLocale(saved)) return saved
  return preferredLocale(request.headers.get('accept-language')) ?? DEFAULT_LOCALE
}
