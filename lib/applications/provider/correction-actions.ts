'use server'

import { redirect } from 'next/navigation'
import { type Answer, formAction, type Submission } from '@/lib/auth/form-action'
import type { Actor } from '@/lib/domain/actor'
import { type CorrectionItem, MOST_ITEMS, NOTE_LENGTH } from '@/lib/domain/correction'
import { isCorrectionReason } from '@/lib/domain/correction-reasons'
import { DomainError } from '@/lib/domain/error'
import type { FieldError } from '@/lib/domain/form-state'
import type { Locale } from '@/lib/domain/text'
import { correctionMessages } from '@/lib/i18n/corrections'
import { localePath } from '@/lib/i18n/locale'
import { drainSoon } from '@/lib/notifications/delivery'
import { asActor } from '@/lib/platform/db'
import { parseNumber } from '../schema'
import { showItem } from '../shown-correction'
import { closeCorrection, requestCorrection } from './correction'
import { readCorrectionForm } from './correction-form'
import { loadSent } from './intake'
import { reviewPath, STEPS, type Step, stepPath } from './steps'

type Values = Submission<Actor>['values']

/** Which things the page asks about; its controls are named by their place in this list. */
const targetsOf = (values: Values) =>
  (values['form.items'] ?? '').split(' ').filter(Boolean).slice(0, MOST_ITEMS)

function readItems(values: Values, locale: Locale): { items: CorrectionItem[]; errors: FieldError[] } {
  const t = correctionMessages[locale].ask
  const errors: FieldError[] = []
  const items = targetsOf(values).flatMap((target, n): CorrectionItem[] => {
    const reason = values[`reason-${n}`] ?? ''
    const note = (values[`note-${n}`] ?? '').trim()
    if (!isCorrectionReason(reason)) errors.push({ field: `reason-${n}`, message: t.reasonRequired })
    if (reason === 'other' && note === '') errors.push({ field: `note-${n}`, message: t.noteRequired })
    if (note.length > NOTE_LENGTH) errors.push({ field: `note-${n}`, message: t.noteLong(NOTE_LENGTH) })
    return isCorrectionReason(reason) ? [{ target, reason, note }] : []
  })
  return { items, errors }
}

/** Puts the chosen words where there are none yet, and below those that are there. */
async function withTemplates(actor: Actor, number: number, values: Values, locale: Locale, now: Date) {
  const { templates } = await asActor(actor, async (tx) =>
    readCorrectionForm(tx, await loadSent(tx, actor, number), locale, now),
  )
  const filled: Record<string, string> = { ...values }
  targetsOf(values).forEach((_, n) => {
    const chosen = templates.find(({ id }) => id === values[`template-${n}`])
    if (!chosen) return
    filled[`note-${n}`] = [values[`note-${n}`]?.trim(), chosen.body].filter(Boolean).join('\n')
    filled[`template-${n}`] = ''
  })
  return filled
}

/** What the applicant will read, in their language. */
async function preview(actor: Actor, number: number, items: readonly CorrectionItem[]): Promise<string> {
  const { application, snapshot } = await asActor(actor, (tx) => loadSent(tx, actor, number))
  const { service, locale } = application
  return items
    .map((item) => showItem(service, snapshot.answers, item, locale))
    .map(({ label, reason, note }) => `${label}: ${[reason, note].filter(Boolean).join('. ')}`)
    .join('\n')
}

async function settled(number: number, step: Step, locale: Locale, work: Promise<void>): Promise<Answer> {
  try {
    await work
  } catch (error) {
    const isLate = error instanceof DomainError && error.code === 'conflict'
    if (!isLate) throw error
    // Somebody was first: the page says who.
    redirect(localePath(locale, stepPath(number, step)))
  }
  drainSoon()
  redirect(`${localePath(locale, reviewPath(number))}?done=${STEPS[step]}`)
}

export const requestApplicationCorrection = formAction({
  access: 'person',
  run: async ({ actor, values, locale, now, intent }) => {
    const number = parseNumber(values['form.number'])
    if (intent === 'refresh')
      return { status: 'idle', values: await withTemplates(actor, number, values, locale, now) }
    const { items, errors } = readItems(values, locale)
    if (errors.length > 0) return { status: 'invalid', errors }
    if (intent === 'preview') return { status: 'idle', message: await preview(actor, number, items) }
    const work = asActor(actor, (tx) => requestCorrection(tx, actor, number, items, now))
    return settled(number, 'correct', locale, work)
  },
})

export const closeApplicationCorrection = formAction({
  access: 'person',
  run: async ({ actor, values, locale, now }) => {
    const number = parseNumber(values['form.number'])
    const work = asActor(actor, (tx) => closeCorrection(tx, actor, number, now))
    return settled(number, 'close-correction', locale, work)
  },
})
