import 'server-only'
import { DomainError } from '@/lib/domain/error'
import type { Tx } from '@/lib/platform/db'

export type JournalKey = { organisationId: string; kind: string; year: number }

/** What stands around a number on paper: «ө-12», «12/б». */
export type Numbering = { prefix: string; suffix: string }

/** The book of one year: where it begins, the number that its next paper will carry, and how numbers are written. */
export type Journal = Numbering & { first: number; next: number }

const SELECT = { first: true, next: true, prefix: true, suffix: true } as const

export function numberLabel({ prefix, suffix }: Numbering, ordinal: number): string {
  return `${prefix}${ordinal}${suffix}`
}

/** As it stands or, where nothing of this year was written yet, as it will begin: numbers look as they did before. */
export async function readJournal(tx: Tx, key: JournalKey): Promise<Journal> {
  const row = await tx.journal.findUnique({ where: { organisationId_kind_year: key }, select: SELECT })
  return row ?? { first: 1, next: 1, ...(await inherited(tx, key)) }
}

async function inherited(tx: Tx, { organisationId, kind, year }: JournalKey): Promise<Numbering> {
  const before = await tx.journal.findFirst({
    where: { organisationId, kind, year: { lt: year } },
    orderBy: { year: 'desc' },
    select: { prefix: true, suffix: true },
  })
  return before ?? { prefix: '', suffix: '' }
}

/**
 * Takes the expected number as it stands on the paper, gaplessly: of two that expect the same one, the second gets
 * `conflict`. The row stays locked until the transaction ends, so a rollback gives the number back.
 */
export async function takeNumber(
  tx: Tx,
  key: JournalKey,
  { number, label }: { number: number; label: string },
): Promise<void> {
  const take = () => tx.journal.updateMany({ where: { ...key, next: number }, data: { next: number + 1 } })
  if ((await take()).count === 0) {
    await begin(tx, key)
    if ((await take()).count === 0) throw new DomainError('conflict')
  }
  if (numberLabel(await readJournal(tx, key), number) !== label) throw new DomainError('conflict')
}

async function begin(tx: Tx, key: JournalKey): Promise<void> {
  await tx.journal.createMany({ data: [{ ...key, ...(await inherited(tx, key)) }], skipDuplicates: true })
}

/** A book that is not begun yet can be told where it begins; one that has given out a number goes on as it is. */
export function isBegun({ first, next }: Journal): boolean {
  return next > first
}

/**
 * Where the book of a year begins and how its numbers are written: of a school that joins in November, the number
 * after the last one in its paper book. `seen` is what the page showed: of two that change it at once the second
 * gets `conflict`, and so does whoever comes after its first number was taken.
 */
export async function setUpJournal(
  tx: Tx,
  key: JournalKey,
  seen: Numbering & { first: number },
  wanted: Numbering & { first: number },
): Promise<void> {
  await begin(tx, key)
  const { count } = await tx.journal.updateMany({
    where: { ...key, first: seen.first, next: seen.first, prefix: seen.prefix, suffix: seen.suffix },
    data: { ...wanted, next: wanted.first },
  })
  if (count === 0) throw new DomainError('conflict')
}
