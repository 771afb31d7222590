import type { Review } from '@/lib/applications/provider/review'
import type { Step } from '@/lib/applications/provider/steps'
import type { Locale } from '@/lib/domain/text'
import { correctionMessages } from '@/lib/i18n/corrections'
import { decisionMessages } from '@/lib/i18n/decisions'

/** What the button of a step says: of a stage and of handing over, in the words of the service. */
export function stepAction(
  locale: Locale,
  step: Step,
  { paper, stage, handOver }: Pick<Review, 'paper' | 'stage' | 'handOver'>,
): string {
  const { steps } = decisionMessages[locale]
  switch (step) {
    case 'stage':
      return stage?.[locale] ?? ''
    case 'hand-over':
      return handOver?.[locale] ?? ''
    case 'correct':
      return correctionMessages[locale].ask.action
    case 'close-correction':
      return correctionMessages[locale].close.action
    case 'prepare':
    case 'sign':
      return steps[step].action(paper)
    default:
      return steps[step].action
  }
}
