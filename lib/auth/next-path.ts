import { LOCALES, type Locale } from '@/lib/domain/text'
import { localePath } from '@/lib/i18n/locale'

const OWN_PATH = new RegExp(`^/(${LOCALES.join('|')})(/[\\w./-]*)?(\\?[\\w=&%.-]*)?$`)
const PAPER = /^\/api\/papers\/[\w/-]+$/

/** Where to go after signing in: an address of ours, in the language of the form, or a paper; else the cabinet. */
export function nextPath(wanted: string | null | undefined, locale: Locale): string {
  if (wanted && PAPER.test(wanted) && !wanted.includes('//')) return wanted
  const own = wanted ? OWN_PATH.exec(wanted) : null
  if (!own || wanted?.includes('..') || wanted?.includes('//')) return localePath(locale, '/cabinet')
  return localePath(locale, `${own[2] ?? '/'}${own[3] ?? ''}`)
}
