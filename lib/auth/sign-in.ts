import 'server-only'
import { signInCandidates } from '@/lib/accounts/data'
import { parseEmail } from '@/lib/accounts/schema'
import { audit } from '@/lib/audit/mutations'
import { asSystem } from '@/lib/platform/db'
import { forgetTries, giveBackTry, mayTry } from './delays'
import { startSession } from './mutations'
import { firstMatching, verifyPassword } from './password'

export type SignInResult = { status: 'ok'; sessionId: string } | { status: 'wrong' } | { status: 'tooMany' }

/**
 * Checks an address and a password and opens a session. Known and unknown addresses cost the same work and
 * get the same answer. The try is counted before the password is looked at, so that guesses sent at once
 * are all counted.
 */
export async function checkPassword(
  typed: { email: string; password: string },
  caller: string,
  now: Date,
): Promise<SignInResult> {
  const email = parseEmail(typed.email) ?? typed.email.trim().toLowerCase()
  if (!(await mayGuess(email, caller))) return { status: 'tooMany' }

  const candidates = await asSystem('sign-in', (tx) => signInCandidates(tx, email))
  const account = await firstMatching(candidates, typed.password)
  if (!account) {
    const tried = candidates.find((candidate) => candidate)?.id ?? 'unknown'
    await asSystem('sign-in', (tx) =>
      audit(tx, { actorId: null, action: 'signInFailed', subject: `account:${tried}` }),
    )
    return { status: 'wrong' }
  }
  const sessionId = await asSystem('sign-in', async (tx) => {
    await audit(tx, { actorId: account.id, action: 'signIn', subject: `account:${account.id}` })
    return startSession(tx, account.id, now)
  })
  // Anybody may register an unconfirmed account of a foreign address: signing in to it proves nothing about
  // guesses at the confirmed one.
  if (account === candidates.find((candidate) => candidate)) await guessedRight(email, caller)
  else await giveBackTry('passwordFromAddress', caller)
  return { status: 'ok', sessionId }
}

/** The password of one account that is known already, by the link of a letter; counted like a sign-in. */
export async function isPasswordOf(
  account: { email: string; passwordHash: string },
  password: string,
  caller: string,
): Promise<'yes' | 'no' | 'tooMany'> {
  if (!(await mayGuess(account.email, caller))) return 'tooMany'
  if (!(await verifyPassword(account.passwordHash, password))) return 'no'
  await guessedRight(account.email, caller)
  return 'yes'
}

async function mayGuess(email: string, caller: string): Promise<boolean> {
  const may = await Promise.all([
    mayTry('passwordFromHere', `${email} ${caller}`),
    mayTry('passwordOfAccount', email),
    mayTry('passwordFromAddress', caller),
  ])
  return !may.includes(false)
}

async function guessedRight(email: string, caller: string): Promise<void> {
  await Promise.all([
    forgetTries('passwordFromHere', `${email} ${caller}`),
    forgetTries('passwordOfAccount', email),
    giveBackTry('passwordFromAddress', caller),
  ])
}
