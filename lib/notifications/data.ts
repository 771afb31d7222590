import 'server-only'
import type { Tx } from '@/lib/platform/db'

/** When the oldest letter that still waits was written; null when none does. */
export async function oldestUndelivered(tx: Tx): Promise<Date | null> {
  const oldest = await tx.outbox.findFirst({
    where: { deliveredAt: null, givenUpAt: null },
    orderBy: { createdAt: 'asc' },
    select: { createdAt: true },
  })
  return oldest?.createdAt ?? null
}

/**
 * Whom a letter goes to, as of now: addresses are read when it is sent, not when it was written. Null where nobody
 * is to be written to: the account is gone, or of somebody who applied on paper.
 */
export async function getRecipient(
  tx: Tx,
  accountId: string,
): Promise<{ email: string; confirmed: boolean } | null> {
  const account = await tx.account.findUnique({
    where: { id: accountId, isPaper: false },
    select: { email: true, emailConfirmedAt: true },
  })
  return account && { email: account.email, confirmed: account.emailConfirmedAt !== null }
}
