import 'server-only'
import { createHash } from 'node:crypto'
import { type IRateLimiterStoreOptions, RateLimiterPrisma, RateLimiterRes } from 'rate-limiter-flexible'
import { prisma } from '@/lib/platform/db'

/** How often something may be tried before one has to wait; counted in the database, for all processes. */
const LIMITS = {
  // A person mistypes; a machine guesses. Counted per account and network, so that a stranger's wrong
  // passwords do not keep the owner out; from everywhere together the ceiling is wider.
  passwordFromHere: { points: 10, duration: 15 * 60 },
  passwordOfAccount: { points: 100, duration: 60 * 60 },
  // A school's computer room shares one address.
  passwordFromAddress: { points: 100, duration: 15 * 60 },
  registerFromAddress: { points: 100, duration: 60 * 60 },
  letterToAddress: { points: 5, duration: 60 * 60 },
  // Apart from the others: whoever registers with a foreign address must not use up its owner's way back in.
  resetToAddress: { points: 5, duration: 60 * 60 },
  letterFromAddress: { points: 100, duration: 60 * 60 },
  // Each is rendered, or read and checked, and kept.
  statementsOfAccount: { points: 60, duration: 60 * 60 },
  uploadsOfAccount: { points: 120, duration: 60 * 60 },
  // A volume of five hundred lines takes seconds to set, in which the process does nothing else.
  journalsOfAccount: { points: 20, duration: 15 * 60 },
  // A talk in one application, or of a clerk in all of a day's.
  messagesOfAccount: { points: 120, duration: 60 * 60 },
  // Each is some hundred milliseconds of arithmetic, and a question to the authority.
  signaturesOfAccount: { points: 60, duration: 60 * 60 },
  // One every eight seconds while a code is shown, for an hour on end.
  qrStepsOfAccount: { points: 450, duration: 60 * 60 },
  // Codes have 80 bits: the limit spares the database, guessing is hopeless anyway.
  checkFromAddress: { points: 100, duration: 15 * 60 },
  // Each is read, and may cost some hundred milliseconds of arithmetic.
  filesFromAddress: { points: 30, duration: 15 * 60 },
  // Whoever holds a paper knows its code; a birth date is one of some thousands.
  originalOfCode: { points: 5, duration: 60 * 60 },
  // First-graders were born within a year: by five an hour alone their dates would be tried within three days.
  originalOfCodeInDay: { points: 15, duration: 24 * 60 * 60 },
  // A slip of paper allows five tries of its own; an account that holds other people's is guessing.
  claimsOfAccount: { points: 10, duration: 15 * 60 },
} as const satisfies Record<string, { points: number; duration: number }>
export type Limit = keyof typeof LIMITS

const limiters = new Map<Limit, RateLimiterPrisma>()

function limiter(limit: Limit): RateLimiterPrisma {
  const known = limiters.get(limit)
  if (known) return known
  const options: IRateLimiterStoreOptions = {
    storeClient: prisma(),
    tableName: 'rateLimiterFlexible',
    keyPrefix: limit,
    ...LIMITS[limit],
  }
  const made = new RateLimiterPrisma(options)
  limiters.set(limit, made)
  return made
}

// Addresses of people and machines are personal data: the counters keep only a hash.
const keyOf = (who: string) => createHash('sha256').update(who).digest('base64url')

/** Counts one try before it is made, so that many at once are all counted. False: too many. */
export async function mayTry(limit: Limit, who: string): Promise<boolean> {
  return (await tryOnce(limit, who)) !== null
}

/** The same, for a person who is told how many tries are left after this one. Null: too many. */
export async function tryOnce(limit: Limit, who: string): Promise<number | null> {
  try {
    return (await limiter(limit).consume(keyOf(who))).remainingPoints
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return null
    throw refusal
  }
}

/** It was the person themself: their count starts anew. */
export async function forgetTries(limit: Limit, who: string): Promise<void> {
  await limiter(limit).delete(keyOf(who))
}

/** That try was no guess: it does not count against a shared address. */
export async function giveBackTry(limit: Limit, who: string): Promise<void> {
  await limiter(limit).reward(keyOf(who))
}
