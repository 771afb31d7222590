import 'server-only'
import { audit } from '@/lib/audit/mutations'
import { DomainError } from '@/lib/domain/error'
import { enqueue } from '@/lib/notifications/mutations'
import { spendToken } from '@/lib/notifications/tokens'
import type { Tx } from '@/lib/platform/db'
import { type AccountLogin, getLogin } from './data'

/** One at a time for each address: whoever comes second sees what the first has done. */
export async function lockAddress(tx: Tx, email: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`address:${email}`}, 0))`
}

/**
 * Writes to the owner of the address of a new account: the link that confirms it, or, when the address has
 * a confirmed account already, a word about that one and no way to confirm this.
 */
export async function enqueueAddressLetter(tx: Tx, account: { id: string; email: string; locale: string }) {
  const owner = await tx.account.findFirst({
    where: { email: account.email, emailConfirmedAt: { not: null } },
    select: { id: true, locale: true },
  })
  await enqueue(tx, {
    event: owner ? 'address_known' : 'confirm_address',
    recipientId: owner?.id ?? account.id,
    locale: owner?.locale ?? account.locale,
  })
}

/**
 * Confirms the address of an account that has its link. @throws DomainError absent when the link is used up
 * or the account has given way, conflict when another account has the address.
 */
export async function confirmByLink(tx: Tx, account: AccountLogin, secret: string, now: Date): Promise<void> {
  // The address before the link: whoever wins deletes the loser's links, and must not wait for one of them.
  await lockAddress(tx, account.email)
  if (!(await spendToken(tx, 'confirm', secret, now))) throw new DomainError('absent')
  await takeAddress(tx, account, now)
}

/**
 * Makes the address this account's own; all other unconfirmed accounts of it give way with their drafts, in
 * the same transaction. Nothing to do when it is confirmed already. Trusts that the address is locked.
 */
export async function takeAddress(tx: Tx, { id, email }: AccountLogin, now: Date): Promise<void> {
  const account = await getLogin(tx, id)
  if (!account) throw new DomainError('absent')
  if (account.confirmed) return
  const taken = await tx.account.count({ where: { email, emailConfirmedAt: { not: null } } })
  if (taken > 0) throw new DomainError('conflict')
  await tx.account.update({ where: { id }, data: { emailConfirmedAt: now }, select: { id: true } })
  // An unconfirmed account cannot send, so drafts are all it has.
  const giveWay = { email, emailConfirmedAt: null, applications: { none: { status: { not: 'draft' } } } }
  await tx.application.deleteMany({ where: { status: 'draft', owner: giveWay } })
  // An invitation was to whoever reads the address: its roles go to the account that has proven it.
  await tx.membership.updateMany({ where: { account: giveWay }, data: { accountId: id } })
  const { count } = await tx.account.deleteMany({ where: giveWay })
  await audit(tx, {
    actorId: id,
    action: 'addressConfirmed',
    subject: `account:${id}`,
    detail: { gaveWay: count },
  })
}
