import 'server-only'
import { after } from 'next/server'
import { getActorOf } from '@/lib/auth/data'
import type { Actor } from '@/lib/domain/actor'
import { type BatchAction, type ItemResult, isBatchAction } from '@/lib/domain/batch'
import { DomainError } from '@/lib/domain/error'
import { type BatchItem, claimBatchItems, putItemOff, settleItem } from '@/lib/notifications/batch-items'
import { drainSoon } from '@/lib/notifications/delivery'
import * as clock from '@/lib/platform/clock'
import { asActor, asSystem, type Tx } from '@/lib/platform/db'
import { log, logFailure } from '@/lib/platform/log'
import { type Application, getForStaff } from '../data'
import { assign } from './assigning'
import { OBSTACLE_OF_CODE, obstacleOf } from './batch-obstacles'
import { type BatchParams, batchParams } from './batches'
import { refuseIntake, register } from './intake'
import { remind } from './reminding'

/** Few at a time: a process that dies leaves no more than these to wait for the end of their lease. */
const ROUND = 5

type Job = {
  item: BatchItem
  action: BatchAction
  params: BatchParams
  startedAt: Date
  /** With the rights of this moment; null when there is no such person any more. */
  actor: Actor | null
}

/**
 * Does what is due, of one batch or of all. Several may drain at once: each item is done once, and what stands in
 * the way of one is noted and holds up no other.
 */
export async function drainBatches({
  batchId = null,
  now = clock.now,
}: {
  batchId?: string | null
  now?: () => Date
} = {}): Promise<number> {
  let settled = 0
  for (;;) {
    const items = await asSystem('batch', (tx) => claimBatchItems(tx, { limit: ROUND, batchId }, now()))
    for (const item of items) settled += (await doItem(item, now())) ? 1 : 0
    if (items.length < ROUND) return settled
  }
}

const underWay = new Set<string>()

/** Goes on with this batch once the person has their answer; one process does so once at a time. */
export function drainBatchSoon(batchId: string): void {
  if (underWay.has(batchId)) return
  underWay.add(batchId)
  after(async () => {
    try {
      await drainBatches({ batchId })
      drainSoon()
    } catch (error) {
      logFailure('batch', error)
    } finally {
      underWay.delete(batchId)
    }
  })
}

/** Whether it is over; a fault of a part of the platform is tried again later. */
async function doItem(item: BatchItem, now: Date): Promise<boolean> {
  try {
    const job = await asSystem('batch', (tx) => readJob(tx, item, now))
    await take(job, now)
    return true
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    log('warn', 'batch-item-put-off', { item: item.id, attempts: item.attempts })
    const isPutOff = await asSystem('batch', (tx) => putItemOff(tx, item, reason, now))
    if (isPutOff) return false
    await settle(item, 'unavailable', now)
    return true
  }
}

async function readJob(tx: Tx, item: BatchItem, now: Date): Promise<Job> {
  const { actorId, action, params, createdAt } = await tx.batch.findUniqueOrThrow({
    where: { id: item.batchId },
    select: { actorId: true, action: true, params: true, createdAt: true },
  })
  if (!isBatchAction(action)) throw new Error(`unknown action ${action}`)
  return {
    item,
    action,
    params: batchParams.parse(params),
    startedAt: createdAt,
    actor: await getActorOf(tx, actorId, now),
  }
}

function settle(item: BatchItem, result: ItemResult, now: Date): Promise<void> {
  return asSystem('batch', (tx) => settleItem(tx, item.id, result, now))
}

async function take(job: Job, now: Date): Promise<void> {
  const { item, actor } = job
  if (!actor) return settle(item, 'absent', now)
  try {
    const application = await asActor(actor, (tx) => getForStaff(tx, actor, item.number))
    const result = await tryStep(job, actor, application, now)
    await settle(item, result, now)
  } catch (error) {
    if (!(error instanceof DomainError) || error.code === 'unavailable') throw error
    await settle(item, await whyNot(job, actor, error), now)
  }
}

async function tryStep(job: Job, actor: Actor, application: Application, now: Date): Promise<ItemResult> {
  const { item, action, params } = job
  const { number } = application
  if (item.attempts > 1 && (await wasTaken(job, actor, application.id))) return 'done'
  const obstacle = obstacleOf(actor, action, application)
  if (obstacle) return obstacle
  switch (action) {
    case 'register':
      await register(actor, number, now)
      return 'done'
    case 'refuseIntake':
      if (!params.reason) throw new DomainError('invalid')
      await refuseIntake(actor, number, params.reason, now)
      return 'done'
    case 'assign': {
      const { assigneeId: to } = params
      if (!to) throw new DomainError('invalid')
      const given = { from: application.assigneeId, to, batchId: item.batchId }
      if (given.from !== to) await asActor(actor, (tx) => assign(tx, actor, number, given, now))
      return 'done'
    }
    case 'remind':
      return asActor(actor, async (tx) => {
        const result = await remind(tx, actor, application, now)
        // In one transaction: a letter that was written is not taken for one of another day's press.
        await settleItem(tx, item.id, result, now)
        return result
      })
  }
}

/** A try before this one went through and died before it could say so: the history knows. */
async function wasTaken({ action, startedAt }: Job, actor: Actor, applicationId: string): Promise<boolean> {
  if (action !== 'register' && action !== 'refuseIntake') return false
  const event = await asActor(actor, (tx) =>
    tx.historyEvent.findFirst({
      where: { applicationId, action, actorId: actor.userId, at: { gte: startedAt } },
      select: { id: true },
    }),
  )
  return event !== null
}

/** Somebody was faster: how the application stands now says it best. */
async function whyNot(job: Job, actor: Actor, error: DomainError): Promise<ItemResult> {
  const { item, action } = job
  if (error.code !== 'conflict') return OBSTACLE_OF_CODE[error.code]
  const application = await asActor(actor, (tx) => getForStaff(tx, actor, item.number))
  if (item.attempts > 1 && (await wasTaken(job, actor, application.id))) return 'done'
  return obstacleOf(actor, action, application) ?? 'conflict'
}
