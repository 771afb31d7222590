import type { FormButton } from '@/lib/domain/form-state'
import type { Locale } from '@/lib/domain/text'
import { commonMessages } from '@/lib/i18n/common'

/** Which step is posted; the dot keeps these names apart from those of questions. */
export function stepHidden(number: number | string, step: string): Record<string, string> {
  return { 'form.number': String(number), 'form.step': step }
}

/** All of them save; only the first asks for whole answers. */
export function stepButtons(locale: Locale, isFirst: boolean): FormButton[] {
  const t = commonMessages[locale]
  return [
    { label: t.next, variant: 'primary' },
    ...(isFirst ? [] : [{ label: t.back, variant: 'secondary', intent: 'back', unchecked: true } as const]),
    { label: t.saveAndLeave, variant: 'quiet', intent: 'later', unchecked: true },
  ]
}
