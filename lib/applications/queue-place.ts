import 'server-only'
import { DomainError } from '@/lib/domain/error'
import type { Tx } from '@/lib/platform/db'

/** One queue: of a provider, for a service, in a period. */
export type QueueKey = { organisationId: string; serviceSlug: string; periodKey: string }

/**
 * The next place, with the moment it was taken: both only grow, however many send in the same millisecond.
 * The counter's row stays locked until the transaction ends, so it is asked last; a rollback gives it back.
 */
export async function takePlace(tx: Tx, key: QueueKey, now: Date): Promise<{ queueNo: number; at: Date }> {
  const [place] = await tx.$queryRaw<{ last: number; last_at: Date }[]>`
    INSERT INTO queue_counter AS counter (organisation_id, service_slug, period_key, last, last_at)
    VALUES (${key.organisationId}::uuid, ${key.serviceSlug}, ${key.periodKey}, 1, ${now})
    ON CONFLICT (organisation_id, service_slug, period_key) DO UPDATE
      SET last = counter.last + 1,
          last_at = greatest(excluded.last_at, counter.last_at + interval '1 millisecond')
    RETURNING last, last_at`
  if (!place) throw new DomainError('conflict')
  return { queueNo: place.last, at: place.last_at }
}
