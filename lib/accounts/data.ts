import 'server-only'
import type { Tx } from '@/lib/platform/db'

export type Candidate = { id: string; passwordHash: string }

/**
 * The accounts that an address may open: the confirmed one first, then the newest unconfirmed. Older
 * unconfirmed ones have given way.
 */
export async function signInCandidates(
  tx: Tx,
  email: string,
): Promise<[Candidate | undefined, Candidate | undefined]> {
  const select = { id: true, passwordHash: true } as const
  const confirmed = await tx.account.findFirst({ where: { email, emailConfirmedAt: { not: null } }, select })
  const newest = await tx.account.findFirst({
    where: { email, emailConfirmedAt: null },
    orderBy: { createdAt: 'desc' },
    select,
  })
  return [confirmed ?? undefined, newest ?? undefined]
}
