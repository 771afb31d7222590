import 'server-only'
import { forgetExpired } from '@/lib/auth/mutations'
import { cleanKey } from '@/lib/documents/keep'
import { forgetSettled, forgetTold } from '@/lib/notifications/mutations'
import { paperKey } from '@/lib/papers/mutations'
import { asSystem, type Tx } from '@/lib/platform/db'
import { deleteOld, listObjects } from '@/lib/platform/storage'
import { forgetPaperOwners } from './paper/undoing'
import { forgetBatches } from './provider/batches'
import { recomputeDueDates } from './recompute'
import { foreseeWindows } from './windows'

/** Younger objects may belong to an upload or a transaction under way. */
const GRACE_MS = 24 * 60 * 60 * 1000

type Sweep = { prefix: string; keepsHash: (tx: Tx, hashes: string[]) => Promise<string[]> }

const SWEEPS: readonly Sweep[] = [
  { prefix: 'quarantine/', keepsHash: async () => [] },
  // Files of organisations that were checked, and taken in or not.
  { prefix: 'imports/', keepsHash: async () => [] },
  { prefix: cleanKey(''), keepsHash: documentHashes },
  { prefix: paperKey(''), keepsHash: paperHashes },
]

async function documentHashes(tx: Tx, hashes: string[]): Promise<string[]> {
  const rows = await tx.document.findMany({ where: { sha256: { in: hashes } }, select: { sha256: true } })
  return rows.map((row) => row.sha256)
}

async function paperHashes(tx: Tx, hashes: string[]): Promise<string[]> {
  const papers = await tx.paper.findMany({ where: { sha256: { in: hashes } }, select: { sha256: true } })
  const statements = await tx.revision.findMany({
    where: { statementSha256: { in: hashes } },
    select: { statementSha256: true },
  })
  // A session of signing may go on over midnight.
  const prepared = await tx.preparedSheet.findMany({
    where: { OR: [{ paperSha256: { in: hashes } }, { letterSha256: { in: hashes } }] },
    select: { paperSha256: true, letterSha256: true },
  })
  return [
    ...papers.map((row) => row.sha256),
    ...statements.map((row) => row.statementSha256),
    ...prepared.flatMap((row) => [row.paperSha256, row.letterSha256 ?? '']),
  ]
}

/**
 * What failed transactions, deleted drafts and uploads that nobody finished have left behind. Safe to run
 * at any time and twice at once.
 */
export async function sweep(now: Date): Promise<{ rows: number; objects: number }> {
  const before = new Date(now.getTime() - GRACE_MS)
  const rows = await asSystem('nightly', async (tx) => {
    const { count } = await tx.document.deleteMany({
      where: { createdAt: { lt: before }, uses: { none: {} }, revisions: { none: {} }, keptAs: { is: null } },
    })
    const sheets = await tx.preparedSheet.deleteMany({ where: { createdAt: { lt: before } } })
    const batches = await forgetBatches(tx, now)
    const told = (await forgetSettled(tx, now)) + (await forgetTold(tx, now))
    const owners = await forgetPaperOwners(tx, now)
    return count + sheets.count + batches + told + owners + (await forgetExpired(tx, now))
  })
  let objects = 0
  for (const { prefix, keepsHash } of SWEEPS) {
    for await (const keys of listObjects(prefix, before)) {
      const hashOf = (key: string) => key.slice(prefix.length)
      const kept = await asSystem('nightly', (tx) => keepsHash(tx, keys.map(hashOf)))
      for (const key of keys.filter((k) => !kept.includes(hashOf(k))))
        if (await deleteOld(key, before)) objects += 1
    }
  }
  return { rows, objects }
}

/**
 * The whole night's work: what is left over goes, the intakes of the coming year are foreseen, and dates that a change
 * of the calendar has missed (of a step under way in that very moment) are put right.
 */
export async function nightly(now: Date): Promise<{ rows: number; objects: number; dates: number }> {
  await asSystem('nightly', (tx) => foreseeWindows(tx, now))
  const dates = await recomputeDueDates()
  return { ...(await sweep(now)), dates }
}
