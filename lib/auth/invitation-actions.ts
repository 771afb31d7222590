'use server'

import { redirect } from 'next/navigation'
import { getLogin } from '@/lib/accounts/data'
import * as accounts from '@/lib/accounts/mutations'
import { accountErrors, passwordFaults } from '@/lib/accounts/schema'
import { DomainError } from '@/lib/domain/error'
import { accountMessages } from '@/lib/i18n/accounts'
import { localePath } from '@/lib/i18n/locale'
import { findToken } from '@/lib/notifications/tokens'
import { asSystem } from '@/lib/platform/db'
import { writeSessionId } from './cookie'
import { formAction } from './form-action'
import { startSession } from './mutations'
import { hashPassword } from './password'

const typed = (form: FormData, name: string) => {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

/** The first password of somebody who was invited as staff; the link has proven the address. */
export const acceptInvitation = formAction({
  access: 'anyone',
  run: async ({ form, locale, now, values }) => {
    const [secret, password] = [typed(form, 'token'), typed(form, 'password')]
    const invited = await asSystem('invitation', async (tx) => {
      const found = await findToken(tx, 'invite', secret, now)
      return found && !found.used ? getLogin(tx, found.accountId) : null
    })
    const expired = { status: 'refused', message: accountMessages[locale].invitation.expired } as const
    if (!invited || invited.confirmed) return expired
    const faults = [
      ...passwordFaults(password, typed(form, 'passwordRepeat'), invited.email),
      ...(values.consent === 'yes' ? [] : [{ field: 'consent', fault: 'consent' } as const]),
    ]
    if (faults.length > 0) return { status: 'invalid', errors: accountErrors(faults, locale) }
    const passwordHash = await hashPassword(password)
    const sessionId = await asSystem('invitation', async (tx) => {
      await accounts.acceptInvitation(tx, invited, { secret, passwordHash, locale }, now)
      return startSession(tx, invited.id, now)
    }).catch(unlessGone)
    if (!sessionId) return expired
    await writeSessionId(sessionId)
    redirect(localePath(locale, `/invitation/${secret}`))
  },
})

/** Two presses of one link, or an address that another account has proven meanwhile: nothing is left to do. */
function unlessGone(error: unknown): null {
  if (error instanceof DomainError && (error.code === 'absent' || error.code === 'conflict')) return null
  throw error
}
