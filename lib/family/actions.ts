'use server'

import { redirect } from 'next/navigation'
import { carryValues, forgetCarried } from '@/lib/auth/carried'
import { formAction } from '@/lib/auth/form-action'
import type { Actor } from '@/lib/domain/actor'
import { dateInAlmaty } from '@/lib/domain/dates'
import { DomainError } from '@/lib/domain/error'
import type { Locale } from '@/lib/domain/text'
import { familyMessages } from '@/lib/i18n/family'
import { fieldErrors } from '@/lib/i18n/faults'
import { localePath } from '@/lib/i18n/locale'
import { readPlaces } from '@/lib/organisations/places'
import { asActor } from '@/lib/platform/db'
import * as family from './mutations'
import {
  CHILD_FIELDS,
  checkChild,
  checkValidUntil,
  childPath,
  FAMILY_PATH,
  NEW_CHILD,
  SCHOOLS,
  VALID_UNTIL,
} from './schema'

function text(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

function toFamily(locale: Locale): never {
  redirect(localePath(locale, FAMILY_PATH))
}

/** A button alone has nothing to keep: who is not signed in any more signs in, and presses again. */
function orSignIn(actor: Actor | null, locale: Locale): Actor {
  if (actor) return actor
  redirect(`${localePath(locale, '/login')}?next=${encodeURIComponent(localePath(locale, FAMILY_PATH))}`)
}

/** «Сохранить» of a child that is kept, or of a new one. */
export const saveChild = formAction({
  access: 'person',
  run: async ({ actor, form, locale, language, now, values, confirmed, intent }) => {
    const id = text(form, 'form.child')
    // In the other language, or with the schools of what was chosen: nothing typed is lost.
    if (language || intent === 'refresh') {
      await carryValues(childPath(id), values)
      redirect(localePath(language ?? locale, childPath(id)))
    }
    const messages = familyMessages[locale].child
    const place = await asActor(actor, (tx) =>
      readPlaces(tx, SCHOOLS, CHILD_FIELDS, (name) => values[name] ?? ''),
    )
    const checked = checkChild({ ...values, ...place }, dateInAlmaty(now))
    if (!checked.ok) {
      return { status: 'invalid', errors: fieldErrors(locale, checked.faults, CHILD_FIELDS) }
    }
    if (checked.mismatch && !confirmed) return { status: 'warned', message: messages.mismatch }
    const { child } = checked
    try {
      await asActor(actor, async (tx) => {
        if (id === NEW_CHILD) await family.addChild(tx, actor, child, now)
        else await family.changeChild(tx, actor, id, child, now)
      })
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'duplicate') throw error
      return { status: 'invalid', errors: [{ field: 'iin', message: messages.duplicate }] }
    }
    await forgetCarried()
    toFamily(locale)
  },
})

export const removeChild = formAction({
  access: 'anyone',
  run: async ({ actor: reader, form, locale }) => {
    const actor = orSignIn(reader, locale)
    await asActor(actor, (tx) => family.removeChild(tx, actor, text(form, 'child')))
    toFamily(locale)
  },
})

export const changeValidity = formAction({
  access: 'anyone',
  run: async ({ actor: reader, form, locale, now, values }) => {
    const actor = orSignIn(reader, locale)
    const checked = checkValidUntil(values, dateInAlmaty(now))
    if (!checked.ok) return { status: 'invalid', errors: fieldErrors(locale, checked.faults, [VALID_UNTIL]) }
    await asActor(actor, (tx) => family.changeValidity(tx, actor, text(form, 'paper'), checked.validUntil))
    toFamily(locale)
  },
})

export const removePaper = formAction({
  access: 'anyone',
  run: async ({ actor: reader, form, locale }) => {
    const actor = orSignIn(reader, locale)
    await asActor(actor, (tx) => family.removePaper(tx, actor, text(form, 'paper')))
    toFamily(locale)
  },
})
