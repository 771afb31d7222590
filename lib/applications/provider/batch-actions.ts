'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { type Answer, formAction } from '@/lib/auth/form-action'
import type { Actor } from '@/lib/domain/actor'
import { type BatchAction, isBatchAction, MOST_ITEMS } from '@/lib/domain/batch'
import { DomainError } from '@/lib/domain/error'
import type { FieldError } from '@/lib/domain/form-state'
import type { Locale } from '@/lib/domain/text'
import { batchMessages } from '@/lib/i18n/batches'
import { localePath } from '@/lib/i18n/locale'
import { asActor } from '@/lib/platform/db'
import { batchPath, planBatch, planPath, readNumbers } from './batch-plan'
import { drainBatchSoon } from './batch-run'
import { type BatchParams, createBatch } from './batches'
import { explainMany } from './explaining'
import { readReason } from './reason'

/** A button of the queue for the rows that are ticked (`number`): first it is shown what would happen to which. */
export const startBatch = formAction({
  access: 'person',
  run: async ({ form, intent, locale }) => {
    if (!isBatchAction(intent)) throw new DomainError('invalid')
    const t = batchMessages[locale]
    const numbers = readNumbers(form.getAll('number').join('.'))
    if (numbers.length === 0) return { status: 'refused', message: t.nothing }
    if (numbers.length > MOST_ITEMS) return { status: 'refused', message: t.tooMany(MOST_ITEMS) }
    redirect(localePath(locale, planPath(intent, numbers)))
  },
})

type Typed = Readonly<Record<string, string>>

/** What is asked once for all, or what is wrong with it. */
function readParams(
  action: string,
  values: Typed,
  locale: Locale,
): { params: BatchParams; errors: FieldError[] } {
  if (action === 'refuseIntake') {
    const { reason, errors } = readReason(values, locale)
    return { params: { reason }, errors }
  }
  if (action !== 'assign') return { params: {}, errors: [] }
  const assigneeId = z.uuid().safeParse(values.assignee).data
  const message = batchMessages[locale].plan.assigneeRequired
  return { params: { assigneeId }, errors: assigneeId ? [] : [{ field: 'assignee', message }] }
}

/** «Добавить текст»: the form comes back with the words of a template in it. */
async function withTemplate(
  actor: Actor,
  action: BatchAction,
  numbers: readonly number[],
  values: Typed,
  now: Date,
): Promise<Answer> {
  const plan = await asActor(actor, (tx) => planBatch(tx, actor, action, numbers, now))
  const template = plan.templates.find(({ id }) => id === values.template)
  if (!template) return { status: 'idle', values }
  const explanation = explainMany(template, plan.languages, values.explanation ?? '', now)
  return { status: 'idle', values: { ...values, explanation } }
}

/** Starts what the page has shown, and goes to where its progress is seen. */
export const confirmBatch = formAction({
  access: 'person',
  run: async ({ actor, values, intent, locale, now }): Promise<Answer> => {
    const action = values['form.action'] ?? ''
    const id = z.uuid().safeParse(values['form.key']).data
    if (!isBatchAction(action) || !id) throw new DomainError('invalid')
    const numbers = readNumbers(values['form.numbers'] ?? '')
    if (intent === 'refresh') return withTemplate(actor, action, numbers, values, now)
    const { params, errors } = readParams(action, values, locale)
    if (errors.length > 0) return { status: 'invalid', errors }
    try {
      await asActor(actor, (tx) => createBatch(tx, actor, { id, action, params, numbers, locale }, now))
    } catch (error) {
      // Pressed twice: it is under way.
      if (!(error instanceof DomainError) || error.code !== 'conflict') throw error
    }
    drainBatchSoon(id)
    redirect(localePath(locale, batchPath(id)))
  },
})
