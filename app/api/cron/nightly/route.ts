import { nightly } from '@/lib/applications/nightly'
import { now } from '@/lib/platform/clock'
import { runJob } from '@/lib/platform/cron'

/** Each night: what nobody needs any more goes, what the coming year needs is written. */
export function POST(request: Request): Promise<Response> {
  return runJob(request, 'nightly', () => nightly(now()))
}
