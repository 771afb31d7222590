'use server'

import { redirect } from 'next/navigation'
import { type Answer, formAction } from '@/lib/auth/form-action'
import { parseSlipCode } from '@/lib/domain/claim-slip'
import { claimMessages } from '@/lib/i18n/claims'
import { localePath } from '@/lib/i18n/locale'
import { drainSoon } from '@/lib/notifications/delivery'
import { applicationPath } from '../schema'
import { claim } from './claiming'

/** «Забрать заявку в кабинет»; what was typed is told to nobody but the form. */
export const claimApplication = formAction({
  access: 'person',
  run: async ({ actor, values, locale, now }): Promise<Answer> => {
    const t = claimMessages[locale].claim
    const digits = (name: string) => (values[name] ?? '').replace(/\D/g, '')
    const typed = { number: digits('number'), iin: digits('iin'), code: (values.code ?? '').trim() }
    const errors = (['number', 'iin', 'code'] as const)
      .filter((field) => typed[field] === '')
      .map((field) => ({ field, message: t.required[field] }))
    if (errors.length > 0) return { status: 'invalid', errors }
    const slip = {
      number: /^\d{1,9}$/.test(typed.number) ? Number(typed.number) : 0,
      iin: typed.iin,
      code: parseSlipCode(typed.code) ?? '',
    }
    const answer = await claim(actor, slip, locale, now)
    if (answer === 'wrong' || answer === 'otherIin') return { status: 'refused', message: t[answer] }
    if (answer !== 'claimed') return { status: 'refused', message: t.rival(answer.rival) }
    drainSoon()
    redirect(localePath(locale, applicationPath(slip.number)))
  },
})
