'use server'

import { redirect } from 'next/navigation'
import { formAction } from '@/lib/auth/form-action'
import { DomainError } from '@/lib/domain/error'
import type { FieldError } from '@/lib/domain/form-state'
import { normaliseText } from '@/lib/domain/person-name'
import { adminLookMessages } from '@/lib/i18n/admin-look'
import { formMessages } from '@/lib/i18n/forms'
import { localePath } from '@/lib/i18n/locale'
import { asActor } from '@/lib/platform/db'
import { requireAdmin } from '../policy'
import { LEAST_REASON, MOST_REASON, openLook } from './look'

export const look = formAction({
  access: 'person',
  run: async ({ actor, values, locale, now }) => {
    requireAdmin(actor)
    const t = adminLookMessages[locale]
    const typed = (values.number ?? '').replace(/[\s№]/gu, '')
    const number = /^[1-9]\d{0,8}$/.test(typed) ? Number(typed) : null
    const reason = normaliseText(values.reason ?? '')
    const errors: FieldError[] = []
    if (number === null) errors.push({ field: 'number', message: t.absent })
    if (reason.length < LEAST_REASON) errors.push({ field: 'reason', message: t.short })
    if (reason.length > MOST_REASON)
      errors.push({ field: 'reason', message: formMessages[locale].faults.tooLong })
    if (errors.length > 0 || number === null) return { status: 'invalid', errors }
    try {
      await asActor(actor, (tx) => openLook(tx, actor, { number, reason }, now))
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'absent') throw error
      return { status: 'invalid', errors: [{ field: 'number', message: t.absent }] }
    }
    redirect(localePath(locale, `/admin/applications?number=${number}`))
  },
})
