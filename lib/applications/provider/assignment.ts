import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import type { Tx } from '@/lib/platform/db'
import type { Application } from '../data'
import { type Colleague, listColleagues, mayBeGiven } from './assigning'
import { OPEN } from './doubts'

/** Who works an application, and to whom this reader may give it. */
export type Assignment = {
  assignee: { id: string; name: string; isReader: boolean } | null
  /** Null: it is not, or no longer, for the reader to give. Without the reader. */
  colleagues: Colleague[] | null
}

export async function readAssignment(
  tx: Tx,
  actor: Actor,
  { assigneeId, status, facts }: Application,
  now: Date,
): Promise<Assignment> {
  const account =
    assigneeId &&
    (await tx.account.findUnique({
      where: { id: assigneeId },
      select: { id: true, familyName: true, givenName: true },
    }))
  const assignee = account && {
    id: account.id,
    name: `${account.familyName} ${account.givenName}`,
    isReader: account.id === actor.userId,
  }
  if (!OPEN.includes(status) || !mayBeGiven(actor, facts))
    return { assignee: assignee || null, colleagues: null }
  const own = facts.parties.filter(({ organisationId }) => actor.organisationIds.includes(organisationId))
  const colleagues = await listColleagues(
    tx,
    own.map(({ organisationId }) => organisationId),
    now,
  )
  return { assignee: assignee || null, colleagues: colleagues.filter(({ id }) => id !== actor.userId) }
}
