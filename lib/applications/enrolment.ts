import 'server-only'
import { type Applying, giveSeats, type Placed } from '@/lib/domain/enrolment-queue'
import { DomainError } from '@/lib/domain/error'
import type { Status } from '@/lib/domain/status'
import type { Tx } from '@/lib/platform/db'
import { type Application, toStatus } from './data'
import type { QueueKey } from './queue-place'

/** Those who are after the same seats: of one school, in one language of teaching, for one period. */
export type SeatsKey = QueueKey & { variant: string }

export type Queued = Applying & {
  number: number
  status: Status
  /** The clerk's word on the service area; null before it was given, and then counted as outside. */
  area: boolean | null
}

export type Seats = {
  /** Null: the school has not said how many, and there is no limit. */
  seats: number | null
  taken: number
  /** In the order in which seats are given. */
  places: Placed<Queued>[]
}

/** Whoever was registered and neither gave up nor was refused; their numbers stay as they were. */
const QUEUED: readonly Status[] = ['registered', 'correction', 'waiting', 'on_signing', 'approved']
const SEATED: readonly Status[] = ['on_signing', 'approved']

function standingOf(status: Status): Queued['standing'] {
  if (SEATED.includes(status)) return 'seated'
  return status === 'waiting' ? 'listed' : 'open'
}

/** Null where the service has no queue, or before the application was sent. */
export function seatsKeyOf(
  application: Pick<Application, 'service' | 'organisationId' | 'periodKey' | 'queueNo' | 'queueVariant'>,
): SeatsKey | null {
  const { service, organisationId, periodKey, queueNo, queueVariant } = application
  if (!organisationId || queueNo === null || queueVariant === null) return null
  return { organisationId, serviceSlug: service.slug, periodKey, variant: queueVariant }
}

/** The computed queue as it stands now: order, seats, and whose turn it is. */
export async function readSeats(tx: Tx, key: SeatsKey): Promise<Seats> {
  const { variant, ...queue } = key
  const capacity = await tx.capacity.findUnique({
    where: { organisationId_serviceSlug_periodKey_variant: key },
    select: { seats: true },
  })
  const rows = await tx.application.findMany({
    where: {
      ...queue,
      queueVariant: variant,
      status: { in: [...QUEUED] },
      queueNo: { not: null },
      registeredAt: { not: null },
    },
    select: { number: true, status: true, queueNo: true, inArea: true },
  })
  const all = rows.map(({ number, queueNo, inArea, ...row }): Queued => {
    const status = toStatus(row.status)
    return {
      number,
      status,
      queueNo: queueNo ?? 0,
      area: inArea,
      inArea: inArea === true,
      standing: standingOf(status),
    }
  })
  const seats = capacity?.seats ?? null
  return {
    seats,
    taken: all.filter((one) => one.standing === 'seated').length,
    places: giveSeats(all, seats),
  }
}

/** What the applicant and the clerk are told of one application's place. */
export type Position = {
  queueNo: number
  /** The moment that the number was given, the same for the parent and for the school. */
  takenAt: Date
  seats: number | null
  /** Among all who are in the queue now; null while it is not in it: not registered, or out of it again. */
  place: number | null
  /** Whose turn it is when a seat falls free, from 1; null: a seat is there, or it is not in the queue. */
  turn: number | null
}

export async function getPosition(tx: Tx, application: Application): Promise<Position | null> {
  const { number, queueNo, sentAt } = application
  const key = seatsKeyOf(application)
  if (!key || queueNo === null || !sentAt) return null
  const { seats, places } = await readSeats(tx, key)
  const own = places.find(({ one }) => one.number === number)
  return { queueNo, takenAt: sentAt, seats, place: own?.place ?? null, turn: own?.turn ?? null }
}

/**
 * Holds the seats of an application's school and language until the transaction ends, so that two clerks
 * cannot give the last one twice. @throws DomainError full when no seat is left for it by the order of the queue.
 */
export async function lockSeat(tx: Tx, application: Application): Promise<void> {
  const key = seatsKeyOf(application)
  if (!key) return
  await tx.$queryRaw`
    SELECT seats FROM capacity
    WHERE organisation_id = ${key.organisationId}::uuid AND service_slug = ${key.serviceSlug}
      AND period_key = ${key.periodKey} AND variant = ${key.variant}
    FOR UPDATE`
  const { seats, places } = await readSeats(tx, key)
  const own = places.find(({ one }) => one.number === application.number)
  if (seats !== null && own && own.turn !== null) throw new DomainError('full')
}
