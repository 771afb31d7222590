import 'server-only'
import { redirect } from 'next/navigation'
import type { Answer, Submission } from '@/lib/auth/form-action'
import type { Actor } from '@/lib/domain/actor'
import { DomainError } from '@/lib/domain/error'
import type { FieldError } from '@/lib/domain/form-state'
import type { Locale } from '@/lib/domain/text'
import { decisionMessages } from '@/lib/i18n/decisions'
import { localePath } from '@/lib/i18n/locale'
import { drainSoon } from '@/lib/notifications/delivery'
import { parseNumber } from '../schema'
import { reviewPath, STEPS, type Step, stepPath } from './steps'

/**
 * Takes the step and goes back to the application. Whoever comes second is shown the page anew, which says
 * who was first or, of an order, which number is next.
 * `work` answers what is wrong with the form.
 */
export async function settle(
  step: Step,
  { values, locale }: Submission<Actor>,
  work: (number: number) => Promise<readonly FieldError[]>,
): Promise<Answer> {
  const number = parseNumber(values['form.number'])
  try {
    const errors = await work(number)
    if (errors.length > 0) return { status: 'invalid', errors }
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    // Of a stage the page would show the next one, with another form under the same words.
    if (error.code === 'conflict' && step !== 'stage') redirect(localePath(locale, stepPath(number, step)))
    return refused(error, step, locale)
  }
  drainSoon()
  redirect(`${localePath(locale, reviewPath(number))}?done=${STEPS[step]}`)
}

function refused(error: DomainError, step: Step, locale: Locale): Answer {
  const t = decisionMessages[locale]
  if (error.code === 'duplicate') return { status: 'refused', message: t.duplicate }
  if (error.code === 'conflict') return { status: 'refused', message: t.steps.stage.late }
  if (error.code === 'full') return { status: 'refused', message: t.full }
  if (error.code !== 'unsigned') throw error
  return {
    status: 'refused',
    message: step === 'register' ? t.steps.register.unsigned : t.steps.sign.needsScan,
  }
}
