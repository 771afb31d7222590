import 'server-only'
import { hash, verify } from '@node-rs/argon2'

// OWASP's least for Argon2id, which is the package's default kind: 19 MiB, two passes, one lane; some 20 ms.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

// A flood of sign-ins must not take all memory and all cores: the rest wait here.
const AT_ONCE = 4
let running = 0
const waiting: (() => void)[] = []

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) await new Promise<void>((go) => waiting.push(go))
  else running += 1
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}

// Longer than any password that was ever set (200 letters, decomposed ones too): nobody hashes a book for a guess.
const MAX_UNITS = 1000

// The same password typed on another keyboard may come in another form of Unicode.
const canonical = (password: string) => password.slice(0, MAX_UNITS).normalize('NFKC')

export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(canonical(password), COST))
}

export function verifyPassword(storedHash: string, password: string): Promise<boolean> {
  return inTurn(() => verify(storedHash, canonical(password)))
}

let dummy: Promise<string> | undefined

/**
 * Which of two accounts the password opens. Always verifies twice, against a hash of nothing where an
 * account is missing, so that the time tells nobody which addresses are known.
 */
export async function firstMatching<T extends { passwordHash: string }>(
  candidates: readonly [T | undefined, T | undefined],
  password: string,
): Promise<T | null> {
  dummy ??= hashPassword('nobody has this password')
  const nobody = await dummy
  const matches = await Promise.all(
    candidates.map(async (candidate) => {
      const fits = await verifyPassword(candidate?.passwordHash ?? nobody, password)
      return fits && candidate ? candidate : null
    }),
  )
  return matches.find((match) => match !== null) ?? null
}
