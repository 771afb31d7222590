import 'server-only'
import { headers } from 'next/headers'
import { audit } from '@/lib/audit/mutations'
import { callerAddress } from '@/lib/auth/caller'
import { mayTry } from '@/lib/auth/delays'
import { type Loaded, load } from '@/lib/auth/loading'
import { parseCheckCode } from '@/lib/domain/check-code'
import { asSystem } from '@/lib/platform/db'
import { type CheckedPaper, findByCode } from './data'

export type Check =
  | { status: 'malformed' | 'unknown' | 'tooMany' }
  | { status: 'found'; code: string; paper: CheckedPaper }

/**
 * What anyone may learn of a paper by its code. A code that exists and one that does not cost the same work.
 * The journal of deeds keeps that a paper was asked for, not by whom.
 */
export async function checkPaper(raw: string, caller: string): Promise<Check> {
  const code = parseCheckCode(raw)
  if (!code) return { status: 'malformed' }
  if (!(await mayTry('checkFromAddress', caller))) return { status: 'tooMany' }
  return asSystem('check', async (tx) => {
    const paper = await findByCode(tx, code)
    await audit(tx, { actorId: null, action: 'paper.check', subject: `paper:${paper ? code : 'unknown'}` })
    return paper ? { status: 'found', code, paper } : { status: 'unknown' }
  })
}

export function loadCheck(raw: string): Promise<Loaded<Check>> {
  return load(async () => checkPaper(raw, callerAddress(await headers())))
}
