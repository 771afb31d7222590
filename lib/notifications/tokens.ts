import 'server-only'
import { createHash, createHmac } from 'node:crypto'
import type { Tx } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'

/** What a link in a letter proves: that its reader reads that address. */
export type TokenKind = 'confirm' | 'reset' | 'invite'

const LIFE_MS: Readonly<Record<TokenKind, number>> = {
  confirm: 7 * 24 * 60 * 60 * 1000,
  reset: 60 * 60 * 1000,
  invite: 7 * 24 * 60 * 60 * 1000,
}

const hashOf = (secret: string) => createHash('sha256').update(secret).digest('base64url')

/**
 * Makes the secret of one letter's link and stores its hash. It is derived from the letter's id with a key
 * that no table holds: a second try of the same letter carries the same link, so that the provider knows it
 * for the same letter, and nobody who reads the outbox learns it.
 */
export async function issueToken(
  tx: Tx,
  letterId: string,
  { kind, accountId }: { kind: TokenKind; accountId: string },
  now: Date,
): Promise<string> {
  const secret = createHmac('sha256', env().AUTH_SECRET).update(`letter:${letterId}`).digest('base64url')
  const expiresAt = new Date(now.getTime() + LIFE_MS[kind])
  const hash = hashOf(secret)
  await tx.token.upsert({
    where: { hash },
    create: { hash, kind, accountId, expiresAt },
    update: { expiresAt },
    select: { hash: true },
  })
  return secret
}

/** Whose link this is, used or not; null when unknown or past its time. */
export async function findToken(
  tx: Tx,
  kind: TokenKind,
  secret: string,
  now: Date,
): Promise<{ accountId: string; used: boolean } | null> {
  const token = await tx.token.findFirst({
    where: { hash: hashOf(secret), kind, expiresAt: { gt: now } },
    select: { accountId: true, usedAt: true },
  })
  return token && { accountId: token.accountId, used: token.usedAt !== null }
}

/** Uses a link up. False when another request was first: of two at once only one goes on. */
export async function spendToken(tx: Tx, kind: TokenKind, secret: string, now: Date): Promise<boolean> {
  const { count } = await tx.token.updateMany({
    where: { hash: hashOf(secret), kind, usedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now },
  })
  return count === 1
}
