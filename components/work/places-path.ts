import type { SeatsKey } from '@/lib/applications/enrolment'

/** The address of a queue's page, from the place after `after` on. */
export function placesPath(queue: SeatsKey, after = 0): string {
  const query = new URLSearchParams({
    organisation: queue.organisationId,
    service: queue.serviceSlug,
    period: queue.periodKey,
    language: queue.variant,
  })
  if (after > 0) query.set('after', String(after))
  return `/work/places?${query}`
}
