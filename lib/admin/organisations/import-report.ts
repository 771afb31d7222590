import 'server-only'
import { createHash } from 'node:crypto'
import { type FileFault, MOST_BYTES, readFile } from '@/lib/organisations/import-file'
import { planImport, type RowFault } from '@/lib/organisations/importing'
import type { Tx } from '@/lib/platform/db'
import { getObject, putObject } from '@/lib/platform/storage'

/** What a checked file would do, as the page tells it. */
export type ImportReport =
  | { status: 'unreadable'; why: FileFault }
  | {
      status: 'checked'
      added: number
      changed: number
      unchanged: number
      /** The first of them; each says its line, its column and what to do. */
      faults: RowFault[]
      more: number
    }

/** More than anybody mends in one go. */
const MOST_FAULTS = 200

const keyOf = (sha256: string) => `imports/${sha256}`

/** Keeps a file for the second press, under the hash of what it holds: exactly that one is taken in then. */
export async function keepFile(bytes: Uint8Array): Promise<string> {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  await putObject(keyOf(sha256), bytes, 'text/csv')
  return sha256
}

/** The bytes that were checked; null when they are gone. */
export async function checkedFile(sha256: string): Promise<Uint8Array | null> {
  if (!/^[0-9a-f]{64}$/.test(sha256)) return null
  const bytes = await getObject(keyOf(sha256), MOST_BYTES)
  if (typeof bytes === 'string') return null
  return createHash('sha256').update(bytes).digest('hex') === sha256 ? bytes : null
}

export async function reportOn(tx: Tx, bytes: Uint8Array | null): Promise<ImportReport> {
  if (!bytes) return { status: 'unreadable', why: { fault: 'gone' } }
  const file = readFile(bytes)
  if (!file.ok) return { status: 'unreadable', why: file }
  const { added, changed, unchanged, faults } = await planImport(tx, file.rows)
  return {
    status: 'checked',
    added: added.length,
    changed: changed.length,
    unchanged,
    faults: faults.slice(0, MOST_FAULTS),
    more: Math.max(0, faults.length - MOST_FAULTS),
  }
}
