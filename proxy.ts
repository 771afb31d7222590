import { type NextRequest, NextResponse } from 'next/server'
import { isLocale, type Locale } from '@/lib/domain/text'
import { DEFAULT_LOCALE, localePath, preferredLocale } from '@/lib/i18n/locale'
import { env, isDevelopment } from '@/lib/platform/env'
import { ROOMS } from './app/rooms.mjs'

const YEAR = 365 * 24 * 60 * 60

/** Pages only: `/api`, `/v` (it chooses the language itself), Next's own files and ours (`/robots.txt`) pass by. */
export const config = { matcher: ['/((?!api/|v/|_next/|[^/]*\\.).*)'] }

/** Chooses the language and the content security policy. It never decides who may see what. */
export function proxy(request: NextRequest): NextResponse {
  const { pathname } = request.nextUrl
  const [, locale, room = ''] = pathname.split('/')
  if (!isLocale(locale)) return redirectToLanguage(request)
  return ROOMS.includes(room) ? enterRoom(request, locale) : NextResponse.next()
}

function redirectToLanguage(request: NextRequest): NextResponse {
  const saved = request.cookies.get('locale')?.value
  const locale = isLocale(saved)
    ? saved
    : (preferredLocale(request.headers.get('accept-language')) ?? DEFAULT_LOCALE)
  const target = new URL(localePath(locale, request.nextUrl.pathname), request.url)
  target.search = request.nextUrl.search
  const response = NextResponse.redirect(target, 307)
  response.headers.set('Vary', 'Accept-Language, Cookie')
  response.headers.set('Cache-Control', 'private, no-cache')
  return response
}

function enterRoom(request: NextRequest, locale: Locale): NextResponse {
  const nonce = Buffer.from(crypto.randomUUID()).toString('base64')
  const policy = roomPolicy(nonce)
  const headers = new Headers(request.headers)
  // Next reads the nonce of its own scripts from this request header.
  headers.set('Content-Security-Policy', policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('Content-Security-Policy', policy)
  // Not on a post: a cookie set beside an action's answer makes Next draw the whole page anew, and a form whose
  // session has gone would lose what was typed.
  if (request.method === 'GET' && request.cookies.get('locale')?.value !== locale) {
    response.cookies.set('locale', locale, { path: '/', maxAge: YEAR, sameSite: 'lax' })
  }
  return response
}

/** Browsers post documents straight to the store and ask NCALayer on their own machine for signatures. */
function roomPolicy(nonce: string): string {
  const store = new URL(env().S3_ENDPOINT).origin
  // React's development build needs eval and styles of its own.
  const development = isDevelopment()
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    `style-src 'self'${development ? " 'unsafe-inline'" : ` 'nonce-${nonce}'`}`,
    `img-src 'self' data: blob: ${store}`,
    `connect-src 'self' ${store} ${new URL(env().NCALAYER_URL).origin}`,
    `form-action 'self' ${store}`,
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}
