import 'server-only'
import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import type { Answer, Submission } from '@/lib/auth/form-action'
import type { Actor } from '@/lib/domain/actor'
import { DomainError } from '@/lib/domain/error'
import { cabinetMessages } from '@/lib/i18n/cabinet'
import { fieldErrors } from '@/lib/i18n/faults'
import { localePath } from '@/lib/i18n/locale'
import { asActor } from '@/lib/platform/db'
import { applicationPath, editPath } from '../schema'
import { findRival, type Posted, type SavedStep, saveTyped } from './editing'
import { DOCUMENTS_STEP } from './step-page'

/** Saves a step whichever button was pressed; only «Далее» asks for whole answers. */
export async function answerStep(
  submission: Submission<Actor>,
  number: number,
  step: string,
): Promise<Answer> {
  const { actor, locale, now, values } = submission
  const posted: Posted = (name) => values[name] ?? ''
  try {
    const saved = await asActor(actor, (tx) => saveTyped(tx, actor, { number, step, posted }, now))
    return answerSaved(submission, number, saved)
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    // Sent in another window: there is nothing to edit any more.
    if (error.code === 'conflict') redirect(localePath(locale, applicationPath(number)))
    if (error.code !== 'duplicate') throw error
    const rival = await asActor(actor, (tx) => findRival(tx, actor, number, posted))
    const t = cabinetMessages[locale].form
    return { status: 'refused', message: rival === null ? t.duplicateOther : t.duplicate(rival) }
  }
}

function answerSaved(
  { locale, language, intent, values, confirmed }: Submission<Actor>,
  number: number,
  { service, step, faults, mismatch, place }: SavedStep,
): Answer {
  const keys = [...service.steps.map((s) => s.key), DOCUMENTS_STEP]
  const at = keys.indexOf(step.key)
  const goTo = (key: string, to = locale) => redirect(localePath(to, editPath(number, key)))
  if (language) goTo(step.key, language)
  if (intent === 'back') goTo(keys[at - 1] ?? step.key)
  if (intent === 'later') redirect(localePath(locale, '/cabinet/applications'))
  if (intent !== 'refresh' && faults.length === 0 && (mismatch.length === 0 || confirmed))
    goTo(keys[at + 1] ?? DOCUMENTS_STEP)
  // The page stays: its lists, and what it says is saved, follow what was posted.
  refresh()
  const kept = { ...values, ...place }
  if (intent === 'refresh') return { status: 'idle', values: kept }
  if (faults.length > 0)
    return { status: 'invalid', values: kept, errors: fieldErrors(locale, faults, step.fields) }
  const t = cabinetMessages[locale].form.mismatch
  return { status: 'warned', message: mismatch.map((what) => t[what]).join(' ') }
}
