import { sweep } from '@/lib/applications/nightly'
import { now } from '@/lib/platform/clock'
import { runJob } from '@/lib/platform/cron'

/** Each night: what nobody needs any more. */
export function POST(request: Request): Promise<Response> {
  return runJob(request, 'nightly', () => sweep(now()))
}
