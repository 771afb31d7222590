import 'server-only'
import { cookies } from 'next/headers'
import { cookieOptions, openCookie, sealCookie } from './cookie'

// Long enough to load a page on a slow line; the values are the person's own and sealed.
const SECONDS = 120
const NAME = 'carried'
// Browsers drop cookies above 4096 bytes: then the page simply opens empty.
const MAX_LENGTH = 3_800

/** Keeps what was typed while a form changes its language: nothing is saved, nothing stands in the address. */
export async function carryValues(path: string, values: Readonly<Record<string, string>>): Promise<void> {
  const sealed = await sealCookie(NAME, { path, values }, SECONDS)
  if (sealed.length > MAX_LENGTH) return
  ;(await cookies()).set(NAME, sealed, { ...cookieOptions(), maxAge: SECONDS })
}

/** What was typed into this form just before its language was changed. */
export async function carriedValues(path: string): Promise<Readonly<Record<string, string>>> {
  const content = await openCookie(NAME)
  if (content?.path !== path || typeof content.values !== 'object' || content.values === null) return {}
  return Object.fromEntries(
    Object.entries(content.values).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
}

export async function forgetCarried(): Promise<void> {
  const jar = await cookies()
  if (jar.has(NAME)) jar.set(NAME, '', { ...cookieOptions(), maxAge: 0 })
}
