'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { confirmByLink } from '@/lib/accounts/address'
import { getLogin, getProfile } from '@/lib/accounts/data'
import * as accounts from '@/lib/accounts/mutations'
import { checkProfile } from '@/lib/accounts/profile'
import { accountErrors, checkRegistration, parseEmail, passwordFaults } from '@/lib/accounts/schema'
import { dateInAlmaty } from '@/lib/domain/dates'
import { DomainError } from '@/lib/domain/error'
import { accountMessages } from '@/lib/i18n/accounts'
import { formMessages } from '@/lib/i18n/forms'
import { localePath } from '@/lib/i18n/locale'
import { drainSoon } from '@/lib/notifications/delivery'
import { findToken } from '@/lib/notifications/tokens'
import { asActor, asSystem } from '@/lib/platform/db'
import { callerAddress } from './caller'
import { forgetCarried } from './carried'
import { writeSessionId } from './cookie'
import { forgetTries, mayTry } from './delays'
import { formAction } from './form-action'
import { startSession } from './mutations'
import { signInWithPassword } from './next-auth'
import { nextPath } from './next-path'
import { hashPassword, verifyPassword } from './password'
import { signOut } from './session'
import { isPasswordOf } from './sign-in'

const typed = (form: FormData, name: string) => {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

const caller = async () => callerAddress(await headers())

export const login = formAction({
  access: 'anyone',
  carry: '/login',
  run: async ({ form, locale }) => {
    const result = await signInWithPassword(typed(form, 'email'), typed(form, 'password'))
    if (result === 'tooMany') throw new DomainError('tooMany')
    if (result === 'wrong') return { status: 'invalid', message: formMessages[locale].wrongPassword }
    await forgetCarried()
    redirect(nextPath(typed(form, 'next'), locale))
  },
})

export const register = formAction({
  access: 'anyone',
  carry: '/register',
  run: async ({ form, locale, now, values }) => {
    const passwords = { password: typed(form, 'password'), repeat: typed(form, 'passwordRepeat') }
    const checked = checkRegistration(values, passwords, dateInAlmaty(now))
    if (!checked.ok) return { status: 'invalid', errors: accountErrors(checked.faults, locale) }
    const { registration } = checked
    if (!(await mayTry('registerFromAddress', await caller()))) throw new DomainError('tooMany')
    const mayWrite = await mayTry('letterToAddress', registration.email)
    const passwordHash = await hashPassword(passwords.password)
    const isSame = (account: { passwordHash: string }) =>
      verifyPassword(account.passwordHash, passwords.password)
    const sessionId = await asSystem('register', async (tx) => {
      const person = { ...registration, passwordHash, locale }
      return startSession(tx, await accounts.register(tx, person, { mayWrite, isSame }, now), now)
    })
    await writeSessionId(sessionId)
    await forgetCarried()
    drainSoon()
    redirect(nextPath(typed(form, 'next'), locale))
  },
})

export const requestReset = formAction({
  access: 'anyone',
  carry: '/password',
  run: async ({ locale, values }) => {
    const email = parseEmail(values.email ?? '')
    if (!email) {
      return { status: 'invalid', errors: accountErrors([{ field: 'email', fault: 'email' }], locale) }
    }
    if (!(await mayTry('letterFromAddress', await caller()))) throw new DomainError('tooMany')
    // Past the limit of one address nothing is written, and nothing else is said: the answer is always the same.
    if (await mayTry('resetToAddress', email)) {
      await asSystem('reset', (tx) => accounts.requestReset(tx, email, locale))
      drainSoon()
    }
    return { status: 'done', message: accountMessages[locale].forgot.sent, values: {} }
  },
})

export const resetPassword = formAction({
  access: 'anyone',
  run: async ({ form, locale, now }) => {
    const [secret, password] = [typed(form, 'token'), typed(form, 'password')]
    const token = await asSystem('reset', async (tx) => {
      const found = await findToken(tx, 'reset', secret, now)
      return found && !found.used ? getLogin(tx, found.accountId) : null
    })
    const expired = { status: 'refused', message: accountMessages[locale].reset.expired } as const
    if (!token) return expired
    const faults = passwordFaults(password, typed(form, 'passwordRepeat'), token.email)
    if (faults.length > 0) return { status: 'invalid', errors: accountErrors(faults, locale) }
    const passwordHash = await hashPassword(password)
    const sessionId = await asSystem('reset', async (tx) => {
      await accounts.resetPassword(tx, token, { secret, passwordHash }, now)
      return startSession(tx, token.id, now)
    }).catch(unlessGone)
    if (!sessionId) return expired
    await Promise.all([writeSessionId(sessionId), forgetTries('passwordOfAccount', token.email)])
    redirect(localePath(locale, '/cabinet'))
  },
})

export const confirmAddress = formAction({
  access: 'anyone',
  run: async ({ actor, form, locale, now }) => {
    const messages = accountMessages[locale].confirm
    const secret = typed(form, 'token')
    const account = await asSystem('confirm', async (tx) => {
      const found = await findToken(tx, 'confirm', secret, now)
      return found && !found.used ? getLogin(tx, found.accountId) : null
    })
    if (!account) return { status: 'refused', message: messages.expired }
    // Without this the owner of an address would confirm, by one click, an account whose password a stranger chose.
    const isOwn = actor?.userId === account.id
    if (!isOwn) {
      const answer = await isPasswordOf(account, typed(form, 'password'), await caller())
      if (answer === 'tooMany') throw new DomainError('tooMany')
      if (answer === 'no')
        return { status: 'invalid', errors: [{ field: 'password', message: messages.wrong }] }
    }
    const confirmed = await asSystem('confirm', async (tx) => {
      await confirmByLink(tx, account, secret, now)
      return { sessionId: isOwn ? null : await startSession(tx, account.id, now) }
    }).catch(unlessGone)
    if (!confirmed) return { status: 'refused', message: messages.expired }
    if (confirmed.sessionId) await writeSessionId(confirmed.sessionId)
    redirect(localePath(locale, `/confirm/${secret}`))
  },
})

export const saveProfile = formAction({
  access: 'person',
  carry: '/cabinet/profile',
  run: async ({ actor, locale, now, values, confirmed }) => {
    const messages = accountMessages[locale].profile
    const checked = checkProfile(values, dateInAlmaty(now))
    if (!checked.ok) return { status: 'invalid', errors: accountErrors(checked.faults, locale) }
    // The law knows no refusal for it: the digits of an IIN may differ from the papers.
    if (checked.mismatch && !confirmed) return { status: 'warned', message: messages.mismatch }
    await asActor(actor, (tx) => accounts.saveProfile(tx, actor, checked.patch, now))
    await forgetCarried()
    return { status: 'done', message: messages.saved }
  },
})

export const resendConfirmation = formAction({
  access: 'person',
  run: async ({ actor, locale }) => {
    const messages = accountMessages[locale].profile
    const { confirmed } = await asActor(actor, (tx) => getProfile(tx, actor))
    if (confirmed) return { status: 'done', message: messages.alreadyConfirmed }
    if (!(await mayTry('letterToAddress', actor.email))) throw new DomainError('tooMany')
    await asActor(actor, (tx) => accounts.resendAddressLetter(tx, actor))
    drainSoon()
    return { status: 'done', message: messages.resent }
  },
})

export const leave = formAction({
  access: 'anyone',
  run: async ({ locale }) => {
    await signOut()
    redirect(localePath(locale, '/login?left=yes'))
  },
})

/** Two presses of one link, or an address that another account has confirmed meanwhile: nothing is left to do. */
function unlessGone(error: unknown): null {
  if (error instanceof DomainError && (error.code === 'absent' || error.code === 'conflict')) return null
  throw error
}
