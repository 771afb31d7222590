import 'server-only'
import { randomUUID } from 'node:crypto'
import { isBatchAction } from '@/lib/domain/batch'
import { DomainError } from '@/lib/domain/error'
import type { Locale } from '@/lib/domain/text'
import { now } from '@/lib/platform/clock'
import { asActor } from '@/lib/platform/db'
import { type BatchPlan, planBatch, readNumbers } from './batch-plan'
import { drainBatchSoon } from './batch-run'
import { type Batch, type BatchSummary, getOwnBatch, listOwnBatches } from './batches'
import { loadWork, type WorkPage } from './loaders'

/** `key` is the batch that this page starts: by it a second press is known for the same. */
export type BatchPlanPage = BatchPlan & { key: string }

type Query = Readonly<Record<string, string | string[] | undefined>>

export function loadBatchPlan(locale: Locale, path: string, query: Query): Promise<WorkPage<BatchPlanPage>> {
  return loadWork(locale, path, async (actor) => {
    const { action, numbers } = query
    if (!isBatchAction(action)) throw new DomainError('absent')
    const wanted = readNumbers(typeof numbers === 'string' ? numbers : '')
    const plan = await asActor(actor, (tx) => planBatch(tx, actor, action, wanted, now()))
    return { ...plan, key: randomUUID() }
  })
}

/** Whoever looks carries it on too: should the process that began have died, this one takes over. */
export function loadBatch(locale: Locale, path: string, id: string): Promise<WorkPage<Batch>> {
  return loadWork(locale, path, async (actor) => {
    const batch = await asActor(actor, (tx) => getOwnBatch(tx, actor, id))
    if (batch.done < batch.total) drainBatchSoon(batch.id)
    return batch
  })
}

export function loadBatches(locale: Locale, path: string): Promise<WorkPage<BatchSummary[]>> {
  return loadWork(locale, path, (actor) => asActor(actor, (tx) => listOwnBatches(tx, actor)))
}
