import 'server-only'
import type { Tx } from '@/lib/platform/db'

/**
 * An edit voids what was printed or signed: the frozen revision stays on file, the application has none.
 * True when there was one.
 */
export async function voidRevision(tx: Tx, applicationId: string, now: Date): Promise<boolean> {
  const { count } = await tx.revision.updateMany({
    where: { currentOf: { id: applicationId, status: { in: ['draft', 'correction'] } } },
    data: { voidedAt: now },
  })
  if (count === 0) return false
  // The scan of a statement that no longer counts is nobody's to open.
  await tx.applicationDocument.updateMany({
    where: { applicationId, slot: 'signedStatement', removedAt: null },
    data: { removedAt: now },
  })
  await tx.application.update({
    where: { id: applicationId },
    data: { currentRevisionId: null, updatedAt: now },
  })
  return true
}
