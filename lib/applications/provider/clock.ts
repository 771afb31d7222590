import 'server-only'
import { logFailure } from '@/lib/platform/log'
import { delegateWhereNeeded } from '../delegation'
import { watchCorrections } from './correction-clock'
import { nudge } from './nudges'
import { tellWaitingHeads } from './signing-mail'

/** What time alone brings about; each may run at any moment, as often as it likes, and twice at once. */
const JOBS: Readonly<Record<string, (now: Date) => Promise<number>>> = {
  delegation: delegateWhereNeeded,
  deadlines: nudge,
  'signing-mail': tellWaitingHeads,
  corrections: watchCorrections,
}

/** Every job, whatever befell the others: how many things each has done, null for one that failed. */
export async function tick(now: Date): Promise<Record<string, number | null>> {
  const done: Record<string, number | null> = {}
  for (const [name, job] of Object.entries(JOBS)) {
    done[name] = await job(now).catch((error: unknown) => {
      logFailure(`clock:${name}`, error)
      return null
    })
  }
  return done
}
