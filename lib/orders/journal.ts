import 'server-only'
import { DomainError } from '@/lib/domain/error'
import type { Tx } from '@/lib/platform/db'

export type JournalKey = { organisationId: string; kind: string; year: number }

/** The number that the next paper of this journal will carry; provisional until it is taken. */
export async function nextNumber(tx: Tx, key: JournalKey): Promise<number> {
  const row = await tx.journal.findUnique({
    where: { organisationId_kind_year: key },
    select: { next: true },
  })
  return row?.next ?? 1
}

/**
 * Takes the expected number, gaplessly: of two that expect the same one, the second gets `conflict`. The
 * row stays locked until the transaction ends, so a rollback gives the number back.
 */
export async function takeNumber(tx: Tx, key: JournalKey, expected: number): Promise<void> {
  await tx.journal.createMany({ data: [key], skipDuplicates: true })
  const { count } = await tx.journal.updateMany({
    where: { ...key, next: expected },
    data: { next: { increment: 1 } },
  })
  if (count === 0) throw new DomainError('conflict')
}
