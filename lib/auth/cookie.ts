import 'server-only'
import { cookies } from 'next/headers'
import { decode, encode } from 'next-auth/jwt'
import { env } from '@/lib/platform/env'

export const SESSION_SECONDS = 30 * 24 * 60 * 60

const isSecure = () => env().APP_URL.startsWith('https:')

/** `__Host-` keeps a neighbouring subdomain from planting a session; it needs https. */
export function sessionCookieName(): string {
  return isSecure() ? '__Host-session' : 'session'
}

export function cookieOptions() {
  return { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure() } as const
}

/** An encrypted cookie that the browser keeps and cannot read. */
export async function sealCookie(
  name: string,
  content: Readonly<Record<string, unknown>>,
  seconds: number,
): Promise<string> {
  return encode({ token: { ...content }, secret: env().AUTH_SECRET, salt: name, maxAge: seconds })
}

/** What `sealCookie` put there; null when absent, expired or not ours. */
export async function openCookie(name: string): Promise<Record<string, unknown> | null> {
  const token = (await cookies()).get(name)?.value
  if (!token) return null
  try {
    return await decode({ token, secret: env().AUTH_SECRET, salt: name })
  } catch {
    return null
  }
}

/** The cookie holds a random session id and nothing else; all it stands for is read from the database. */
export async function readSessionId(): Promise<string | null> {
  const content = await openCookie(sessionCookieName())
  return typeof content?.sid === 'string' ? content.sid : null
}

export async function writeSessionId(sid: string): Promise<void> {
  const name = sessionCookieName()
  const value = await sealCookie(name, { sid }, SESSION_SECONDS)
  ;(await cookies()).set(name, value, { ...cookieOptions(), maxAge: SESSION_SECONDS })
}

export async function clearSessionId(): Promise<void> {
  ;(await cookies()).set(sessionCookieName(), '', { ...cookieOptions(), maxAge: 0 })
}
