'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { callerAddress } from '@/lib/auth/caller'
import { formAction } from '@/lib/auth/form-action'
import { parseCheckCode } from '@/lib/domain/check-code'
import { parseDateParts } from '@/lib/domain/dates'
import { DomainError } from '@/lib/domain/error'
import { formMessages } from '@/lib/i18n/forms'
import { localePath } from '@/lib/i18n/locale'
import { originalMessages } from '@/lib/i18n/verify-original'
import { drainSoon } from '@/lib/notifications/delivery'
import { handOriginal } from './handed'
import { unlockOriginal } from './original'

export const getOriginal = formAction({
  access: 'anyone',
  run: async ({ locale, values }) => {
    const t = originalMessages[locale]
    const code = parseCheckCode(values.code ?? '')
    if (!code) throw new DomainError('absent')
    const wrong = (message: string) => ({ status: 'invalid', errors: [{ field: 'birth', message }] }) as const
    const { 'birth-day': day = '', 'birth-month': month = '', 'birth-year': year = '' } = values
    const birthDate = parseDateParts(day, month, year)
    if (!birthDate) return wrong(formMessages[locale].faults.date)
    const answer = await unlockOriginal({ code, birthDate }, callerAddress(await headers()))
    if (answer.status === 'tooMany') return { status: 'refused', message: t.tooMany }
    if (answer.status === 'wrong') return wrong(t.wrong(answer.triesLeft))
    await handOriginal(code)
    drainSoon()
    redirect(`${localePath(locale, '/verify')}?code=${code}#original`)
  },
})
