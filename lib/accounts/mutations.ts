import 'server-only'
import { createHash, randomUUID } from 'node:crypto'
import { audit } from '@/lib/audit/mutations'
import { type Actor, handOf } from '@/lib/domain/actor'
import { DomainError } from '@/lib/domain/error'
import type { ProfileKey } from '@/lib/domain/fields'
import type { Locale } from '@/lib/domain/text'
import { accountMessages, CONSENT_VERSION } from '@/lib/i18n/accounts'
import { enqueue } from '@/lib/notifications/mutations'
import { spendToken } from '@/lib/notifications/tokens'
import type { DbScope, Tx } from '@/lib/platform/db'
import { enqueueAddressLetter, lockAddress, takeAddress } from './address'
import { type AccountLogin, type Candidate, getLogin, signInCandidates } from './data'
import type { Registration } from './schema'

const DOUBLE_CLICK_MS = 60_000

/**
 * Always makes a new unconfirmed account, whoever else has the address, so that nobody learns who does; the
 * letter tells the address's owner. Only the same form posted twice is one account: `isSame` knows by the
 * password.
 */
export async function register(
  tx: Tx,
  person: Registration & { passwordHash: string; locale: Locale },
  { mayWrite, isSame }: { mayWrite: boolean; isSame: (account: Candidate) => Promise<boolean> },
  now: Date,
): Promise<string> {
  await lockAddress(tx, person.email)
  const [, newest] = await signInCandidates(tx, person.email)
  if (newest && (await isJustMade(tx, newest.id, now)) && (await isSame(newest))) return newest.id

  const { id } = await tx.account.create({ data: { ...person, createdAt: now }, select: { id: true } })
  await keepConsent(tx, id, person.locale, now)
  if (mayWrite) await enqueueAddressLetter(tx, { id, email: person.email, locale: person.locale })
  await audit(tx, { actorId: id, action: 'registered', subject: `account:${id}` })
  return id
}

async function keepConsent(tx: Tx, accountId: string, locale: Locale, acceptedAt: Date): Promise<void> {
  const textSha256 = consentSha256(locale)
  await tx.consent.create({
    data: { accountId, version: CONSENT_VERSION, locale, textSha256, acceptedAt },
    select: { id: true },
  })
}

/** Proves later which words the person agreed to. */
function consentSha256(locale: Locale): string {
  const { statements, agree } = accountMessages[locale].consent
  return createHash('sha256')
    .update([...statements, agree].join('\n'))
    .digest('hex')
}

async function isJustMade(tx: Tx, id: string, now: Date): Promise<boolean> {
  const since = new Date(now.getTime() - DOUBLE_CLICK_MS)
  return (await tx.account.count({ where: { id, createdAt: { gte: since } } })) > 0
}

/** Sends the letter about an unconfirmed address once more. */
export async function resendAddressLetter(tx: Tx, actor: Pick<DbScope, 'userId'>): Promise<void> {
  const account = await getLogin(tx, actor.userId)
  if (!account) throw new DomainError('absent')
  if (account.confirmed) throw new DomainError('conflict')
  await enqueueAddressLetter(tx, account)
}

/** Writes a link for a new password; for an unknown address the same row to nobody, so that the work is the same. */
export async function requestReset(tx: Tx, email: string, locale: Locale): Promise<void> {
  const [confirmed, newest] = await signInCandidates(tx, email)
  const recipientId = (confirmed ?? newest)?.id ?? randomUUID()
  await enqueue(tx, { event: 'reset_password', recipientId, locale })
  await audit(tx, { actorId: null, action: 'resetRequested', subject: `account:${recipientId}` })
}

/**
 * Sets a new password by a link that works once. All sessions end; the address is proven by the link, so
 * that it is confirmed and other unconfirmed accounts of it give way.
 */
export async function resetPassword(
  tx: Tx,
  account: AccountLogin,
  { secret, passwordHash }: { secret: string; passwordHash: string },
  now: Date,
): Promise<void> {
  await lockAddress(tx, account.email)
  if (!(await spendToken(tx, 'reset', secret, now))) throw new DomainError('absent')
  await takeAddress(tx, account, now)
  const { id } = account
  await tx.account.update({ where: { id }, data: { passwordHash }, select: { id: true } })
  await tx.session.updateMany({ where: { accountId: id, revokedAt: null }, data: { revokedAt: now } })
  await tx.token.deleteMany({ where: { accountId: id, usedAt: null } })
  await audit(tx, { actorId: id, action: 'passwordReset', subject: `account:${id}` })
}

/**
 * Opens the account that an invitation made: the link proves the address, the person sets the first password. Other
 * unconfirmed accounts of the address give way.
 */
export async function acceptInvitation(
  tx: Tx,
  account: AccountLogin,
  { secret, passwordHash, locale }: { secret: string; passwordHash: string; locale: Locale },
  now: Date,
): Promise<void> {
  await lockAddress(tx, account.email)
  if (!(await spendToken(tx, 'invite', secret, now))) throw new DomainError('absent')
  await takeAddress(tx, account, now)
  const { id } = account
  await tx.account.update({ where: { id }, data: { passwordHash, locale }, select: { id: true } })
  await tx.token.deleteMany({ where: { accountId: id, usedAt: null } })
  await keepConsent(tx, id, locale, now)
  await audit(tx, { actorId: id, action: 'invitationAccepted', subject: `account:${id}` })
}

/** What of the profile its owner may change; the address has its own way. */
export type ProfilePatch = Partial<Record<Exclude<ProfileKey, 'email'>, string>>

/** Saves checked values. A changed IIN is nobody's proven one any more. */
export async function saveProfile(
  tx: Tx,
  actor: Pick<Actor, 'userId' | 'byHandOf'>,
  patch: ProfilePatch,
  now: Date,
): Promise<void> {
  const { userId } = actor
  if (patch.iin !== undefined) {
    await tx.account.updateMany({
      where: { id: userId, iin: { not: patch.iin } },
      data: { iinProvenBy: null },
    })
  }
  const { count } = await tx.account.updateMany({
    where: { id: userId },
    data: {
      iin: patch.iin,
      familyName: patch.familyName,
      givenName: patch.givenName,
      patronymic: patch.patronymic,
      birthDate: patch.birthDate,
      phone: patch.phone,
      address: patch.address,
      residency: patch.residency,
      relation: patch.relation,
      updatedAt: now,
    },
  })
  if (count === 0) throw new DomainError('absent')
  await audit(tx, {
    actorId: handOf(actor),
    action: 'profileSaved',
    subject: `account:${userId}`,
    detail: { fields: Object.keys(patch).join(' ') },
  })
}

/** An EDS that holds and names the account's own IIN proves whose account it is. */
export async function proveIin(tx: Tx, accountId: string, iin: string): Promise<void> {
  const { count } = await tx.account.updateMany({
    // In SQL nothing equals NULL and nothing differs from it.
    where: { id: accountId, iin, OR: [{ iinProvenBy: null }, { iinProvenBy: { not: 'eds' } }] },
    data: { iinProvenBy: 'eds' },
  })
  if (count === 0) return
  await audit(tx, {
    actorId: accountId,
    action: 'iinProven',
    subject: `account:${accountId}`,
    detail: { by: 'eds' },
  })
}

/** Of somebody who applies on paper: it keeps what a clerk enters of them, and nobody ever signs in to it. */
export async function addPaperAccount(tx: Tx, clerkId: string, locale: Locale, now: Date): Promise<string> {
  const { id } = await tx.account.create({
    data: {
      isPaper: true,
      email: '',
      passwordHash: '',
      familyName: '',
      givenName: '',
      locale,
      createdAt: now,
    },
    select: { id: true },
  })
  await audit(tx, { actorId: clerkId, action: 'paperAccountMade', subject: `account:${id}` })
  return id
}

/** A member of staff has seen the document of the person whose account this is. False when the account says otherwise. */
export async function proveIinInPerson(
  tx: Tx,
  accountId: string,
  iin: string,
  clerkId: string,
): Promise<boolean> {
  const { count } = await tx.account.updateMany({
    where: { id: accountId, iin, iinProvenBy: null },
    data: { iinProvenBy: 'school' },
  })
  if (count === 0) return false
  await audit(tx, {
    actorId: clerkId,
    action: 'iinProven',
    subject: `account:${accountId}`,
    detail: { by: 'school' },
  })
  return true
}
