import { type QueueQuery, queueParams } from '@/lib/domain/queue-query'

/** The address of a part of the queue, without the language: the query that stands, with what is changed in it. */
export function queuePath(query: QueueQuery, change: Partial<QueueQuery> = {}): string {
  // A place belongs to the part of the queue that it was found in.
  const params = queueParams({ ...query, at: null, ...change })
  return params.size > 0 ? `/work?${params}` : '/work'
}
