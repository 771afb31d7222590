import 'server-only'
import { randomBytes } from 'node:crypto'
import type { Tx } from '@/lib/platform/db'
import { SESSION_SECONDS } from './cookie'

/** Opens a session and answers its id, which only the person's encrypted cookie will hold. */
export async function startSession(tx: Tx, accountId: string, now: Date): Promise<string> {
  const id = randomBytes(32).toString('base64url')
  await tx.session.create({ data: { id, accountId, createdAt: now, lastSeenAt: now }, select: { id: true } })
  return id
}

export async function revokeSession(tx: Tx, sessionId: string, now: Date): Promise<void> {
  await tx.session.updateMany({ where: { id: sessionId, revokedAt: null }, data: { revokedAt: now } })
}

/** Sessions and links that can open nothing any more, and counters that have run out. */
export async function forgetExpired(tx: Tx, now: Date): Promise<number> {
  const lastSeen = new Date(now.getTime() - SESSION_SECONDS * 1000)
  const sessions = await tx.session.deleteMany({
    where: { OR: [{ lastSeenAt: { lt: lastSeen } }, { revokedAt: { lt: lastSeen } }] },
  })
  const tokens = await tx.token.deleteMany({ where: { expiresAt: { lt: lastSeen } } })
  const counters = await tx.rateLimiterFlexible.deleteMany({ where: { expire: { lt: now } } })
  return sessions.count + tokens.count + counters.count
}
