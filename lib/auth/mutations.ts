import 'server-only'
import { randomBytes } from 'node:crypto'
import type { Tx } from '@/lib/platform/db'

/** Opens a session and answers its id, which only the person's encrypted cookie will hold. */
export async function startSession(tx: Tx, accountId: string, now: Date): Promise<string> {
  const id = randomBytes(32).toString('base64url')
  await tx.session.create({ data: { id, accountId, createdAt: now, lastSeenAt: now }, select: { id: true } })
  return id
}

export async function revokeSession(tx: Tx, sessionId: string, now: Date): Promise<void> {
  await tx.session.updateMany({ where: { id: sessionId, revokedAt: null }, data: { revokedAt: now } })
}
