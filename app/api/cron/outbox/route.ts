import { drainBatches } from '@/lib/applications/provider/batch-run'
import { drainAll } from '@/lib/notifications/delivery'
import { runJob } from '@/lib/platform/cron'

/** Each minute: items of batches that nobody carries on, then letters that are waiting, theirs too. */
export function POST(request: Request): Promise<Response> {
  return runJob(request, 'outbox', async () => ({ items: await drainBatches(), ...(await drainAll()) }))
}
