import 'server-only'
import { headers } from 'next/headers'
import { redirect, unstable_rethrow } from 'next/navigation'
import { cache } from 'react'
import type { Actor } from '@/lib/domain/actor'
import type { Locale } from '@/lib/domain/text'
import { localePath } from '@/lib/i18n/locale'
import { now } from '@/lib/platform/clock'
import { asSystem } from '@/lib/platform/db'
import { logFailure } from '@/lib/platform/log'
import { clearSessionId, readSessionId } from './cookie'
import { getActor } from './data'
import { revokeSession } from './mutations'

/** The person of this request, read anew: for use after signing in within one action. */
export async function readActor(): Promise<Actor | null> {
  const sessionId = await readSessionId()
  if (!sessionId) return null
  return asSystem('session', (tx) => getActor(tx, sessionId, now()))
}

/** The person of this request, or null; read once however many parts of a page ask. */
export const currentActor: () => Promise<Actor | null> = cache(readActor)

/** For pages that go on without knowing: a database that is down reads as nobody. */
export function actorIfAny(): Promise<Actor | null> {
  return currentActor().catch((error: unknown) => {
    unstable_rethrow(error)
    return null
  })
}

/**
 * Sends whoever is not signed in to the login page and back. Null only while a form post is being answered
 * without a script: the page then shows `<SignedOut>`, which keeps what was typed.
 */
export async function requireActor(locale: Locale, path: string): Promise<Actor | null> {
  const actor = await currentActor()
  if (actor) return actor
  if ((await headers()).has('content-type')) return null
  redirect(`${localePath(locale, '/login')}?next=${encodeURIComponent(path)}`)
}

/** Ends the session. The cookie goes even when the database is down and the row cannot be revoked. */
export async function signOut(): Promise<void> {
  const sessionId = await readSessionId()
  await clearSessionId()
  if (!sessionId) return
  try {
    await asSystem('sign-out', (tx) => revokeSession(tx, sessionId, now()))
  } catch (error) {
    logFailure('sign-out', error)
  }
}
