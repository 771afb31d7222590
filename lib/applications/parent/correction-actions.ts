'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { type Answer, formAction } from '@/lib/auth/form-action'
import { DomainError } from '@/lib/domain/error'
import type { Locale } from '@/lib/domain/text'
import { correctionMessages } from '@/lib/i18n/corrections'
import { fieldErrors } from '@/lib/i18n/faults'
import { localePath } from '@/lib/i18n/locale'
import { drainSoon } from '@/lib/notifications/delivery'
import { asActor } from '@/lib/platform/db'
import { applicationPath, parseNumber } from '../schema'
import { saveCorrected } from './correcting'
import { type Resubmitted, sendCorrected } from './resubmitting'
import { readRowPress } from './row-press'

/** «Сохранить» beside the questions of one step. */
export const saveCorrectedAnswers = formAction({
  access: 'person',
  run: async ({ actor, values, locale, now, intent }) => {
    const number = parseNumber(values['form.number'])
    const input = {
      number,
      step: values['form.step'] ?? '',
      posted: (name: string) => values[name] ?? '',
      press: readRowPress(intent),
    }
    const saved = await asActor(actor, (tx) => saveCorrected(tx, actor, input, now)).catch(
      (error: unknown) => {
        // Sent, or gone on with by the school meanwhile: the application's page says so.
        if (error instanceof DomainError && error.code === 'conflict')
          redirect(localePath(locale, applicationPath(number)))
        throw error
      },
    )
    refresh()
    const kept = { ...values, ...saved.places }
    if (intent === 'refresh' || saved.focus !== undefined)
      return { status: 'idle', values: kept, ...(saved.focus ? { focus: saved.focus } : {}) }
    const { faults, step } = saved
    if (faults.length > 0)
      return { status: 'invalid', values: kept, errors: fieldErrors(locale, faults, step.fields) }
    return { status: 'done', values: kept, message: correctionMessages[locale].task.saved }
  },
})

/** «Отправить исправленное», or «Далее: подписать заявление». */
export const sendCorrection = formAction({
  access: 'person',
  run: async ({ actor, values, locale, now, confirmed }) => {
    const number = parseNumber(values.number)
    const seen = { version: Number(values.version), locale, ticked: values.tick === 'yes', leaves: confirmed }
    const sent = await sendCorrected(actor, number, seen, now).catch((error: unknown) => {
      if (error instanceof DomainError && error.code === 'conflict') return 'stale' as const
      throw error
    })
    if (sent === 'sent') {
      drainSoon()
      redirect(localePath(locale, applicationPath(number)))
    }
    refresh()
    if (sent === 'toSign') redirect(localePath(locale, applicationPath(number, '/correct?sign=yes')))
    return answerOf(sent, locale)
  },
})

function answerOf(sent: Exclude<Resubmitted, 'sent' | 'toSign'> | 'stale', locale: Locale): Answer {
  const t = correctionMessages[locale].task
  if (sent === 'stale' || sent === 'unchanged') return { status: 'refused', message: t[sent] }
  if (sent === 'unticked') return { status: 'invalid', errors: [{ field: 'tick', message: t.tickRequired }] }
  if ('incomplete' in sent)
    return { status: 'refused', message: [t.incomplete, ...sent.incomplete].join('\n') }
  return { status: 'warned', message: [t.left, ...sent.left, t.leftAnyway].join('\n') }
}
