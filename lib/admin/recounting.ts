import 'server-only'
import { after } from 'next/server'
import { recomputeDueDates } from '@/lib/applications/recompute'
import { audit } from '@/lib/audit/mutations'
import { asSystem } from '@/lib/platform/db'
import { logFailure } from '@/lib/platform/log'

const RECOUNTED = 'deadlines.recount'

/** Counts the dates of all open applications anew, once the administrator has their answer, and notes how many moved. */
export function recountSoon(actorId: string, because: 'calendar' | 'window' | 'hours'): void {
  after(async () => {
    try {
      await recount(actorId, because)
    } catch (error) {
      logFailure('recount', error)
    }
  })
}

export async function recount(actorId: string, because: string): Promise<number> {
  const moved = await recomputeDueDates()
  await asSystem('recount', (tx) =>
    audit(tx, { actorId, action: RECOUNTED, subject: 'deadlines', detail: { because, moved } }),
  )
  return moved
}
