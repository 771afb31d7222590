'use server'

import { redirect } from 'next/navigation'
import { mayTry } from '@/lib/auth/delays'
import { formAction } from '@/lib/auth/form-action'
import { isRole } from '@/lib/domain/actor'
import { dateInAlmaty } from '@/lib/domain/dates'
import { DomainError, type ErrorCode } from '@/lib/domain/error'
import { isLocale } from '@/lib/domain/text'
import { adminPeopleMessages } from '@/lib/i18n/admin-people'
import { localePath } from '@/lib/i18n/locale'
import { drainSoon } from '@/lib/notifications/delivery'
import { asActor } from '@/lib/platform/db'
import { readForm } from '../form'
import { requireAdmin } from '../policy'
import { invite } from './invite'
import { changePeriod, endRole, resendInvitation } from './mutations'
import { INVITE_FIELDS, PERIOD_FIELDS } from './schema'

export const invitePerson = formAction({
  access: 'person',
  carry: '/admin/people/invite',
  run: async ({ actor, values: posted, locale, now }) => {
    requireAdmin(actor)
    const { values, errors } = readForm(INVITE_FIELDS, posted, { locale, today: dateInAlmaty(now) })
    const { role = '', email = '', locale: letter } = values
    if (errors.length > 0 || !isRole(role)) return { status: 'invalid', errors }
    if (!(await mayTry('letterToAddress', email))) throw new DomainError('tooMany')
    const t = adminPeopleMessages[locale].form.faults
    const invitation = {
      email,
      role,
      familyName: values.familyName ?? '',
      givenName: values.givenName ?? '',
      patronymic: values.patronymic ?? '',
      iin: values.iin ?? '',
      organisation: values.organisation ?? '',
      from: values.from ?? '',
      to: values.to || null,
      locale: isLocale(letter) ? letter : locale,
    }
    const done = await asActor(actor, (tx) => invite(tx, actor, invitation, now)).catch(unless('forbidden'))
    if (!done) return { status: 'refused', message: t.self }
    if (!done.ok) return { status: 'invalid', errors: [{ field: done.field, message: t[done.fault] }] }
    drainSoon()
    redirect(localePath(locale, `/admin/people/${done.accountId}?done=invited`))
  },
})

/** `save` gives a role another last day, `end` ends it at once. */
export const changeRole = formAction({
  access: 'person',
  run: async ({ actor, values: posted, intent, locale, now }) => {
    requireAdmin(actor)
    const { id = '', person = '' } = posted
    const t = adminPeopleMessages[locale]
    const back = (done: string) => redirect(localePath(locale, `/admin/people/${person}?done=${done}`))
    if (intent === 'end') {
      await asActor(actor, (tx) => endRole(tx, actor, id, now))
      return back('ended')
    }
    const { values, errors } = readForm(PERIOD_FIELDS, posted, { locale, today: dateInAlmaty(now) })
    if (errors.length > 0) return { status: 'invalid', errors }
    const to = values.to || null
    const saved = await asActor(actor, (tx) => changePeriod(tx, actor, id, to, now)).catch(
      unless('duplicate'),
    )
    if (saved === 'saved') return back('saved')
    const message = saved === 'early' ? t.person.before : t.form.faults.overlap
    return { status: 'invalid', errors: [{ field: 'to', message }] }
  },
})

export const resend = formAction({
  access: 'person',
  run: async ({ actor, values, locale }) => {
    requireAdmin(actor)
    const { person = '' } = values
    if (!(await mayTry('letterToAddress', `invitation ${person}`))) throw new DomainError('tooMany')
    await asActor(actor, (tx) => resendInvitation(tx, actor, person))
    drainSoon()
    return { status: 'done', message: adminPeopleMessages[locale].person.resent }
  },
})

function unless(code: ErrorCode) {
  return (error: unknown): null => {
    if (error instanceof DomainError && error.code === code) return null
    throw error
  }
}
