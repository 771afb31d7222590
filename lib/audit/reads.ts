import 'server-only'
import type { Actor, Role } from '@/lib/domain/actor'
import type { ReadKind } from '@/lib/domain/read-kind'
import type { Tx } from '@/lib/platform/db'

/** By which of the reader's memberships an application was read. */
export type ReadBy = { organisationId: string | null; role: Role }

/**
 * A look of staff at an application, shown to its applicant (Digital Code, art. 77(4)). It is written in the
 * transaction that reads: what could not be recorded is not given either.
 */
export async function recordRead(
  tx: Tx,
  read: ReadBy & {
    applicationId: string
    reader: Pick<Actor, 'userId' | 'name'>
    what: ReadKind
    /** Why an administrator looked. */
    reason?: string
    now: Date
  },
): Promise<void> {
  await recordReads(tx, [read.applicationId], read)
}

/** The same of many at once: a list that shows their content, an export. */
export async function recordReads(
  tx: Tx,
  applicationIds: readonly string[],
  {
    reader,
    organisationId,
    role,
    what,
    reason = '',
    now,
  }: Omit<Parameters<typeof recordRead>[1], 'applicationId'>,
): Promise<void> {
  if (applicationIds.length === 0) return
  await tx.accessEvent.createMany({
    data: applicationIds.map((applicationId) => ({
      applicationId,
      at: now,
      readerId: reader.userId,
      readerName: reader.name,
      organisationId,
      role,
      what,
      reason,
    })),
  })
}
