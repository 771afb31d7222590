import { oldestUndelivered } from '@/lib/notifications/data'
import { now } from '@/lib/platform/clock'
import { asSystem } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { scannerIsUp } from '@/lib/platform/scan'
import { storageIsUp } from '@/lib/platform/storage'

export const dynamic = 'force-dynamic'

type Part = 'up' | 'down' | 'off'

const PATIENCE_MS = 4_000

/**
 * Whether people can be served now. Mail that is down does not count: letters wait in the outbox, whose
 * oldest one tells how long already.
 */
export async function GET(): Promise<Response> {
  const [database, storage, mail, scan] = await Promise.all([
    within<Database>(askDatabase(), { part: 'down', waiting: null }),
    within<Part>(storageIsUp().then(partOf), 'down'),
    askMail(),
    env().CLAMD_HOST ? within<Part>(scannerIsUp().then(partOf), 'down') : ('off' as const),
  ])
  const parts: Record<string, Part> = { database: database.part, storage, mail, scan }
  const ready = database.part === 'up' && storage === 'up' && scan !== 'down'
  return Response.json(
    { status: ready ? 'ready' : 'unavailable', ...parts, oldestUndeliveredSeconds: database.waiting },
    { status: ready ? 200 : 503, headers: { 'cache-control': 'no-store' } },
  )
}

type Database = { part: Part; waiting: number | null }

async function askDatabase(): Promise<Database> {
  try {
    const oldest = await asSystem('health', oldestUndelivered)
    const waiting = oldest && Math.max(0, Math.round((now().getTime() - oldest.getTime()) / 1000))
    return { part: 'up', waiting }
  } catch {
    return { part: 'down', waiting: null }
  }
}

async function askMail(): Promise<Part> {
  try {
    await fetch(env().RESEND_BASE_URL, { method: 'HEAD', signal: AbortSignal.timeout(PATIENCE_MS) })
    return 'up'
  } catch {
    return 'down'
  }
}

const partOf = (isUp: boolean): Part => (isUp ? 'up' : 'down')

/** A part that does not answer in time is down: whoever asks for health does not wait for ever. */
async function within<T>(answer: Promise<T>, otherwise: T): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const patience = new Promise<T>((resolve) => {
    timer = setTimeout(() => resolve(otherwise), PATIENCE_MS)
  })
  const first = await Promise.race([answer, patience])
  clearTimeout(timer)
  return first
}
