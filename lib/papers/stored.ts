import 'server-only'
import { getObject } from '@/lib/platform/storage'
import { paperKey } from './mutations'

// Ours have some hundred kilobytes; serverless platforms cap an answer near 4.5 MB.
const MAX_BYTES = 4 * 1024 * 1024

/** The very bytes that were rendered and signed. Their absence is a fault, never an answer. */
export async function fetchPaper(sha256: string): Promise<Uint8Array> {
  const bytes = await getObject(paperKey(sha256), MAX_BYTES)
  if (bytes === 'absent' || bytes === 'tooLarge') throw new Error(`the bytes of paper ${sha256} are ${bytes}`)
  return bytes
}
