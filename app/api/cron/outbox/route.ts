import { drainAll } from '@/lib/notifications/delivery'
import { runJob } from '@/lib/platform/cron'

/** Each minute: letters that are waiting. */
export function POST(request: Request): Promise<Response> {
  return runJob(request, 'outbox', drainAll)
}
