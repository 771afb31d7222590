'use server'

import { redirect } from 'next/navigation'
import { type Answer, formAction } from '@/lib/auth/form-action'
import { DomainError } from '@/lib/domain/error'
import type { Locale } from '@/lib/domain/text'
import { edsMessages } from '@/lib/i18n/eds'
import { localePath } from '@/lib/i18n/locale'
import { drainSoon } from '@/lib/notifications/delivery'
import { asActor } from '@/lib/platform/db'
import { getOwn } from '../data'
import { isCorrectedSlot, SIGNED_STATEMENT } from '../document-slots'
import { removeDocument } from '../documents'
import { applicationPath, editPath, parseFrom, parseNumber } from '../schema'
import { deleteDraft } from './drafts'
import { cancel, chooseSigningAtSchool } from './sending'
import { type RefusedEds, sendSigned, signStatement } from './signing'
import { answerStep, freezeAndShow } from './step-answer'
import { DOCUMENTS_STEP, getLastStep } from './step-page'

const LIST = '/cabinet/applications'

function go(locale: Locale, path: string): never {
  redirect(localePath(locale, path))
}

function text(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

/** What somebody, or a second click, has done meanwhile is not an error: the page shows how things stand. */
async function unlessDone<T>(work: Promise<T>): Promise<T | 'done'> {
  return work.catch((error: unknown) => {
    if (error instanceof DomainError && error.code === 'conflict') return 'done' as const
    throw error
  })
}

export const editStep = formAction({
  access: 'person',
  run: (submission) => {
    const { form } = submission
    return answerStep(submission, {
      number: parseNumber(text(form, 'form.number')),
      step: text(form, 'form.step'),
      from: parseFrom(text(form, 'form.from')),
    })
  },
})

/** «Подать заявку» of the last step: freezes the statement, or leads to what is not complete. */
export const submitDraft = formAction({
  access: 'person',
  run: async ({ actor, form, locale, now, intent }) => {
    const number = parseNumber(text(form, 'number'))
    if (intent === 'later') go(locale, LIST)
    if (intent === 'back') {
      go(locale, editPath(number, await asActor(actor, (tx) => getLastStep(tx, actor, number, now))))
    }
    return freezeAndShow({ actor, locale, now }, { number, from: parseFrom(text(form, 'from')) })
  },
})

export const chooseAtSchool = formAction({
  access: 'person',
  run: async ({ actor, form, locale, now }) => {
    const number = parseNumber(text(form, 'number'))
    const chosen = await unlessDone(asActor(actor, (tx) => chooseSigningAtSchool(tx, actor, number, now)))
    go(locale, applicationPath(number, chosen !== 'done' && chosen.isCorrection ? '/correct' : ''))
  },
})

/** Why a signature does not hold, and what to do. */
const refusedEds = (locale: Locale, { code, moment }: RefusedEds): Answer => ({
  status: 'refused',
  message: edsMessages[locale].failure(code, { moment }),
})

export const sendApplication = formAction({
  access: 'person',
  run: async ({ actor, form, locale, now }) => {
    const number = parseNumber(text(form, 'number'))
    const refused = await unlessDone(sendSigned(actor, number, now))
    if (refused && refused !== 'done') return refusedEds(locale, refused)
    if (refused === null) drainSoon()
    go(locale, applicationPath(number))
  },
})

/** «Подписать с помощью ЭЦП»: what NCALayer made of the statement that the page showed. */
export const signWithEds = formAction({
  access: 'person',
  run: async ({ actor, form, locale, now }) => {
    const number = parseNumber(text(form, 'number'))
    const given = { statement: text(form, 'statement'), cms: Buffer.from(text(form, 'cms')) }
    const refused = await unlessDone(signStatement(actor, number, given, now))
    if (refused && refused !== 'done') return refusedEds(locale, refused)
    if (refused === null) drainSoon()
    go(locale, applicationPath(number))
  },
})

/** «Отменить заявку»: a draft is deleted, an open application withdrawn. */
export const cancelApplication = formAction({
  access: 'person',
  run: async ({ actor, form, locale, now }) => {
    const number = parseNumber(text(form, 'number'))
    const left = await unlessDone(
      asActor(actor, async (tx) => {
        const { status } = await getOwn(tx, actor, number)
        if (status === 'draft') await deleteDraft(tx, actor, number)
        else await cancel(tx, actor, number, now)
        return status === 'draft' ? 'deleted' : 'cancelled'
      }),
    ).catch((error: unknown) => {
      if (error instanceof DomainError && error.code === 'absent') return 'deleted' as const
      throw error
    })
    if (left === 'cancelled') drainSoon()
    go(locale, left === 'deleted' ? LIST : applicationPath(number))
  },
})

/** «Удалить» beside an attached file. */
export const removeFile = formAction({
  access: 'person',
  run: async ({ actor, form, locale, now }) => {
    const number = parseNumber(text(form, 'number'))
    const [slot, documentId] = [text(form, 'slot'), text(form, 'documentId')]
    await unlessDone(asActor(actor, (tx) => removeDocument(tx, actor, { number, slot, documentId }, now)))
    // No #document-…: to an address that differs by that alone, a script only scrolls and draws nothing new.
    const from = parseFrom(text(form, 'from'))
    if (isCorrectedSlot(slot)) go(locale, applicationPath(number, '/correct'))
    go(
      locale,
      slot === SIGNED_STATEMENT.key ? applicationPath(number) : editPath(number, DOCUMENTS_STEP, { from }),
    )
  },
})
