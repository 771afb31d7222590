import type { From } from '@/lib/applications/schema'
import type { FormButton } from '@/lib/domain/form-state'
import type { Locale } from '@/lib/domain/text'
import { goOnLabel } from '@/lib/i18n/cabinet'
import { commonMessages } from '@/lib/i18n/common'

/** Which step is posted; the dot keeps these names apart from those of questions. */
export function stepHidden(number: number | string, step: string, from: From): Record<string, string> {
  return { 'form.number': String(number), 'form.step': step, ...(from ? { 'form.from': from } : {}) }
}

/** All of them save; only the first asks for whole answers. Who came from the review goes back there, not on. */
export function stepButtons(locale: Locale, isFirst: boolean, from: From): FormButton[] {
  const t = commonMessages[locale]
  const isBack = !isFirst && from === null
  return [
    { label: goOnLabel(locale, from), variant: 'primary' },
    ...(isBack ? [{ label: t.back, variant: 'secondary', intent: 'back', unchecked: true } as const] : []),
    { label: t.saveAndLeave, variant: 'quiet', intent: 'later', unchecked: true },
  ]
}
