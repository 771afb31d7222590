import { createHash, timingSafeEqual } from 'node:crypto'
import { drainAll } from '@/lib/notifications/delivery'
import { env } from '@/lib/platform/env'
import { logFailure } from '@/lib/platform/log'

const digest = (text: string) => createHash('sha256').update(text).digest()

/** Called each minute by the clock of the machine, with the secret that only it knows. */
export async function POST(request: Request): Promise<Response> {
  const given = request.headers.get('authorization') ?? ''
  if (!timingSafeEqual(digest(given), digest(`Bearer ${env().CRON_SECRET}`))) {
    return Response.json({ error: 'forbidden' }, { status: 403 })
  }
  try {
    return Response.json(await drainAll())
  } catch (error) {
    return Response.json({ error: 'unavailable', requestId: logFailure('outbox', error) }, { status: 503 })
  }
}
