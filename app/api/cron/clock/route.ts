import { tick } from '@/lib/applications/provider/clock'
import { now } from '@/lib/platform/clock'
import { runJob } from '@/lib/platform/cron'

export function POST(request: Request): Promise<Response> {
  return runJob(request, 'clock', () => tick(now()))
}
