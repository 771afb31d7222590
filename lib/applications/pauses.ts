import 'server-only'
import { dateInAlmaty } from '@/lib/domain/dates'
import type { Pause } from '@/lib/domain/deadlines'
import type { Tx } from '@/lib/platform/db'

/** While the applicant was asked for something after registration the answer term stands still. */
export async function listPauses(tx: Tx, applicationId: string): Promise<Pause[]> {
  return (await listPausesOf(tx, [applicationId])).get(applicationId) ?? []
}

/** The same of many, by application; one that never stood still is not there. */
export async function listPausesOf(
  tx: Tx,
  applicationIds: readonly string[],
): Promise<ReadonlyMap<string, Pause[]>> {
  const rows = await tx.correction.findMany({
    where: { applicationId: { in: [...applicationIds] }, from: 'registered' },
    orderBy: { requestedAt: 'asc' },
    select: { applicationId: true, requestedAt: true, settledAt: true },
  })
  const pauses = new Map<string, Pause[]>()
  for (const { applicationId, requestedAt, settledAt } of rows) {
    const pause = { from: dateInAlmaty(requestedAt), to: settledAt && dateInAlmaty(settledAt) }
    pauses.set(applicationId, [...(pauses.get(applicationId) ?? []), pause])
  }
  return pauses
}
