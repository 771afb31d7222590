import 'server-only'
import { type Loaded, loadAs } from '@/lib/auth/loading'
import type { Actor } from '@/lib/domain/actor'
import { DomainError } from '@/lib/domain/error'
import type { Locale } from '@/lib/domain/text'
import { localePath } from '@/lib/i18n/locale'
import { asActor, type Tx } from '@/lib/platform/db'
import { isAdmin } from './policy'

/** `data` is null for what is absent, and for whoever is no administrator: then the room has no menu either. */
type Room<T> = { actor: Actor; isAdmin: boolean; data: T | null }
export type AdminPage<T> = Loaded<Room<T>> | { status: 'signedOut' }

/** A page of the administrators' room; `read` is asked for administrators only. */
export function loadAdmin<T>(
  locale: Locale,
  path: string,
  read: (tx: Tx, actor: Actor) => Promise<T>,
): Promise<AdminPage<T>> {
  return loadAs(locale, localePath(locale, path), async (actor) => {
    if (!isAdmin(actor)) return { actor, isAdmin: false, data: null }
    return { actor, isAdmin: true, data: await asActor(actor, (tx) => read(tx, actor)).catch(unlessAbsent) }
  })
}

function unlessAbsent(error: unknown): null {
  if (error instanceof DomainError && error.code === 'absent') return null
  throw error
}
