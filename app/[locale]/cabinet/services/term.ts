import { formatDate } from '@/lib/domain/dates'
import type { WindowState } from '@/lib/domain/intake-window'
import type { ServiceDefinition } from '@/lib/domain/service'
import type { Locale } from '@/lib/domain/text'
import { cabinetMessages } from '@/lib/i18n/cabinet'
import { commonMessages } from '@/lib/i18n/common'
import { windowMessages } from '@/lib/i18n/windows'

/** The day that is set for the whole intake, or else the working days. */
export function termOf(
  { term, answerBy }: ServiceDefinition,
  window: WindowState,
  locale: Locale,
): string | null {
  if (!answerBy) return cabinetMessages[locale].services.term(commonMessages[locale].workingDays(term))
  const day = 'window' in window ? window.window.answerBy : null
  return day && windowMessages[locale].answerBy(formatDate(day, locale, 'long'))
}
