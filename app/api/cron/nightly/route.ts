import { nightly } from '@/lib/applications/nightly'
import { now } from '@/lib/platform/clock'
import { runJob } from '@/lib/platform/cron'
import { countPublicStatistics } from '@/lib/statistics/public'

/** Each night: what nobody needs any more goes, what the coming year needs is written, and the last month is counted. */
export function POST(request: Request): Promise<Response> {
  return runJob(request, 'nightly', async () => ({
    ...(await nightly(now())),
    statistics: await countPublicStatistics(now()),
  }))
}
