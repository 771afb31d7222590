import { formatMonthDay } from '@/lib/domain/dates'
import type { ServiceDefinition } from '@/lib/domain/service'
import type { Locale } from '@/lib/domain/text'
import { commonMessages } from '@/lib/i18n/common'
import { courseMessages } from '@/lib/i18n/service-course'

/** «5 рабочих дней», or «не позже 31 августа» where a day counts: one wording wherever the term is told. */
export function termOf({ term, answerBy }: ServiceDefinition, locale: Locale): string {
  const t = courseMessages[locale]
  return answerBy ? t.byDay(formatMonthDay(answerBy, locale)) : t.term(term)
}

/** «1 апреля – 31 августа» or «круглый год». What is open today is asked when somebody applies. */
export function usualIntakeOf({ usualWindow }: ServiceDefinition, locale: Locale): string {
  const t = courseMessages[locale]
  if (!usualWindow) return t.allYear
  return t.usually(formatMonthDay(usualWindow.opens, locale), formatMonthDay(usualWindow.closes, locale))
}

/** «школа или отдел образования». */
export function providerOf({ providerKinds }: ServiceDefinition, locale: Locale): string {
  return either(
    providerKinds.map((kind) => courseMessages[locale].providers[kind]),
    locale,
  )
}

/** «а», «а или б», «а, б или в». */
export function either(items: readonly string[], locale: Locale): string {
  const last = items.at(-1) ?? ''
  if (items.length < 2) return last
  return `${items.slice(0, -1).join(', ')} ${commonMessages[locale].or} ${last}`
}

export const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
