'use server'

import { redirect } from 'next/navigation'
import { carryValues } from '@/lib/auth/carried'
import { type Answer, formAction, type Submission } from '@/lib/auth/form-action'
import type { Actor } from '@/lib/domain/actor'
import { readFields } from '@/lib/domain/check-field'
import { isDateOnly } from '@/lib/domain/dates'
import { DomainError } from '@/lib/domain/error'
import type { FieldError } from '@/lib/domain/form-state'
import type { Locale } from '@/lib/domain/text'
import { decisionMessages } from '@/lib/i18n/decisions'
import { fieldErrors } from '@/lib/i18n/faults'
import { localePath } from '@/lib/i18n/locale'
import { drainSoon } from '@/lib/notifications/delivery'
import { asActor } from '@/lib/platform/db'
import { parseNumber } from '../schema'
import { annul } from './annulment'
import { approve } from './approval'
import { handOver } from './handing-over'
import { loadSent, refuseIntake, register } from './intake'
import { type Reason, readReason } from './reason'
import { refuse } from './refusal'
import { prepareResult, takeBack } from './result'
import { completeStage, stageOf } from './stage'
import { reviewPath, STEPS, type Step, stepPath } from './steps'

/**
 * Takes the step and goes back to the application. Whoever comes second is shown the page anew, which says
 * who was first or, of an order, which number is next.
 * `work` answers what is wrong with the form.
 */
async function settle(
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

/** The clerk's word on the service area, as the form sends it. */
const AREAS: ReadonlyMap<string, boolean | null> = new Map([
  ['yes', true],
  ['no', false],
  ['later', null],
])

export const registerApplication = formAction({
  access: 'person',
  run: (input) =>
    settle('register', input, async (number) => {
      const { actor, values, locale, now } = input
      const { service } = await asActor(actor, async (tx) => (await loadSent(tx, actor, number)).application)
      const inArea = service.queue?.area ? AREAS.get(values.inArea ?? '') : null
      if (inArea === undefined)
        return [{ field: 'inArea', message: decisionMessages[locale].steps.register.areaRequired }]
      await register(actor, number, now, { inArea })
      return []
    }),
})

export const refuseApplicationIntake = formAction({
  access: 'person',
  run: (input) =>
    settle('refuse-intake', input, async (number) => {
      const { reason, errors } = readReason(input.values, input.locale)
      if (errors.length === 0) await refuseIntake(input.actor, number, reason, input.now)
      return errors
    }),
})

export const refuseApplication = formAction({
  access: 'person',
  run: (input) =>
    settle('refuse', input, async (number) => {
      const { reason, errors } = readReason(input.values, input.locale)
      if (errors.length > 0) return errors
      if (input.intent === 'eds') await goOnToEds(number, 'refuse', reason, input.locale)
      await refuse(input.actor, number, reason, input.now)
      return []
    }),
})

export const prepareApplicationResult = formAction({
  access: 'person',
  run: (input) =>
    settle('prepare', input, async (number) => {
      const { actor, values, locale, now } = input
      const { fields, faults } = await asActor(actor, async (tx) => {
        const { fields } = (await loadSent(tx, actor, number)).application.service.result
        const typed = readFields(fields, (name) => values[name] ?? '')
        return { fields, faults: await prepareResult(tx, actor, number, typed, now) }
      })
      return fieldErrors(locale, faults, fields)
    }),
})

export const completeApplicationStage = formAction({
  access: 'person',
  run: (input) =>
    settle('stage', input, async (number) => {
      const { actor, values, locale, now } = input
      const { application } = await asActor(actor, (tx) => loadSent(tx, actor, number))
      const { key, fields } = stageOf(application) ?? { key: '', fields: [] }
      // A page that lay open while the stage was completed asks for what is over.
      if (key !== values['form.stage']) throw new DomainError('conflict')
      const typed = readFields(fields, (name) => values[name] ?? '')
      const faults = await completeStage(actor, number, { stage: key, typed }, now)
      return fieldErrors(locale, faults, fields)
    }),
})

export const handOverPaper = formAction({
  access: 'person',
  run: (input) =>
    settle('hand-over', input, async (number) => {
      const { actor, values, locale, now } = input
      const { fields, faults } = await asActor(actor, async (tx) => {
        const { result } = (await loadSent(tx, actor, number)).application.service
        const fields = result.handOver?.fields ?? []
        const typed = readFields(fields, (name) => values[name] ?? '')
        return { fields, faults: await handOver(tx, actor, number, typed, now) }
      })
      return fieldErrors(locale, faults, fields)
    }),
})

export const takeResultBack = formAction({
  access: 'person',
  run: (input) =>
    settle('take-back', input, async (number) => {
      await asActor(input.actor, (tx) => takeBack(tx, input.actor, number, input.now))
      return []
    }),
})

export const approveResult = formAction({
  access: 'person',
  run: (input) =>
    settle('sign', input, async (number) => {
      const { actor, values, locale, now } = input
      const expected = { number: Number(values.expectedNumber), date: values.expectedDate ?? '' }
      if (!Number.isSafeInteger(expected.number) || !isDateOnly(expected.date))
        throw new DomainError('invalid')
      if (values.sheet !== 'yes') {
        const message = decisionMessages[locale].steps.sign.sheetRequired
        return [{ field: 'sheet', message }]
      }
      await approve(actor, number, expected, now)
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
