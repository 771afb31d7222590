import 'server-only'
import { dateInAlmaty } from '@/lib/domain/dates'
import type { Pause } from '@/lib/domain/deadlines'
import type { Tx } from '@/lib/platform/db'

/** While the applicant was asked for something after registration the answer term stands still. */
export async function listPauses(tx: Tx, applicationId: string): Promise<Pause[]> {
  const rows = await tx.correction.findMany({
    where: { applicationId, from: 'registered' },
    orderBy: { requestedAt: 'asc' },
    select: { requestedAt: true, settledAt: true },
  })
  return rows.map(({ requestedAt, settledAt }) => ({
    from: dateInAlmaty(requestedAt),
    to: settledAt && dateInAlmaty(settledAt),
  }))
}
