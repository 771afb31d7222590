import 'server-only'
import { heldAt } from '@/lib/accounts/roles'
import { audit } from '@/lib/audit/mutations'
import { getActorOf } from '@/lib/auth/data'
import type { Actor } from '@/lib/domain/actor'
import { DomainError } from '@/lib/domain/error'
import { fullName } from '@/lib/domain/person-name'
import { enqueue, tellOnce } from '@/lib/notifications/mutations'
import { Json, type Tx } from '@/lib/platform/db'
import { type Application, getForStaff } from '../data'
import { type ApplicationFacts, staffParts, worksOn } from '../policy'
import { OPEN } from './doubts'

export type Colleague = { id: string; name: string }

/** Who works these organisations now, by name: an application can be given to any of them. */
export async function listColleagues(
  tx: Tx,
  organisationIds: readonly string[],
  now: Date,
): Promise<Colleague[]> {
  const rows = await tx.account.findMany({
    where: {
      memberships: {
        some: {
          organisationId: { in: [...organisationIds] },
          role: { in: ['clerk', 'director'] },
          ...heldAt(now),
        },
      },
    },
    orderBy: [{ familyName: 'asc' }, { givenName: 'asc' }, { id: 'asc' }],
    select: { id: true, familyName: true, givenName: true, patronymic: true },
  })
  return rows.map((row) => ({ id: row.id, name: fullName(row) }))
}

/** Of the provider, or of who acts for it; of the school that the child leaves only while its turn lasts. */
export const mayBeGiven = (actor: Actor, facts: ApplicationFacts) =>
  worksOn(actor, facts) || worksOn(actor, facts, 'completeStage')

/** As the colleague themself would find it: whose child it is, they alone are asked. */
async function mayWork(tx: Tx, colleague: Actor, { number, facts }: Application): Promise<boolean> {
  if (staffParts(colleague, facts).length === 0) return false
  return mayBeGiven(colleague, (await getForStaff(tx, colleague, number)).facts)
}

/**
 * Gives an application that was `assignedTo` (null: nobody) when its giver looked to one who may work it. It is not
 * moved by that: a sheet that is being signed stays as it is. Of all of a batch the colleague gets one letter.
 */
export async function assign(
  tx: Tx,
  actor: Actor,
  number: number,
  { from, to, batchId }: { from: string | null; to: string; batchId?: string },
  now: Date,
): Promise<void> {
  const application = await getForStaff(tx, actor, number)
  if (!mayBeGiven(actor, application.facts)) throw new DomainError('forbidden')
  if (!OPEN.includes(application.status)) throw new DomainError('conflict')
  const colleague = await getActorOf(tx, to, now)
  if (!colleague || !(await mayWork(tx, colleague, application))) throw new DomainError('forbidden')
  const taken = await tx.$executeRaw`
    UPDATE application SET assignee_id = ${to}::uuid
    WHERE id = ${application.id}::uuid AND status = ${application.status}
      AND assignee_id IS NOT DISTINCT FROM ${from}::uuid`
  if (taken === 0) throw new DomainError('conflict')
  await tx.historyEvent.create({
    data: {
      applicationId: application.id,
      at: now,
      action: 'assign',
      from: application.status,
      to: application.status,
      actorId: actor.userId,
      actorName: actor.name,
      detail: Json.write({ assignee: colleague.name }),
    },
    select: { id: true },
  })
  await audit(tx, {
    actorId: actor.userId,
    action: 'application.assign',
    subject: application.id,
    detail: { to },
  })
  if (to === actor.userId) return
  if (batchId && !(await tellOnce(tx, `assigned:${batchId}`, now))) return
  const { locale } = await tx.account.findUniqueOrThrow({ where: { id: to }, select: { locale: true } })
  await enqueue(tx, {
    event: batchId ? 'staff_assigned_many' : 'staff_assigned',
    recipientId: to,
    locale,
    payload: batchId ? {} : { number },
  })
}
