import 'server-only'
import { z } from 'zod'
import { Json, type Tx } from '@/lib/platform/db'

/** One application of a batch: an outbox row, so that it is done whatever becomes of the process that took it up. */
export type BatchItem = { id: string; batchId: string; number: number; attempts: number }

const EVENT = 'batch_item'
const payloadSchema = z.object({ number: z.number() })

const MINUTE = 60_000
/** Longer than any item takes: after it the item of a process that died is taken up again. */
const LEASE_MS = 2 * MINUTE
const WAIT_MS = MINUTE
/** So often a fault of a part (the store, the database) is waited out. */
const MOST_ATTEMPTS = 5

export async function enqueueItems(
  tx: Tx,
  batch: { id: string; actorId: string; locale: string; numbers: readonly number[] },
  now: Date,
): Promise<void> {
  await tx.outbox.createMany({
    data: batch.numbers.map((number) => ({
      event: EVENT,
      recipientId: batch.actorId,
      locale: batch.locale,
      payload: Json.write({ number }),
      batchId: batch.id,
      createdAt: now,
      nextAttemptAt: now,
    })),
  })
}

type Claimed = { id: string; batch_id: string; payload: unknown; attempts: number }

/** Takes up to `limit` items that are due, of one batch or of all, for the time of the lease; nobody else gets them. */
export async function claimBatchItems(
  tx: Tx,
  { limit, batchId = null }: { limit: number; batchId?: string | null },
  now: Date,
): Promise<BatchItem[]> {
  const lease = new Date(now.getTime() + LEASE_MS)
  const rows = await tx.$queryRaw<Claimed[]>`
    UPDATE outbox SET attempts = attempts + 1, next_attempt_at = ${lease}
    WHERE id IN (
      SELECT id FROM outbox
      WHERE delivered_at IS NULL AND next_attempt_at <= ${now} AND batch_id IS NOT NULL
        AND (${batchId}::uuid IS NULL OR batch_id = ${batchId}::uuid)
      ORDER BY next_attempt_at, id
      LIMIT ${limit}
      FOR UPDATE SKIP LOCKED
    )
    RETURNING id, batch_id, payload, attempts`
  return rows
    .map((row) => ({
      id: row.id,
      batchId: row.batch_id,
      number: payloadSchema.parse(row.payload).number,
      attempts: row.attempts,
    }))
    .sort((a, b) => a.number - b.number)
}

/** How it ended, for good; the first answer stays. */
export async function settleItem(tx: Tx, id: string, result: string, now: Date): Promise<void> {
  await tx.outbox.updateMany({ where: { id, deliveredAt: null }, data: { result, deliveredAt: now } })
}

/** Tries again in a while; false when that was the last try. */
export async function putItemOff(tx: Tx, item: BatchItem, reason: string, now: Date): Promise<boolean> {
  if (item.attempts >= MOST_ATTEMPTS) return false
  await tx.outbox.updateMany({
    where: { id: item.id, deliveredAt: null },
    data: { nextAttemptAt: new Date(now.getTime() + WAIT_MS), lastError: reason.slice(0, 200) },
  })
  return true
}

export type SettledItem = { number: number; result: string | null }

/** All items of a batch in the order of their numbers; `result` is null while one waits. */
export async function listItems(tx: Tx, batchId: string): Promise<SettledItem[]> {
  const rows = await tx.outbox.findMany({ where: { batchId }, select: { payload: true, result: true } })
  return rows
    .map(({ payload, result }) => ({ number: payloadSchema.parse(payload).number, result }))
    .sort((a, b) => a.number - b.number)
}
