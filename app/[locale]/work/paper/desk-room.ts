import { redirect } from 'next/navigation'
import type { FormRoom } from '@/components/application/form/form-room'
import { makeStatement, removePaperFile, savePaperStep } from '@/lib/applications/paper/actions'
import { DESK, type From } from '@/lib/applications/schema'
import { IDLE } from '@/lib/domain/form-state'
import type { Locale } from '@/lib/domain/text'
import { localePath } from '@/lib/i18n/locale'
import { paperEntryMessages } from '@/lib/i18n/paper-entry'
import { workMessages } from '@/lib/i18n/work'

/** The room of a form that a clerk fills in: all that the profile would know is asked here. */
export function deskRoom(locale: Locale, number: string, from: From): FormRoom {
  const t = paperEntryMessages[locale]
  return {
    save: savePaperStep,
    submit: makeStatement,
    submitLabel: t.makeStatement,
    remove: removing(locale, from),
    stepHref: (step) => localePath(locale, DESK.edit(number, step, { from })),
    trail: [
      { href: localePath(locale, '/work'), label: workMessages[locale].queue.title },
      { href: localePath(locale, DESK.list), label: t.title },
    ],
    profile: null,
  }
}

/** «Удалить» is a button alone, with no form around it to tell an answer: the page tells how things stand. */
function removing(locale: Locale, from: From) {
  return async (form: FormData): Promise<void> => {
    'use server'
    form.set('_locale', locale)
    if (from) form.set('from', from)
    const { status } = await removePaperFile(IDLE, form)
    if (status === 'signedOut') redirect(localePath(locale, '/login'))
  }
}
