import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import { DomainError } from '@/lib/domain/error'
import type { LetterEvent } from '@/lib/domain/letter-events'
import { enqueue } from '@/lib/notifications/mutations'
import type { Tx } from '@/lib/platform/db'
import { type Application, getForStaff } from '../data'
import { getPosition, lockSeat } from '../enrolment'
import { transition } from '../transition'

/** The clerk's word on living in the school's service area: by it the order of the queue is computed. */
export async function confirmArea(
  tx: Tx,
  actor: Actor,
  number: number,
  inArea: boolean,
  now: Date,
): Promise<void> {
  const application = await getForStaff(tx, actor, number)
  if (!application.service.queue?.area) throw new DomainError('forbidden')
  await transition(tx, actor, 'confirmArea', application, now, { data: { inArea }, detail: { inArea } })
}

/** There is no seat for this application: it waits for one. While there is one, that is a `conflict`. */
export async function placeOnWaitingList(tx: Tx, actor: Actor, number: number, now: Date): Promise<void> {
  const application = await getForStaff(tx, actor, number)
  await transition(tx, actor, 'placeOnWaitingList', application, now)
  const position = await getPosition(tx, application)
  if (position?.turn === null) throw new DomainError('conflict')
  await tell(tx, application, 'application_waiting')
}

/** A seat is free and it is this application's turn; `full` while it is not. */
export async function callUp(tx: Tx, actor: Actor, number: number, now: Date): Promise<void> {
  const application = await getForStaff(tx, actor, number)
  await transition(tx, actor, 'callUp', application, now)
  await lockSeat(tx, application)
  await tell(tx, application, 'application_called_up')
}

function tell(tx: Tx, application: Application, event: LetterEvent): Promise<void> {
  return enqueue(tx, {
    event,
    recipientId: application.ownerId,
    locale: application.locale,
    payload: { number: application.number },
  })
}
