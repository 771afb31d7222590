import 'server-only'
import { proveIin } from '@/lib/accounts/mutations'
import { enqueue } from '@/lib/notifications/mutations'
import { asSystem, type Tx } from '@/lib/platform/db'
import { logFailure } from '@/lib/platform/log'
import { checkStatementAgain, isRefuted } from './checking'
import type { Outcome } from './eds/outcome'
import { confirmSignature, refuteSignature } from './mutations'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
/** Longer than any question takes: after it the signature of a process that died is taken up again. */
const LEASE_MS = 5 * MINUTE
/** After the second, the third… question that stayed without an answer; the first wait is ten minutes. */
const WAITS_MS = [30 * MINUTE, HOUR, 2 * HOUR, 6 * HOUR]
/** All at once, within the minute of the clock that asks for this. */
const AT_ONCE = 10

type Pending = {
  id: string
  content: Uint8Array
  signedSha256: string
  signerIin: string
  receivedAt: Date
  rechecks: number
  number: number
  ownerId: string
  locale: string
}

type Result = 'valid' | 'refuted' | 'pending'

/**
 * Asks about revocation of the statements' signatures for which nobody could be asked when they came. `fetchSigned`
 * reads what was signed by its SHA-256.
 */
export async function recheckSignatures(
  fetchSigned: (sha256: string) => Promise<Uint8Array>,
  now: Date,
): Promise<Record<Result, number>> {
  const pending = await asSystem('recheck', (tx) => claim(tx, now))
  const counts = { valid: 0, refuted: 0, pending: 0 }
  const recheckOne = async (one: Pending) => {
    const { content, signedSha256, signerIin } = one
    const outcome = await checkStatementAgain(content, await fetchSigned(signedSha256), signerIin, now)
    return asSystem('recheck', (tx) => settle(tx, one, outcome, now))
  }
  const results = pending.map((one) =>
    recheckOne(one).catch((error: unknown): Result => {
      // Its lease ends by itself.
      logFailure('recheck', error)
      return 'pending'
    }),
  )
  for (const result of await Promise.all(results)) counts[result] += 1
  return counts
}

/** Those that are due and still stand under a statement, for the time of the lease; no two jobs get the same one. */
function claim(tx: Tx, now: Date): Promise<Pending[]> {
  const lease = new Date(now.getTime() + LEASE_MS)
  return tx.$queryRaw<Pending[]>`
    UPDATE signature s SET recheck_at = ${lease}, rechecks = s.rechecks + 1
    FROM revision r JOIN application a ON a.id = r.application_id
    WHERE r.id = s.revision_id AND s.id IN (
      SELECT due.id FROM signature due JOIN revision signed ON signed.id = due.revision_id
      WHERE due.status = 'revocationPending' AND due.recheck_at <= ${now}
        AND signed.voided_at IS NULL AND signed.signed_by = 'cms'
      ORDER BY due.recheck_at
      LIMIT ${AT_ONCE}
      FOR UPDATE OF due SKIP LOCKED
    )
    RETURNING s.id, s.content, s.signed_sha256 AS "signedSha256", s.signer_iin AS "signerIin",
      s.received_at AS "receivedAt", s.rechecks, a.number, a.owner_id AS "ownerId", a.locale`
}

async function settle(tx: Tx, one: Pending, outcome: Outcome, now: Date): Promise<Result> {
  const { id, signerIin, receivedAt, number, ownerId, locale } = one
  // A key that was given up after it had signed: what it signed holds.
  const wasValid = outcome.code === 'CERT_REVOKED' && outcome.moment && outcome.moment > receivedAt
  if (outcome.status === 'VALID' || wasValid) {
    const kept = outcome.status === 'VALID' ? outcome.evidence.revocation : null
    await confirmSignature(tx, id, kept ?? { checkedAt: now, response: null })
    await proveIin(tx, ownerId, signerIin)
    return 'valid'
  }
  if (isRefuted(outcome)) {
    const isNews = await refuteSignature(tx, id, now)
    if (isNews)
      await enqueue(tx, { event: 'statement_refuted', recipientId: ownerId, locale, payload: { number } })
    return 'refuted'
  }
  // Of a key that has run out nobody says any more whether it was revoked before.
  const wait = WAITS_MS[Math.min(one.rechecks, WAITS_MS.length) - 1] ?? HOUR
  const recheckAt = outcome.code === 'CERT_EXPIRED' ? null : new Date(now.getTime() + wait)
  await tx.signature.updateMany({ where: { id, status: 'revocationPending' }, data: { recheckAt } })
  return 'pending'
}
