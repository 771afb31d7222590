import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import { QUEUE_FLAGS, type QueueFlag, type QueueQuery, type QueueView } from '@/lib/domain/queue-query'
import { STATUSES, type Status } from '@/lib/domain/status'
import type { Text } from '@/lib/domain/text'
import type { Tx } from '@/lib/platform/db'
import { CATALOGUE } from '@/lib/services'
import { workplacesOf } from '../policy'
import { type Colleague, listColleagues } from './assigning'
import { OPEN } from './doubts'
import { listQueue, type Queue } from './queue'
import type { QueueCount } from './queue-page'

/** The queue with all that its page may be narrowed by. */
export type QueuePage = Omit<Queue, 'counts'> & {
  query: QueueQuery
  views: { view: QueueView; count: number }[]
  /** How many each would leave; twins are not counted: each would have to be looked for. */
  flags: { flag: QueueFlag; isOn: boolean; count: number | null }[]
  services: { slug: string; name: Text }[]
  /** Not everything here was sent to one and the same organisation, so that each row names its own. */
  isShared: boolean
  /** As a clerk or a head: who only watches takes no steps. */
  works: boolean
  /** To whom the reader may give an application. */
  colleagues: readonly Colleague[]
}

export async function readQueuePage(tx: Tx, actor: Actor, query: QueueQuery, now: Date): Promise<QueuePage> {
  const { counts, ...queue } = await listQueue(tx, actor, query, now)
  const ofService = counts.filter(({ service }) => query.service === null || service === query.service)
  const workedAt = actor.memberships
    .filter(({ role }) => role === 'clerk' || role === 'director')
    .map(({ organisationId }) => organisationId)
  return {
    ...queue,
    query,
    views: viewsOf(ofService, query.view),
    flags: QUEUE_FLAGS.map((flag) => ({
      flag,
      isOn: query.flags.includes(flag),
      count: flag === 'duplicate' ? null : sum(ofService, query.view, ({ flags }) => flags[flag]),
    })),
    services: CATALOGUE.filter(
      ({ slug }) => slug === query.service || counts.some(({ service }) => service === slug),
    ).map(({ slug, name }) => ({ slug, name })),
    isShared: new Set(workplacesOf(actor)).size > 1 || queue.rows.some((row) => row.isForeign),
    works: workedAt.length > 0,
    colleagues: (await listColleagues(tx, workedAt, now)).filter(({ id }) => id !== actor.userId),
  }
}

const ALWAYS_SHOWN: readonly QueueView[] = ['sent', 'registered', 'on_signing', 'approved']

/** The counters that are the filters; a rare status stands there while it has applications. */
function viewsOf(counts: readonly QueueCount[], current: QueueView): QueuePage['views'] {
  const counted = (view: QueueView) => ({ view, count: sum(counts, view, ({ count }) => count) })
  const byStatus = STATUSES.filter((status) => status !== 'draft')
    .map(counted)
    .filter(({ view, count }) => count > 0 || view === current || ALWAYS_SHOWN.includes(view))
  return [counted('open'), ...byStatus, counted('all')]
}

function sum(counts: readonly QueueCount[], view: QueueView, of: (count: QueueCount) => number): number {
  const isIn = (status: Status) =>
    view === 'all' || (view === 'open' ? OPEN.includes(status) : status === view)
  return counts.filter(({ status }) => isIn(status)).reduce((all, count) => all + of(count), 0)
}
