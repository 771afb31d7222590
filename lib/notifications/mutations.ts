import 'server-only'
import { z } from 'zod'
import { isLetterEvent, type LetterEvent } from '@/lib/domain/letter-events'
import { isLocale, type Locale } from '@/lib/domain/text'
import { DEFAULT_LOCALE } from '@/lib/i18n/locale'
import { Json, type Tx } from '@/lib/platform/db'

/** What a letter names: numbers and days, never what people typed. */
const payloadSchema = z.object({
  /** Of the application. */
  number: z.number().optional(),
  count: z.number().optional(),
  date: z.string().optional(),
})
export type LetterPayload = z.infer<typeof payloadSchema>

export type OutboxLetter = {
  id: string
  event: LetterEvent
  recipientId: string
  locale: Locale
  payload: LetterPayload
  createdAt: Date
  attempts: number
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE
/** Longer than any try takes: after it the letter of a process that died is taken up again. */
const LEASE_MS = 5 * MINUTE
const WAITS_MS = [MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * HOUR]
const GIVE_UP_AFTER_MS = 72 * HOUR

/** Writes a letter in the transaction of the deed it tells of; it leaves only if that commits. */
export async function enqueue(
  tx: Tx,
  letter: { event: LetterEvent; recipientId: string; locale: string; payload?: LetterPayload },
): Promise<void> {
  await tx.outbox.create({
    data: {
      event: letter.event,
      recipientId: letter.recipientId,
      locale: isLocale(letter.locale) ? letter.locale : DEFAULT_LOCALE,
      payload: Json.write(letter.payload ?? {}),
    },
    select: { id: true },
  })
}

type ClaimedRow = {
  id: string
  event: string
  recipient_id: string
  locale: string
  payload: unknown
  created_at: Date
  attempts: number
}

/** Takes up to `limit` letters that are due, for the time of the lease; no two drainers get the same one. */
export async function claimLetters(tx: Tx, limit: number, now: Date): Promise<OutboxLetter[]> {
  const lease = new Date(now.getTime() + LEASE_MS)
  const rows = await tx.$queryRaw<ClaimedRow[]>`
    UPDATE outbox SET attempts = attempts + 1, next_attempt_at = ${lease}
    WHERE id IN (
      SELECT id FROM outbox
      WHERE delivered_at IS NULL AND given_up_at IS NULL AND next_attempt_at <= ${now} AND batch_id IS NULL
      ORDER BY next_attempt_at
      LIMIT ${limit}
      FOR UPDATE SKIP LOCKED
    )
    RETURNING id, event, recipient_id, locale, payload, created_at, attempts`
  return rows.flatMap(({ event, locale, payload, ...row }) =>
    isLetterEvent(event)
      ? [
          {
            id: row.id,
            event,
            recipientId: row.recipient_id,
            locale: isLocale(locale) ? locale : DEFAULT_LOCALE,
            payload: payloadSchema.catch({}).parse(payload),
            createdAt: row.created_at,
            attempts: row.attempts,
          },
        ]
      : [],
  )
}

export async function markDelivered(tx: Tx, id: string, now: Date): Promise<void> {
  await tx.outbox.updateMany({ where: { id }, data: { deliveredAt: now, lastError: null } })
}

/** There is nobody to write to any more, or nothing left to say. */
export async function markNeedless(tx: Tx, id: string, now: Date): Promise<void> {
  await tx.outbox.updateMany({ where: { id }, data: { givenUpAt: now, lastError: 'needless' } })
}

/** Puts a failed try off, each time longer; after three days nobody waits for that letter any more. */
export async function putOff(tx: Tx, letter: OutboxLetter, reason: string, now: Date): Promise<void> {
  const tooLate = now.getTime() - letter.createdAt.getTime() >= GIVE_UP_AFTER_MS
  const wait = WAITS_MS[Math.min(letter.attempts, WAITS_MS.length) - 1] ?? MINUTE
  await tx.outbox.updateMany({
    where: { id: letter.id },
    data: {
      lastError: reason.slice(0, 200),
      ...(tooLate ? { givenUpAt: now } : { nextAttemptAt: new Date(now.getTime() + wait) }),
    },
  })
}

const KEPT_MS = 90 * 24 * HOUR
const TOLD_MS = 730 * 24 * HOUR

/** Letters that went out, or were given up, long ago; the history of an application tells what happened. */
export async function forgetSettled(tx: Tx, now: Date): Promise<number> {
  const before = new Date(now.getTime() - KEPT_MS)
  const { count } = await tx.outbox.deleteMany({
    where: { OR: [{ deliveredAt: { lt: before } }, { givenUpAt: { lt: before } }] },
  })
  return count
}

/**
 * Whether this is the first time: of two that ask at once one is told so. The key says what is told, of what and for
 * which day, so that a job may run as often as it likes.
 */
export async function tellOnce(tx: Tx, key: string, now: Date): Promise<boolean> {
  return (await tellEachOnce(tx, [key], now)).has(key)
}

/** Of many keys those for which it is the first time. */
export async function tellEachOnce(tx: Tx, keys: readonly string[], now: Date): Promise<ReadonlySet<string>> {
  if (keys.length === 0) return new Set()
  const told = await tx.toldOnce.createManyAndReturn({
    data: keys.map((key) => ({ key, at: now })),
    skipDuplicates: true,
    select: { key: true },
  })
  return new Set(told.map(({ key }) => key))
}

/** Nothing that was told so long ago comes up again: what it was about is over. */
export async function forgetTold(tx: Tx, now: Date): Promise<number> {
  const { count } = await tx.toldOnce.deleteMany({ where: { at: { lt: new Date(now.getTime() - TOLD_MS) } } })
  return count
}
