'use server'

import { redirect } from 'next/navigation'
import { type Answer, formAction } from '@/lib/auth/form-action'
import type { Actor } from '@/lib/domain/actor'
import { dateInAlmaty } from '@/lib/domain/dates'
import { DomainError } from '@/lib/domain/error'
import type { Locale } from '@/lib/domain/text'
import { checkValidUntil, VALID_UNTIL } from '@/lib/family/schema'
import { familyMessages } from '@/lib/i18n/family'
import { fieldErrors } from '@/lib/i18n/faults'
import { localePath } from '@/lib/i18n/locale'
import { asActor } from '@/lib/platform/db'
import { applicationPath, editPath, type From, parseFrom, parseNumber } from '../schema'
import { copyApplication } from './copying'
import { freeze } from './freezing'
import { keepAttached, takePaper } from './kept-papers'
import type { Who } from './prefill'
import { type Started, startFor } from './starting'
import { DOCUMENTS_STEP } from './step-page'

const documentsPath = (number: number, from: From = null) => editPath(number, DOCUMENTS_STEP, { from })

function text(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

/** A button alone has nothing to keep: who is not signed in any more signs in, and presses again. */
function orSignIn(actor: Actor | null, locale: Locale, path: string): Actor {
  if (actor) return actor
  redirect(`${localePath(locale, '/login')}?next=${encodeURIComponent(localePath(locale, path))}`)
}

/** `self`, `other`, or a child's id. */
function whoOf(value: string): Who {
  return value === 'other' || value === 'self' ? value : { child: value }
}

/** To what a new draft still lacks, or to its statement; to the one that stood in its way, saying so. */
async function goTo(
  { actor, locale, now }: { actor: Actor; locale: Locale; now: Date },
  { number, isNew }: Started,
): Promise<never> {
  if (!isNew) redirect(localePath(locale, applicationPath(number, '?found=yes')))
  // Whoever has made too many statements this hour makes this one by hand.
  const { incomplete } = await freeze(actor, number, locale, now).catch((error: unknown) => {
    if (error instanceof DomainError) return { incomplete: DOCUMENTS_STEP }
    throw error
  })
  redirect(localePath(locale, incomplete ? editPath(number, incomplete) : applicationPath(number)))
}

/** «Подать заявку» of a service: opens a draft for whom it is, or the one that is open. */
export const startApplication = formAction({
  access: 'person',
  run: async ({ actor, form, locale, now }): Promise<Answer> => {
    const [slug, who] = [text(form, 'slug'), text(form, 'who')]
    if (who === '' && form.has('asked')) {
      return { status: 'invalid', errors: [{ field: 'who', message: familyMessages[locale].start.choose }] }
    }
    const started = await asActor(actor, (tx) =>
      startFor(tx, actor, slug, whoOf(who || 'other'), locale, now),
    )
    // Nothing is known yet, or nothing was when this draft was opened.
    if (who === '' || who === 'other') redirect(localePath(locale, applicationPath(started.number, '/edit')))
    return goTo({ actor, locale, now }, started)
  },
})

/** «Подать снова с моими данными», and «такую же заявку на другого ребенка». */
export const applyAlike = formAction({
  access: 'anyone',
  run: async ({ actor: reader, form, locale, now }) => {
    const number = parseNumber(text(form, 'number'))
    const actor = orSignIn(reader, locale, applicationPath(number))
    const to = text(form, 'to')
    const who = to === 'same' || to === 'other' ? to : { child: to }
    const started = await asActor(actor, (tx) => copyApplication(tx, actor, number, who, locale, now))
    return goTo({ actor, locale, now }, started)
  },
})

/** «Взять из „Семьи“». */
export const takeFromFamily = formAction({
  access: 'anyone',
  run: async ({ actor: reader, form, locale, now }) => {
    const number = parseNumber(text(form, 'number'))
    const actor = orSignIn(reader, locale, documentsPath(number))
    const [slot, paperId] = [text(form, 'slot'), text(form, 'paperId')]
    await asActor(actor, (tx) => takePaper(tx, actor, { number, slot, paperId }, now))
    redirect(localePath(locale, documentsPath(number, parseFrom(text(form, 'from')))))
  },
})

/** «Сохранить в „Семье“», with the last day of validity where the paper has one. */
export const keepInFamily = formAction({
  access: 'anyone',
  run: async ({ actor: reader, form, locale, now, values }) => {
    const number = parseNumber(text(form, 'number'))
    const actor = orSignIn(reader, locale, documentsPath(number))
    const [slot, documentId] = [text(form, 'slot'), text(form, 'documentId')]
    const checked = form.has('asked') ? checkValidUntil(values, dateInAlmaty(now)) : null
    if (checked && !checked.ok) {
      return { status: 'invalid', errors: fieldErrors(locale, checked.faults, [VALID_UNTIL]) }
    }
    const validUntil = checked?.validUntil ?? null
    await asActor(actor, (tx) => keepAttached(tx, actor, { number, slot, documentId, validUntil }, now))
    redirect(localePath(locale, documentsPath(number, parseFrom(text(form, 'from')))))
  },
})
