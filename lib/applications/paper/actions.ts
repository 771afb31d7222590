'use server'

import { redirect } from 'next/navigation'
import { type Answer, formAction, type Submission } from '@/lib/auth/form-action'
import type { Actor } from '@/lib/domain/actor'
import { DomainError } from '@/lib/domain/error'
import { isLocale, type Locale } from '@/lib/domain/text'
import { claimMessages } from '@/lib/i18n/claims'
import { localePath } from '@/lib/i18n/locale'
import { paperEntryMessages } from '@/lib/i18n/paper-entry'
import { drainSoon } from '@/lib/notifications/delivery'
import { asActor } from '@/lib/platform/db'
import { removeDocument } from '../documents'
import { answerStep, type FormAt, freezeAndShow } from '../parent/step-answer'
import { DOCUMENTS_STEP, getLastStep } from '../parent/step-page'
import { clerksAt } from '../policy'
import { reviewPath, stepPath } from '../provider/steps'
import { DESK, parseFrom, parseNumber } from '../schema'
import { acceptEntry, deleteEntry, getApplicant, startEntry } from './entering'
import { proveIdentity } from './identity'
import { undoClaim } from './undoing'

function go(locale: Locale, path: string): never {
  redirect(localePath(locale, path))
}

/** The same submission by the person at the desk, and the form it belongs to. */
async function atDesk(
  submission: Submission<Actor>,
  names: { number: string; from: string },
): Promise<{ by: Submission<Actor>; at: FormAt }> {
  const { actor: clerk, values } = submission
  const number = parseNumber(values[names.number])
  const { applicant, application } = await asActor(clerk, (tx) => getApplicant(tx, clerk, number))
  const from = parseFrom(values[names.from])
  return {
    by: { ...submission, actor: applicant },
    at: { number, from, place: DESK, statement: application.locale },
  }
}

export const startPaperEntry = formAction({
  access: 'person',
  run: async ({ actor: clerk, values, locale, now }): Promise<Answer> => {
    const t = paperEntryMessages[locale]
    const [only, ...others] = clerksAt(clerk)
    const organisationId = values.organisation || (others.length === 0 ? only : '') || ''
    const { service: slug = '', language = '' } = values
    const errors = [
      ...(organisationId ? [] : [{ field: 'organisation', message: t.chooseOrganisation }]),
      ...(slug ? [] : [{ field: 'service', message: t.chooseService }]),
      ...(isLocale(language) ? [] : [{ field: 'language', message: t.chooseLanguage }]),
    ]
    if (errors.length > 0 || !isLocale(language)) return { status: 'invalid', errors }
    const entry = { organisationId, slug, locale: language }
    const number = await asActor(clerk, (tx) => startEntry(tx, clerk, entry, now)).catch((error: unknown) => {
      if (error instanceof DomainError && error.code === 'absent') return null
      throw error
    })
    if (number === null) return { status: 'invalid', errors: [{ field: 'service', message: t.otherKind }] }
    go(locale, DESK.application(number, '/edit'))
  },
})

export const savePaperStep = formAction({
  access: 'person',
  run: async (submission) => {
    const { by, at } = await atDesk(submission, { number: 'form.number', from: 'form.from' })
    return answerStep(by, { ...at, step: submission.values['form.step'] ?? '' })
  },
})

/** «Подготовить заявление» of the last step. */
export const makeStatement = formAction({
  access: 'person',
  run: async (submission) => {
    const { locale, now, intent } = submission
    if (intent === 'later') go(locale, DESK.list)
    const { by, at } = await atDesk(submission, { number: 'number', from: 'from' })
    if (intent === 'back') {
      const last = await asActor(by.actor, (tx) => getLastStep(tx, by.actor, at.number, now))
      go(locale, DESK.edit(at.number, last))
    }
    return freezeAndShow(by, at)
  },
})

/** «Удалить» beside an attached file. */
export const removePaperFile = formAction({
  access: 'person',
  run: async ({ actor: clerk, values, locale, now }) => {
    const number = parseNumber(values.number)
    const { slot = '', documentId = '' } = values
    await asActor(clerk, (tx) => removeDocument(tx, clerk, { number, slot, documentId }, now)).catch(
      (error: unknown) => {
        // A second click, or somebody else's: the page shows how things stand.
        if (!(error instanceof DomainError) || error.code !== 'conflict') throw error
      },
    )
    go(locale, DESK.edit(number, DOCUMENTS_STEP, { from: parseFrom(values.from) }))
  },
})

export const acceptPaperEntry = formAction({
  access: 'person',
  run: async ({ actor: clerk, values, locale, now }): Promise<Answer> => {
    const t = paperEntryMessages[locale].accept
    const number = parseNumber(values.number)
    if (values.seen !== 'yes')
      return { status: 'invalid', errors: [{ field: 'seen', message: t.seenRequired }] }
    try {
      await acceptEntry(clerk, number, now)
    } catch (error) {
      const code = error instanceof DomainError ? error.code : null
      if (code === 'forbidden') return { status: 'refused', message: t.own }
      if (code === 'unsigned') return { status: 'refused', message: t.noScan }
      if (code === 'conflict') return { status: 'refused', message: t.late }
      // A second click: it is there already.
      if (code === 'absent') go(locale, reviewPath(number))
      throw error
    }
    go(locale, stepPath(number, 'register'))
  },
})

export const deletePaperEntry = formAction({
  access: 'person',
  run: async ({ actor: clerk, values, locale, confirmed }): Promise<Answer> => {
    const number = parseNumber(values.number)
    if (!confirmed) return { status: 'warned', message: paperEntryMessages[locale].remove.warning }
    await asActor(clerk, (tx) => deleteEntry(tx, clerk, number)).catch((error: unknown) => {
      if (!(error instanceof DomainError) || error.code !== 'absent') throw error
    })
    go(locale, DESK.list)
  },
})

export const undoPaperClaim = formAction({
  access: 'person',
  run: async ({ actor: clerk, values, locale, now, confirmed }): Promise<Answer> => {
    const t = claimMessages[locale].panel
    const number = parseNumber(values.number)
    if (!confirmed) return { status: 'warned', message: t.undoWarning }
    try {
      await asActor(clerk, (tx) => undoClaim(tx, clerk, number, now))
    } catch (error) {
      if (error instanceof DomainError && error.code === 'closed')
        return { status: 'refused', message: t.undoLate }
      throw error
    }
    drainSoon()
    go(locale, `${reviewPath(number)}?done=undoClaim`)
  },
})

export const proveApplicant = formAction({
  access: 'person',
  run: async ({ actor: clerk, values, locale, now }): Promise<Answer> => {
    const number = parseNumber(values.number)
    try {
      await asActor(clerk, (tx) => proveIdentity(tx, clerk, number, now))
    } catch (error) {
      if (error instanceof DomainError && error.code === 'conflict')
        return { status: 'refused', message: claimMessages[locale].identity.late }
      throw error
    }
    go(locale, `${reviewPath(number)}?done=proveIdentity`)
  },
})
