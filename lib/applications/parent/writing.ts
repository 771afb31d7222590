import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import { DomainError } from '@/lib/domain/error'
import { asActor } from '@/lib/platform/db'
import { getOwn } from '../data'
import { addMessage, checkMessage } from '../messages'
import { tellStaff } from '../staff-to-tell'

/** The applicant writes to the provider, from sending on; of a draft it knows nothing. */
export async function writeToProvider(actor: Actor, number: number, typed: string, now: Date): Promise<void> {
  const body = await checkMessage(actor, typed)
  await asActor(actor, async (tx) => {
    const application = await getOwn(tx, actor, number)
    if (application.status === 'draft') throw new DomainError('conflict')
    const isFirst = await addMessage(tx, application.id, { side: 'applicant', author: actor, body }, now)
    if (isFirst) await tellStaff(tx, application, 'staff_message', {}, now)
  })
}
