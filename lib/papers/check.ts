import 'server-only'
import { audit } from '@/lib/audit/mutations'
import { mayTry } from '@/lib/auth/delays'
import { parseCheckCode } from '@/lib/domain/check-code'
import { asSystem } from '@/lib/platform/db'
import { logFailure } from '@/lib/platform/log'
import { type KeptSignature, listSignatures } from '@/lib/signatures/data'
import { lookAgain } from '@/lib/signatures/kept'
import type { ShownSignature } from '@/lib/signatures/shown'
import { type CheckedPaper, findPaper, latestSigned, type PaperMark } from './data'
import { fetchPaper } from './stored'

export type Check =
  | { status: 'malformed' | 'unknown' | 'tooMany' }
  | {
      status: 'found'
      paper: CheckedPaper
      /** `unavailable`: the store does not answer, so that nobody can say now whether they hold. */
      signatures: readonly ShownSignature[] | 'unavailable'
    }

/** What anyone may learn of a paper by its code. */
export async function checkPaper(raw: string, caller: string): Promise<Check> {
  const code = parseCheckCode(raw)
  return code ? check({ code }, caller) : { status: 'malformed' }
}

/** The same by the bytes that somebody has: only their hash comes here. */
export async function checkHash(raw: string, caller: string): Promise<Check> {
  return /^[0-9a-f]{64}$/.test(raw) ? check({ sha256: raw }, caller) : { status: 'unknown' }
}

/**
 * A paper that exists and one that does not cost the same work: where there is no signature to look at, the last
 * one that was given over any paper is looked at, and not told. The journal of deeds keeps that a paper was asked
 * for, not by whom.
 */
async function check(mark: PaperMark, caller: string): Promise<Check> {
  if (!(await mayTry('checkFromAddress', caller))) return { status: 'tooMany' }
  const { found, looked, kept } = await asSystem('check', async (tx) => {
    const found = await findPaper(tx, mark)
    const latest = await latestSigned(tx)
    const looked = found?.paper.signedAs === 'eds' ? found : latest
    const kept = looked ? await listSignatures(tx, { paperId: looked.id }) : []
    await audit(tx, {
      actorId: null,
      action: 'paper.check',
      subject: `paper:${found ? found.paper.code : 'unknown'}`,
      detail: { by: 'code' in mark ? 'code' : 'file' },
    })
    return { found, looked, kept }
  })
  const told = looked ? await lookAtAll(looked.sha256, kept) : []
  if (!found) return { status: 'unknown' }
  return { status: 'found', paper: found.paper, signatures: looked === found ? told : [] }
}

async function lookAtAll(
  sha256: string,
  kept: readonly KeptSignature[],
): Promise<ShownSignature[] | 'unavailable'> {
  try {
    const pdf = await fetchPaper(sha256)
    return await Promise.all(kept.map((signature) => lookAgain(signature, pdf)))
  } catch (error) {
    logFailure('check', error)
    return 'unavailable'
  }
}
