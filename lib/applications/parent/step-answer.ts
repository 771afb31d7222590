import 'server-only'
import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import type { Answer, Submission } from '@/lib/auth/form-action'
import type { Actor } from '@/lib/domain/actor'
import { DomainError } from '@/lib/domain/error'
import type { Locale } from '@/lib/domain/text'
import { cabinetMessages, goOnLabel } from '@/lib/i18n/cabinet'
import { fieldErrors } from '@/lib/i18n/faults'
import { localePath } from '@/lib/i18n/locale'
import { asActor } from '@/lib/platform/db'
import { CABINET, type FormPlace, type From } from '../schema'
import { findRival, type SavedStep, saveTyped, type TypedStep } from './editing'
import { freeze } from './freezing'
import { readRowPress } from './row-press'
import { DOCUMENTS_STEP } from './step-page'

/** Where the form stands, and in which language its statement is made, where that is not the reader's. */
export type FormAt = { number: number; from: From; place?: FormPlace; statement?: Locale }

/** Which step is posted. */
type At = FormAt & { step: string }

/** Saves a step whichever button was pressed; only «Далее» asks for whole answers. */
export async function answerStep(submission: Submission<Actor>, at: At): Promise<Answer> {
  const { actor, locale, now, values, intent } = submission
  const { number, step } = at
  const input: TypedStep = { number, step, posted: (name) => values[name] ?? '', press: readRowPress(intent) }
  try {
    const saved = await asActor(actor, (tx) => saveTyped(tx, actor, input, now))
    return await answerSaved(submission, at, saved)
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    // Sent in another window, or no longer asked for: the way into the form knows where to.
    if (error.code === 'conflict') {
      const { place = CABINET } = at
      redirect(localePath(locale, place.application(number, '/edit')))
    }
    if (error.code !== 'duplicate') throw error
    const rival = await asActor(actor, (tx) => findRival(tx, actor, input, now))
    const t = cabinetMessages[locale].form
    if (rival.number === null) return { status: 'refused', message: t.duplicateOther }
    return {
      status: 'refused',
      message: rival.isForSelf ? t.duplicateSelf(rival.number) : t.duplicate(rival.number),
    }
  }
}

async function answerSaved(
  submission: Submission<Actor>,
  at: At,
  { step, steps, faults, mismatch, advice, places, focus }: SavedStep,
): Promise<Answer> {
  const { locale, language, intent, values, confirmed } = submission
  const { place = CABINET } = at
  const keys = [...steps, DOCUMENTS_STEP]
  const here = keys.indexOf(step.key)
  const goTo = (key: string, to = locale) =>
    redirect(localePath(to, place.edit(at.number, key, { from: at.from })))
  if (language) goTo(step.key, language)
  if (intent === 'back') goTo(keys[here - 1] ?? step.key)
  if (intent === 'later') redirect(localePath(locale, place.list))
  const isRedrawn = intent === 'refresh' || focus !== undefined
  const isWarned = mismatch.length > 0 || advice.length > 0
  if (!isRedrawn && faults.length === 0 && (!isWarned || confirmed)) {
    if (at.from === 'review') return freezeAndShow(submission, at)
    goTo(keys[here + 1] ?? DOCUMENTS_STEP)
  }
  // The page stays: its lists, and what it says is saved, follow what was posted.
  refresh()
  const kept = { ...values, ...places }
  if (isRedrawn) return { status: 'idle', values: kept, ...(focus ? { focus } : {}) }
  if (faults.length > 0)
    return { status: 'invalid', values: kept, errors: fieldErrors(locale, faults, step.fields) }
  const t = cabinetMessages[locale].form
  const said = [
    ...mismatch.map((what) => t.mismatch[what]),
    ...advice.map((text) => text[locale]),
    t.again(goOnLabel(locale, at.from)),
  ]
  return { status: 'warned', message: said.join('\n') }
}

/** Makes the statement and shows the application, or leads to what is not complete. */
export async function freezeAndShow(
  { actor, locale, now }: Pick<Submission<Actor>, 'actor' | 'locale' | 'now'>,
  { number, from, place = CABINET, statement = locale }: FormAt,
): Promise<never> {
  const { incomplete } = await freeze(actor, number, statement, now).catch((error: unknown) => {
    // Made in another window meanwhile: the page shows how things stand.
    if (error instanceof DomainError && error.code === 'conflict') return { incomplete: null }
    throw error
  })
  redirect(
    localePath(
      locale,
      incomplete ? place.edit(number, incomplete, { from, check: true }) : place.application(number),
    ),
  )
}
