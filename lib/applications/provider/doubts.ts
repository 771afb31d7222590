import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import type { Status } from '@/lib/domain/status'
import { LIVE } from '@/lib/domain/workflow'
import type { Tx } from '@/lib/platform/db'
import { type Application, readableBy } from '../data'

/** What the provider still has to do something with. */
export const OPEN: readonly Status[] = LIVE.filter((status) => status !== 'draft')

/** Another account may have applied for the same child, service and period; one of them is to be registered. */
export const RIVALS: Status[] = [...OPEN, 'approved']

type Subject = { id: string; subjectKey: string | null; serviceSlug: string; periodKey: string }

export async function findDuplicates(tx: Tx, rows: readonly Subject[]): Promise<Set<string>> {
  const keys = rows.flatMap((row) => row.subjectKey ?? [])
  if (keys.length === 0) return new Set()
  const rivals = await tx.application.findMany({
    where: { subjectKey: { in: keys }, status: { in: RIVALS } },
    select: { id: true, subjectKey: true, serviceSlug: true, periodKey: true },
  })
  const same = (a: Subject, b: Subject) =>
    a.id !== b.id &&
    a.subjectKey === b.subjectKey &&
    a.serviceSlug === b.serviceSlug &&
    a.periodKey === b.periodKey
  return new Set(rows.filter((row) => rivals.some((rival) => same(row, rival))).map((row) => row.id))
}

export type Duplicates = {
  /** Those that this person may open. */
  numbers: number[]
  /** There is one at another organisation: that is all one learns of it. */
  elsewhere: boolean
}

export async function listDuplicates(tx: Tx, actor: Actor, applicationId: string): Promise<Duplicates> {
  const own = await tx.application.findUniqueOrThrow({
    where: { id: applicationId },
    select: { subjectKey: true, serviceSlug: true, periodKey: true },
  })
  if (!own.subjectKey) return { numbers: [], elsewhere: false }
  const where = { ...own, id: { not: applicationId }, status: { in: RIVALS } }
  const all = await tx.application.count({ where })
  const readable = await tx.application.findMany({
    where: { AND: [where, readableBy(actor)] },
    orderBy: { number: 'asc' },
    select: { number: true },
  })
  return { numbers: readable.map((row) => row.number), elsewhere: all > readable.length }
}

/**
 * Somebody has seen a document of this person with this IIN, or an EDS has shown it. What was entered at a desk was
 * brought by the applicant in person, whoever has it in their cabinet now.
 */
export async function isIdentityProven(
  tx: Tx,
  { origin, ownerId }: Pick<Application, 'origin' | 'ownerId'>,
): Promise<boolean> {
  if (origin === 'paper') return true
  const account = await tx.account.findUniqueOrThrow({
    where: { id: ownerId },
    select: { iinProvenBy: true },
  })
  return account.iinProvenBy !== null
}
