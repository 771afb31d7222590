'use server'

import { formAction } from '@/lib/auth/form-action'
import { readFields } from '@/lib/domain/check-field'
import { isDateOnly } from '@/lib/domain/dates'
import { DomainError } from '@/lib/domain/error'
import { decisionMessages } from '@/lib/i18n/decisions'
import { fieldErrors } from '@/lib/i18n/faults'
import { asActor } from '@/lib/platform/db'
import { approve } from './approval'
import { handOver } from './handing-over'
import { loadSent, register } from './intake'
import { prepareResult, takeBack } from './result'
import { settle } from './settle'
import { completeStage, stageOf } from './stage'

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
