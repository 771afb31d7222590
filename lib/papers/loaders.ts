import 'server-only'
import { headers } from 'next/headers'
import { callerAddress } from '@/lib/auth/caller'
import { type Loaded, load } from '@/lib/auth/loading'
import { logFailure } from '@/lib/platform/log'
import { type Check, checkHash, checkPaper } from './check'
import { type Inspected, mayHaveOriginal, readInspected } from './handed'
import { listOriginal, type OriginalPart } from './original'

/** What the page of the check answers; null before anything was asked. */
export type Verification =
  | { about: 'code' | 'file'; check: Check }
  | { about: 'signature'; inspected: Inspected | null }
  | null

/** By what stands in the page's address: a code first, it was typed. */
export function loadVerification({
  code,
  sha256,
  signature,
}: Readonly<Record<'code' | 'sha256' | 'signature', string>>): Promise<Loaded<Verification>> {
  return load(async () => {
    const caller = callerAddress(await headers())
    if (code.trim() !== '') return { about: 'code', check: await checkPaper(code, caller) }
    if (sha256 !== '') return { about: 'file', check: await checkHash(sha256, caller) }
    return signature === '' ? null : { about: 'signature', inspected: await readInspected(signature) }
  })
}

/** The files of an original that this reader has opened. */
export async function loadOriginal(code: string): Promise<OriginalPart[] | 'closed' | 'unavailable'> {
  try {
    return (await mayHaveOriginal(code)) ? await listOriginal(code) : 'closed'
  } catch (error) {
    logFailure('original', error)
    return 'unavailable'
  }
}
