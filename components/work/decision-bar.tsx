import { ButtonLink, type ButtonVariant } from '@/components/ui/button'
import type { Review } from '@/lib/applications/provider/review'
import type { Step } from '@/lib/applications/provider/steps'
import type { Locale } from '@/lib/domain/text'
import { localePath } from '@/lib/i18n/locale'
import { workMessages } from '@/lib/i18n/work'
import { stepAction } from './step-words'

const VARIANTS: Readonly<Record<Step, ButtonVariant>> = {
  register: 'primary',
  stage: 'primary',
  'hand-over': 'primary',
  prepare: 'primary',
  sign: 'primary',
  correct: 'secondary',
  'close-correction': 'secondary',
  'refuse-intake': 'secondary',
  'take-back': 'secondary',
  refuse: 'secondary',
  revoke: 'secondary',
}

/** At the bottom of the screen while the page is read: only what this person may do now. */
export function DecisionBar({ locale, review }: { locale: Locale; review: Review }) {
  const t = workMessages[locale].review
  if (review.steps.length === 0)
    return review.readsOnly ? <p className="mt-8 text-muted">{t.readsOnly}</p> : null
  return (
    <nav
      aria-label={t.decisions}
      className="bottom-bar no-print -mx-4 mt-8 flex flex-wrap gap-2 border-t-2 border-brand bg-paper px-4 py-3 sm:gap-3 md:sticky md:bottom-0"
    >
      {review.steps.map((step) => (
        <ButtonLink
          key={step}
          variant={VARIANTS[step]}
          href={localePath(locale, `/work/applications/${review.number}/${step}`)}
          className="grow sm:grow-0"
        >
          {stepAction(locale, step, review)}
        </ButtonLink>
      ))}
    </nav>
  )
}
