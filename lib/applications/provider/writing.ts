import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import { DomainError } from '@/lib/domain/error'
import { enqueue } from '@/lib/notifications/mutations'
import { asActor, type Tx } from '@/lib/platform/db'
import { type Application, getForStaff } from '../data'
import { addMessage, checkMessage, listMessages, type Message, markRead } from '../messages'
import { type ApplicationFacts, hasConflictOfInterest, staffParts } from '../policy'

/** Who works an application talks with its applicant: not who watches it, nor a school that the child leaves. */
export function mayTalk(actor: Actor, facts: ApplicationFacts): boolean {
  const works = (['provider', 'acting'] as const).some((part) => staffParts(actor, facts, part).length > 0)
  return works && !hasConflictOfInterest(actor, facts)
}

/** An application that this person works; others who may read it are refused. */
export async function getWorked(tx: Tx, actor: Actor, number: number): Promise<Application> {
  const application = await getForStaff(tx, actor, number)
  if (!mayTalk(actor, application.facts)) throw new DomainError('forbidden')
  return application
}

/** The talk as the provider opens it; null for who only watches. */
export async function openTalk(
  tx: Tx,
  actor: Actor,
  { id, facts }: Pick<Application, 'id' | 'facts'>,
  now: Date,
): Promise<Message[] | null> {
  if (!mayTalk(actor, facts)) return null
  const messages = await listMessages(tx, id, 'staff')
  await markRead(tx, messages, now)
  return messages
}

export async function writeToApplicant(
  actor: Actor,
  number: number,
  typed: string,
  now: Date,
): Promise<void> {
  const body = await checkMessage(actor, typed)
  await asActor(actor, async (tx) => {
    const { id, facts, ownerId, locale } = await getWorked(tx, actor, number)
    // Nobody would read it: who came with papers is called.
    if (!facts.hasCabinet) throw new DomainError('conflict')
    const isFirst = await addMessage(tx, id, { side: 'staff', author: actor, body }, now)
    if (isFirst)
      await enqueue(tx, { event: 'message_received', recipientId: ownerId, locale, payload: { number } })
  })
}
