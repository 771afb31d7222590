import 'server-only'
import { getLogin } from '@/lib/accounts/data'
import { findToken, type TokenKind } from '@/lib/notifications/tokens'
import { now } from '@/lib/platform/clock'
import { asSystem } from '@/lib/platform/db'
import { actorIfAny } from './session'

export type OpenedLink =
  | { status: 'open'; isOwn: boolean }
  /** Used before, and it did what it was for. */
  | { status: 'done' }
  | { status: 'expired' }

/** What the link of a letter can still do. Looking changes nothing: mail scanners follow links. */
export async function loadLink(kind: TokenKind, secret: string): Promise<OpenedLink> {
  const account = await asSystem('link', async (tx) => {
    const token = await findToken(tx, kind, secret, now())
    const login = token && (await getLogin(tx, token.accountId))
    return login && { id: login.id, confirmed: login.confirmed, used: token.used }
  })
  if (!account) return { status: 'expired' }
  if (kind === 'confirm' && account.confirmed) return { status: 'done' }
  if (account.used) return { status: 'expired' }
  return { status: 'open', isOwn: (await actorIfAny())?.userId === account.id }
}
