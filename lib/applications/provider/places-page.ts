import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import { answerAt } from '@/lib/domain/answers'
import type { Placed } from '@/lib/domain/enrolment-queue'
import { DomainError } from '@/lib/domain/error'
import { periodName } from '@/lib/domain/paper-values'
import type { ServiceDefinition } from '@/lib/domain/service'
import type { Status } from '@/lib/domain/status'
import type { Text } from '@/lib/domain/text'
import type { Tx } from '@/lib/platform/db'
import { SERVICES } from '@/lib/services'
import { type Application, getForStaff } from '../data'
import { type Queued, readSeats, type Seats, type SeatsKey } from '../enrolment'
import { may } from '../policy'

const PAGE = 20

/** One queue for seats, as the page names it and its address tells it. */
export type SeatsQueue = SeatsKey & { organisation: Text; service: Text; period: Text; language: Text }

export const PLACE_ACTIONS = ['confirmArea', 'placeOnWaitingList', 'callUp'] as const
export type PlaceAction = (typeof PLACE_ACTIONS)[number]

export type PlaceRow = {
  number: number
  queueNo: number
  takenAt: Date | null
  place: number
  turn: number | null
  subjectName: string
  status: Status
  /** The clerk's word; null before it was given. */
  area: boolean | null
  /** The parent's own; null where the service knows no area. */
  told: Text | null
  actions: PlaceAction[]
}

export type PlacesPage = {
  queue: SeatsQueue
  queues: SeatsQueue[]
  seats: Seats['seats']
  taken: number
  /** Sent, and not registered yet: where they will stand nobody knows before. */
  unregistered: number
  rows: PlaceRow[]
  /** The place before which this page begins, and that of the next one; null on the last. */
  after: number
  next: number | null
}

function workedBy(actor: Actor): string[] {
  return actor.memberships
    .filter((m) => m.role === 'clerk' || m.role === 'director')
    .map((m) => m.organisationId)
}

/** Whether this person gives seats somewhere: then the room has the page. */
export async function givesPlaces(tx: Tx, actor: Actor): Promise<boolean> {
  const organisationId = { in: workedBy(actor) }
  if (organisationId.in.length === 0) return false
  const queued = await tx.application.findFirst({
    where: { organisationId, queueNo: { not: null } },
    select: { id: true },
  })
  return queued !== null || (await tx.capacity.findFirst({ where: { organisationId } })) !== null
}

/** Every queue of these organisations: somebody stands in it, or seats are told for it. */
async function listQueues(tx: Tx, actor: Actor): Promise<SeatsQueue[]> {
  const organisationId = { in: workedBy(actor) }
  const queued = await tx.application.groupBy({
    by: ['organisationId', 'serviceSlug', 'periodKey', 'queueVariant'],
    where: { organisationId, queueNo: { not: null } },
  })
  const capacities = await tx.capacity.findMany({ where: { organisationId } })
  const organisations = await tx.organisation.findMany({
    where: { id: organisationId },
    select: { id: true, nameKk: true, nameRu: true },
  })
  const keys = [...queued.map((row) => ({ ...row, variant: row.queueVariant })), ...capacities]
  const found = new Map<string, SeatsQueue>()
  for (const { organisationId: id, serviceSlug, periodKey, variant } of keys) {
    const service = SERVICES.find(({ slug }) => slug === serviceSlug)
    const organisation = organisations.find((row) => row.id === id)
    if (!service || !organisation || variant === null) continue
    found.set([organisation.id, serviceSlug, periodKey, variant].join(), {
      organisationId: organisation.id,
      serviceSlug,
      periodKey,
      variant,
      organisation: { kk: organisation.nameKk, ru: organisation.nameRu },
      service: service.name,
      period: periodName(periodKey),
      language: optionOf(service, service.queue?.variant, variant),
    })
  }
  const rank = ({ serviceSlug }: SeatsQueue) => SERVICES.findIndex(({ slug }) => slug === serviceSlug)
  return [...found.values()].sort(
    (a, b) =>
      a.organisation.kk.localeCompare(b.organisation.kk) ||
      b.periodKey.localeCompare(a.periodKey) ||
      rank(a) - rank(b) ||
      a.variant.localeCompare(b.variant),
  )
}

/** An answer to a choice as it is read. */
function optionOf(service: ServiceDefinition, path: string | undefined, value: string): Text {
  const [stepKey, fieldKey] = path?.split('.') ?? []
  const field = service.steps.find((s) => s.key === stepKey)?.fields.find((f) => f.key === fieldKey)
  return field?.options?.find((option) => option.value === value)?.label ?? { kk: value, ru: value }
}

export type PlacesQuery = Partial<SeatsKey> & { after: number }

/**
 * The queue that the address names, else the first; twenty places a page, in the order in which seats are
 * given. `data` is null where there is no queue at all.
 */
export async function readPlaces(tx: Tx, actor: Actor, wanted: PlacesQuery): Promise<PlacesPage | null> {
  const queues = await listQueues(tx, actor)
  const { after, ...key } = wanted
  const fits = (queue: SeatsQueue) =>
    SEATS_KEYS.every((name) => key[name] === undefined || key[name] === queue[name])
  const queue = queues.find(fits)
  if (!queue) {
    if (queues.length > 0) throw new DomainError('absent')
    return null
  }
  const { organisationId, serviceSlug, periodKey, variant } = queue
  const { seats, taken, places } = await readSeats(tx, { organisationId, serviceSlug, periodKey, variant })
  const shown = places.slice(after, after + PAGE)
  const rows: PlaceRow[] = []
  for (const placed of shown) {
    const application = await getForStaff(tx, actor, placed.one.number)
    rows.push(toRow(actor, application, placed, seats))
  }
  return {
    queue,
    queues,
    seats,
    taken,
    unregistered: await tx.application.count({
      where: { organisationId, serviceSlug, periodKey, queueVariant: variant, status: 'sent' },
    }),
    rows,
    after,
    next: places.length > after + PAGE ? after + PAGE : null,
  }
}

const SEATS_KEYS = ['organisationId', 'serviceSlug', 'periodKey', 'variant'] as const

function toRow(
  actor: Actor,
  application: Application,
  { one, place, turn }: Placed<Queued>,
  seats: number | null,
): PlaceRow {
  const { service, answers, revision, sentAt, facts } = application
  const path = service.queue?.area
  const fits: Readonly<Record<PlaceAction, boolean>> = {
    confirmArea: path !== undefined,
    placeOnWaitingList: seats === null || turn !== null,
    callUp: seats === null || turn === null,
  }
  return {
    number: one.number,
    queueNo: one.queueNo,
    takenAt: sentAt,
    place,
    turn,
    subjectName: revision?.snapshot.subject.name ?? '',
    status: one.status,
    area: one.area,
    told: path ? optionOf(service, path, answerAt(revision?.snapshot.answers ?? answers, path)) : null,
    actions: PLACE_ACTIONS.filter((action) => fits[action] && may(actor, action, facts)),
  }
}
