import { type AddressQuery, one } from './address-query'
import { type DateOnly, isDateOnly } from './dates'
import { STATUSES, type Status } from './status'

/** What the queue shows: all that waits for the provider, everything, or one status. */
export type QueueView = 'open' | 'all' | Status

export const QUEUE_FLAGS = ['overdue', 'today', 'mine', 'duplicate'] as const
/** What the queue may be narrowed to; each narrows it further. */
export type QueueFlag = (typeof QUEUE_FLAGS)[number]

/** Beside which row the page begins, in the order of the queue. */
export type QueuePlace = { side: 'after' | 'before'; due: DateOnly | null; number: number }

/** A part of the queue, as its address says it. */
export type QueueQuery = {
  view: QueueView
  search: string
  /** Slug of the service. */
  service: string | null
  flags: readonly QueueFlag[]
  at: QueuePlace | null
}

/** Whatever stands in an address is a part of the queue; what makes no sense in it is left out. */
export function readQueueQuery(address: AddressQuery): QueueQuery {
  const told = (name: string): string => one(address, name).trim()
  const search = told('q')
  const wanted = told('view')
  const only = told('only').split('.')
  return {
    view: isQueueView(wanted) ? wanted : usualView(search),
    search,
    service: told('service') || null,
    flags: QUEUE_FLAGS.filter((flag) => only.includes(flag)),
    at: readPlace('before', told('before')) ?? readPlace('after', told('after')),
  }
}

/** The parameters of its address; what is usual is left out. */
export function queueParams({ view, search, service, flags, at }: QueueQuery): URLSearchParams {
  const params = new URLSearchParams()
  if (view !== usualView(search)) params.set('view', view)
  if (search) params.set('q', search)
  if (service) params.set('service', service)
  if (flags.length > 0) params.set('only', flags.join('.'))
  if (at) params.set(at.side, `${at.due ?? ''}_${at.number}`)
  return params
}

/** Whoever searches looks for one application, wherever it is by now. */
function usualView(search: string): QueueView {
  return search ? 'all' : 'open'
}

function isQueueView(value: string): value is QueueView {
  return value === 'open' || value === 'all' || STATUSES.some((s) => s === value && s !== 'draft')
}

function readPlace(side: QueuePlace['side'], text: string): QueuePlace | null {
  const [due = '', number = ''] = text.split('_')
  if (!/^\d{1,9}$/.test(number)) return null
  return { side, due: isDateOnly(due) ? due : null, number: Number(number) }
}
