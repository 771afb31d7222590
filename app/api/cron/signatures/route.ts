import { fetchPaper } from '@/lib/papers/stored'
import { now } from '@/lib/platform/clock'
import { runJob } from '@/lib/platform/cron'
import { recheckSignatures } from '@/lib/signatures/recheck'

/** Each minute: signatures whose revocation nobody could be asked about when they came. */
export function POST(request: Request): Promise<Response> {
  return runJob(request, 'signatures', () => recheckSignatures(fetchPaper, now()))
}
