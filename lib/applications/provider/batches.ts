import 'server-only'
import { z } from 'zod'
import { audit } from '@/lib/audit/mutations'
import type { Actor } from '@/lib/domain/actor'
import {
  type BatchAction,
  type ItemResult,
  isBatchAction,
  MOST_ITEMS,
  toItemResult,
} from '@/lib/domain/batch'
import { DomainError } from '@/lib/domain/error'
import type { Locale } from '@/lib/domain/text'
import { enqueueItems, listItems } from '@/lib/notifications/batch-items'
import { isUniqueViolation, Json, type Tx } from '@/lib/platform/db'
import { readableBy } from '../data'
import { workplacesOf } from '../policy'

/** What is asked once for all: to whom, or by which ground and why. */
export const batchParams = z.object({
  assigneeId: z.uuid().optional(),
  reason: z.object({ ground: z.string(), explanation: z.string() }).optional(),
})
export type BatchParams = z.infer<typeof batchParams>

export type NewBatch = {
  /** Of the page that was confirmed: a second press of its button starts nothing. */
  id: string
  action: BatchAction
  params: BatchParams
  numbers: readonly number[]
  locale: Locale
}

/** Each number is judged when its turn comes, by the rights that its actor has then. */
export async function createBatch(tx: Tx, actor: Actor, batch: NewBatch, now: Date): Promise<void> {
  const numbers = [...new Set(batch.numbers)]
  const workplaces = [...new Set(workplacesOf(actor))]
  if (workplaces.length === 0) throw new DomainError('forbidden')
  if (numbers.length === 0 || numbers.length > MOST_ITEMS) throw new DomainError('invalid')
  const { id, action, params, locale } = batch
  await tx.batch
    .create({
      data: {
        id,
        actorId: actor.userId,
        organisationId: workplaces.length === 1 ? (workplaces[0] ?? null) : null,
        action,
        params: Json.write(params),
        locale,
        total: numbers.length,
        createdAt: now,
      },
      select: { id: true },
    })
    .catch((error: unknown) => {
      if (isUniqueViolation(error)) throw new DomainError('conflict')
      throw error
    })
  await enqueueItems(tx, { id, actorId: actor.userId, locale, numbers }, now)
  await audit(tx, {
    actorId: actor.userId,
    action: `batch.${action}`,
    subject: id,
    detail: { total: numbers.length },
  })
}

export type BatchSummary = {
  id: string
  action: BatchAction
  createdAt: Date
  total: number
  done: number
  /** Of the done: those that something stood in the way of. */
  failed: number
}

export type BatchItemShown = { number: number; subjectName: string; result: ItemResult | null }

export type Batch = BatchSummary & { items: BatchItemShown[] }

function toAction(value: string): BatchAction {
  if (!isBatchAction(value)) throw new Error(`unknown action ${value}`)
  return value
}

const OWN_LIST = 20

/** One's own last ones, the newest first. */
export async function listOwnBatches(tx: Tx, actor: Actor): Promise<BatchSummary[]> {
  const rows = await tx.batch.findMany({
    where: { actorId: actor.userId },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: OWN_LIST,
    select: { id: true, action: true, createdAt: true, total: true, items: { select: { result: true } } },
  })
  return rows.map(({ items, action, ...row }) => ({ ...row, action: toAction(action), ...counted(items) }))
}

function counted(items: readonly { result: string | null }[]): { done: number; failed: number } {
  const settled = items.flatMap(({ result }) => result ?? [])
  return { done: settled.length, failed: settled.filter((result) => result !== 'done').length }
}

/** One's own; a colleague's is absent. */
export async function getOwnBatch(tx: Tx, actor: Actor, id: string): Promise<Batch> {
  if (!z.uuid().safeParse(id).success) throw new DomainError('absent')
  const row = await tx.batch.findFirst({
    where: { id, actorId: actor.userId },
    select: { id: true, action: true, createdAt: true, total: true },
  })
  if (!row) throw new DomainError('absent')
  const items = await listItems(tx, id)
  const names = await subjectNames(
    tx,
    actor,
    items.map(({ number }) => number),
  )
  return {
    ...row,
    action: toAction(row.action),
    ...counted(items),
    items: items.map(({ number, result }) => ({
      number,
      subjectName: names.get(number) ?? '',
      result: result === null ? null : toItemResult(result),
    })),
  }
}

/** Of those that this person still reads. */
async function subjectNames(tx: Tx, actor: Actor, numbers: readonly number[]): Promise<Map<number, string>> {
  const readable = await tx.application.findMany({
    where: { AND: [{ number: { in: [...numbers] } }, readableBy(actor)] },
    select: { number: true, currentRevisionId: true },
  })
  const revisions = readable.flatMap(({ currentRevisionId }) => currentRevisionId ?? [])
  const named = await tx.$queryRaw<{ id: string; name: string }[]>`
    SELECT id, snapshot -> 'subject' ->> 'name' AS name FROM revision WHERE id = ANY(${revisions}::uuid[])`
  const nameOf = new Map(named.map(({ id, name }) => [id, name]))
  return new Map(readable.map((row) => [row.number, nameOf.get(row.currentRevisionId ?? '') ?? '']))
}

const KEPT_MS = 90 * 24 * 60 * 60 * 1000

/** Long ago; what was done stands in the history of each application. */
export async function forgetBatches(tx: Tx, now: Date): Promise<number> {
  const before = new Date(now.getTime() - KEPT_MS)
  return (await tx.batch.deleteMany({ where: { createdAt: { lt: before } } })).count
}
