import 'server-only'
import { unstable_rethrow } from 'next/navigation'
import type { Actor } from '@/lib/domain/actor'
import { DomainError } from '@/lib/domain/error'
import type { Locale } from '@/lib/domain/text'
import { logFailure } from '@/lib/platform/log'
import { requireActor } from './session'

export type Loaded<T> =
  | { status: 'ready'; data: T }
  | { status: 'absent' }
  | { status: 'unavailable'; requestId: string }

/**
 * What a page shows instead of an error: without JavaScript a thrown one would be an empty body.
 * `forbidden` reads as `absent`, so that nobody learns what exists.
 */
export async function load<T>(work: () => Promise<T>): Promise<Loaded<T>> {
  try {
    return { status: 'ready', data: await work() }
  } catch (error) {
    unstable_rethrow(error)
    if (error instanceof DomainError && (error.code === 'absent' || error.code === 'forbidden')) {
      return { status: 'absent' }
    }
    return { status: 'unavailable', requestId: logFailure('page', error) }
  }
}

/** The same for a page that needs a person; `signedOut` only while a form post is being answered. */
export async function loadAs<T>(
  locale: Locale,
  path: string,
  work: (actor: Actor) => Promise<T>,
): Promise<Loaded<T> | { status: 'signedOut' }> {
  const loaded = await load(async () => {
    const actor = await requireActor(locale, path)
    return actor && { data: await work(actor) }
  })
  if (loaded.status !== 'ready') return loaded
  return loaded.data ? { status: 'ready', data: loaded.data.data } : { status: 'signedOut' }
}
