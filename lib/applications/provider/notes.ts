import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import { asActor, type Tx } from '@/lib/platform/db'
import type { Application } from '../data'
import { checkMessage } from '../messages'
import { getWorked, mayTalk } from './writing'

export type Note = { id: string; at: Date; authorName: string; body: string }

/** What the people who work an application tell each other; null for anybody else. The applicant has no way here. */
export async function listNotes(
  tx: Tx,
  actor: Actor,
  { id, facts }: Pick<Application, 'id' | 'facts'>,
): Promise<Note[] | null> {
  if (!mayTalk(actor, facts)) return null
  return tx.message.findMany({
    where: { applicationId: id, side: 'note' },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    select: { id: true, at: true, authorName: true, body: true },
  })
}

export async function addNote(actor: Actor, number: number, typed: string, now: Date): Promise<void> {
  const body = await checkMessage(actor, typed)
  await asActor(actor, async (tx) => {
    const { id: applicationId } = await getWorked(tx, actor, number)
    await tx.message.create({
      data: { applicationId, at: now, side: 'note', authorId: actor.userId, authorName: actor.name, body },
      select: { id: true },
    })
  })
}
