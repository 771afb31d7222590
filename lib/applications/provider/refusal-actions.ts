'use server'

import { redirect } from 'next/navigation'
import { carryValues } from '@/lib/auth/carried'
import { type Answer, formAction, type Submission } from '@/lib/auth/form-action'
import type { Actor } from '@/lib/domain/actor'
import type { Locale } from '@/lib/domain/text'
import { decisionMessages } from '@/lib/i18n/decisions'
import { localePath } from '@/lib/i18n/locale'
import { asActor } from '@/lib/platform/db'
import { parseNumber } from '../schema'
import { annul } from './annulment'
import { explainWith } from './explaining'
import { refuseIntake } from './intake'
import { type Reason, readReason } from './reason'
import { refuse } from './refusal'
import { settle } from './settle'
import { stepPath } from './steps'

/** The reason is read once more, as the paper says it, and signed there: it stands in no address. */
async function goOnToEds(
  number: number,
  step: 'refuse' | 'revoke',
  reason: Reason,
  locale: Locale,
): Promise<never> {
  const path = stepPath(number, step)
  await carryValues(path, reason)
  redirect(`${localePath(locale, path)}?sign=eds`)
}

/** «Добавить текст»: the form comes back with the words of a template in it. */
async function withTemplate({ actor, values, now }: Submission<Actor>): Promise<Answer> {
  const number = parseNumber(values['form.number'])
  const chosen = { typed: values.explanation ?? '', templateId: values.template ?? '' }
  const explanation = await asActor(actor, (tx) => explainWith(tx, actor, number, chosen, now))
  return { status: 'idle', values: { ...values, explanation } }
}

export const refuseApplicationIntake = formAction({
  access: 'person',
  run: async (input) =>
    input.intent === 'refresh'
      ? withTemplate(input)
      : settle('refuse-intake', input, async (number) => {
          const { reason, errors } = readReason(input.values, input.locale)
          if (errors.length === 0) await refuseIntake(input.actor, number, reason, input.now)
          return errors
        }),
})

export const refuseApplication = formAction({
  access: 'person',
  run: async (input) =>
    input.intent === 'refresh'
      ? withTemplate(input)
      : settle('refuse', input, async (number) => {
          const { reason, errors } = readReason(input.values, input.locale)
          if (errors.length > 0) return errors
          if (input.intent === 'eds') await goOnToEds(number, 'refuse', reason, input.locale)
          await refuse(input.actor, number, reason, input.now)
          return []
        }),
})

export const annulResult = formAction({
  access: 'person',
  run: (input) =>
    settle('revoke', input, async (number) => {
      const { actor, values, locale, intent, now } = input
      const { reason, errors } = readReason(values, locale)
      if (errors.length > 0) {
        const { groundRequired } = decisionMessages[locale].steps.revoke
        return errors.map((error) =>
          error.field === 'ground' ? { ...error, message: groundRequired } : error,
        )
      }
      if (intent === 'eds') await goOnToEds(number, 'revoke', reason, locale)
      await annul(actor, number, reason, now)
      return []
    }),
})
