import 'server-only'
import { createHash, timingSafeEqual } from 'node:crypto'
import { env } from './env'
import { logFailure } from './log'

const digest = (text: string) => createHash('sha256').update(text).digest()

/** A job asked for by the machine's clock, with the secret that only it knows; answers what was done. */
export async function runJob(
  request: Request,
  name: string,
  work: () => Promise<unknown>,
): Promise<Response> {
  const given = request.headers.get('authorization') ?? ''
  if (!timingSafeEqual(digest(given), digest(`Bearer ${env().CRON_SECRET}`))) {
    return Response.json({ error: 'forbidden' }, { status: 403 })
  }
  try {
    return Response.json(await work())
  } catch (error) {
    return Response.json({ error: 'unavailable', requestId: logFailure(name, error) }, { status: 503 })
  }
}
