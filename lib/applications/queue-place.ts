import 'server-only'
import type { Tx } from '@/lib/platform/db'

/** One queue: of a provider, for a service, in a period. */
export type QueueKey = { organisationId: string; serviceSlug: string; periodKey: string }

/**
 * Gives an application that was sent in this transaction its place in the queue, and both it and its history
 * the moment of that: numbers and moments only grow together, however many send in the same millisecond.
 *
 * The counter's row is what all who send to one school wait for, and stays locked until the transaction
 * ends. Therefore this is one statement, and the last one: whoever holds the counter waits for nobody, so that
 * there is no deadlock, and a rollback gives the number back, so that there is no gap.
 */
export async function takePlace(
  tx: Tx,
  applicationId: string,
  key: QueueKey & { variant: string },
  now: Date,
): Promise<void> {
  await tx.$executeRaw`
    WITH place AS (
      INSERT INTO queue_counter AS counter (organisation_id, service_slug, period_key, last, last_at)
      VALUES (${key.organisationId}::uuid, ${key.serviceSlug}, ${key.periodKey}, 1, ${now})
      ON CONFLICT (organisation_id, service_slug, period_key) DO UPDATE
        SET last = counter.last + 1,
            last_at = greatest(excluded.last_at, counter.last_at + interval '1 millisecond')
      RETURNING last, last_at
    ), told AS (
      UPDATE history_event SET at = place.last_at FROM place
      WHERE application_id = ${applicationId}::uuid AND action = 'send'
    )
    UPDATE application
    SET queue_no = place.last, queue_variant = ${key.variant}, sent_at = place.last_at
    FROM place WHERE id = ${applicationId}::uuid`
}
