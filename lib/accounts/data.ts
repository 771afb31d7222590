import 'server-only'
import { DomainError } from '@/lib/domain/error'
import type { ProfileKey } from '@/lib/domain/fields'
import { isLocale, type Locale } from '@/lib/domain/text'
import { DEFAULT_LOCALE } from '@/lib/i18n/locale'
import type { DbScope, Tx } from '@/lib/platform/db'

export type Candidate = { id: string; passwordHash: string }

/**
 * The accounts that an address may open: the confirmed one first, then the newest unconfirmed. Older
 * unconfirmed ones have given way. Those of people who applied on paper have no address and open nothing, nor do
 * those of invited staff before the link of their letter has given them a password.
 */
export async function signInCandidates(
  tx: Tx,
  email: string,
): Promise<[Candidate | undefined, Candidate | undefined]> {
  const select = { id: true, passwordHash: true } as const
  const confirmed = await tx.account.findFirst({
    where: { email, isPaper: false, emailConfirmedAt: { not: null } },
    select,
  })
  const newest = await tx.account.findFirst({
    where: { email, isPaper: false, emailConfirmedAt: null, passwordHash: { not: '' } },
    orderBy: { createdAt: 'desc' },
    select,
  })
  return [confirmed ?? undefined, newest ?? undefined]
}

export type AccountLogin = {
  id: string
  email: string
  locale: Locale
  confirmed: boolean
  passwordHash: string
}

/** What signing in and the links of letters need of an account; null when it has given way, or is one of paper. */
export async function getLogin(tx: Tx, accountId: string): Promise<AccountLogin | null> {
  const account = await tx.account.findUnique({
    where: { id: accountId, isPaper: false },
    select: { id: true, email: true, emailConfirmedAt: true, locale: true, passwordHash: true },
  })
  if (!account) return null
  const { emailConfirmedAt, locale, ...rest } = account
  return {
    ...rest,
    locale: isLocale(locale) ? locale : DEFAULT_LOCALE,
    confirmed: emailConfirmedAt !== null,
  }
}

/** What a person told about themself; '' is "not told". `iinProvenBy` says whether anybody saw a document. */
export type Profile = Record<ProfileKey, string> & { confirmed: boolean; iinProvenBy: string | null }

/** The actor's own profile. @throws DomainError absent when the account has given way meanwhile. */
export async function getProfile(tx: Tx, actor: Pick<DbScope, 'userId'>): Promise<Profile> {
  const account = await tx.account.findUnique({
    where: { id: actor.userId },
    select: {
      iin: true,
      familyName: true,
      givenName: true,
      patronymic: true,
      birthDate: true,
      email: true,
      phone: true,
      address: true,
      residency: true,
      relation: true,
      emailConfirmedAt: true,
      iinProvenBy: true,
    },
  })
  if (!account) throw new DomainError('absent')
  const { emailConfirmedAt, ...profile } = account
  return { ...profile, confirmed: emailConfirmedAt !== null }
}
