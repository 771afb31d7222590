import 'server-only'
import NextAuth, { CredentialsSignin, type NextAuthConfig } from 'next-auth'
import Credentials from 'next-auth/providers/credentials'
import { DEFAULT_LOCALE, localePath } from '@/lib/i18n/locale'
import { now } from '@/lib/platform/clock'
import { asSystem } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { logFailure } from '@/lib/platform/log'
import { callerAddress } from './caller'
import { cookieOptions, SESSION_SECONDS, sessionCookieName } from './cookie'
import { revokeSession } from './mutations'
import { checkPassword } from './sign-in'

class Refused extends CredentialsSignin {
  constructor(readonly reason: 'wrong' | 'tooMany') {
    super()
    this.code = reason
  }
}

// The callback of this provider is a public address beside our own form: all limits live behind it.
const credentials = Credentials({
  credentials: { email: {}, password: {} },
  async authorize(typed, request) {
    const { email, password } = typed
    if (typeof email !== 'string' || typeof password !== 'string') throw new Refused('wrong')
    const result = await checkPassword({ email, password }, callerAddress(request.headers), now())
    if (result.status !== 'ok') throw new Refused(result.status)
    return { id: result.sessionId }
  },
})

function config(request: Request | undefined): NextAuthConfig {
  const login = localePath(DEFAULT_LOCALE, '/login')
  return {
    providers: [credentials],
    secret: env().AUTH_SECRET,
    trustHost: true,
    basePath: '/api/auth',
    // Its own pages are English and unstyled: whoever lands there by hand is sent to ours.
    pages: { signIn: login, signOut: localePath(DEFAULT_LOCALE, '/cabinet'), error: login },
    session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
    cookies: { sessionToken: { name: sessionCookieName(), options: cookieOptions() } },
    callbacks: {
      jwt: ({ token, user }) => (user?.id ? { sid: user.id } : token),
      // What `/api/auth/session` shows to scripts: nothing but that there is a session.
      session: ({ session }) => ({ expires: session.expires }),
    },
    events: {
      signOut: async (message) => {
        const sid = 'token' in message ? message.token?.sid : undefined
        if (typeof sid === 'string') await asSystem('sign-out', (tx) => revokeSession(tx, sid, now()))
      },
    },
    logger: {
      error: (error) => {
        // A form of ours logs its own failure; only a bare request to the public address has nobody else.
        if (request && !(error instanceof CredentialsSignin)) logFailure('auth', causeOf(error))
      },
      warn: () => {},
      debug: () => {},
    },
  }
}

const auth = NextAuth(config)

export const handlers = auth.handlers

/** Signs in from one of our forms and sets the cookie. */
export async function signInWithPassword(
  email: string,
  password: string,
): Promise<'ok' | 'wrong' | 'tooMany'> {
  try {
    await auth.signIn('credentials', { email, password, redirect: false })
    return 'ok'
  } catch (error) {
    if (error instanceof Refused) return error.reason
    throw causeOf(error)
  }
}

/** next-auth wraps what went wrong inside `authorize`. */
function causeOf(error: unknown): unknown {
  const cause = error instanceof Error ? error.cause : undefined
  return typeof cause === 'object' && cause !== null && 'err' in cause ? cause.err : error
}
