import 'server-only'
import { type ReadBy, recordReads } from '@/lib/audit/reads'
import type { Actor, Role } from '@/lib/domain/actor'
import type { PartyPart } from '@/lib/domain/provider-kind'
import type { ReadKind } from '@/lib/domain/read-kind'
import type { Tx } from '@/lib/platform/db'
import type { Application } from './data'
import { type ApplicationFacts, watchedBy } from './policy'

/** Whoever takes part in several ways reads by the first: who acts before who is left, a head before a clerk. */
const PARTS: readonly PartyPart[] = ['provider', 'acting', 'sendingSchool']
const ROLES: readonly Role[] = ['director', 'clerk', 'methodist']

type Read = Pick<Application, 'id' | 'facts'>

/**
 * Notes that this person has looked at something of these applications by their work. The applicant's own looks
 * are nobody's business; all others are shown to the applicant.
 */
export async function noteReads(
  tx: Tx,
  actor: Actor,
  applications: readonly Read[],
  what: ReadKind,
  now: Date,
): Promise<void> {
  const byMembership = new Map<string, { by: ReadBy; ids: string[] }>()
  for (const { id, facts } of applications) {
    // Of drafts staff read only what they enter themselves, for somebody who stands at the desk.
    if (facts.ownerId === actor.userId || facts.status === 'draft') continue
    const by = workingBy(actor, facts) ?? (await watchingBy(tx, actor, facts))
    const key = `${by.organisationId} ${by.role}`
    const same = byMembership.get(key) ?? { by, ids: [] }
    byMembership.set(key, { by, ids: [...same.ids, id] })
  }
  for (const { by, ids } of byMembership.values())
    await recordReads(tx, ids, { ...by, reader: actor, what, now })
}

export function noteRead(tx: Tx, actor: Actor, application: Read, what: ReadKind, now: Date): Promise<void> {
  return noteReads(tx, actor, [application], what, now)
}

/** As a member of an organisation that takes part. */
function workingBy(actor: Actor, { parties }: ApplicationFacts): ReadBy | undefined {
  const ways = PARTS.flatMap((part) =>
    ROLES.map((role) => ({ role, organisations: parties.filter((p) => p.part === part) })),
  )
  for (const { role, organisations } of ways) {
    const membership = actor.memberships.find(
      (m) => m.role === role && organisations.some((o) => o.organisationId === m.organisationId),
    )
    if (membership) return { organisationId: membership.organisationId, role }
  }
  return undefined
}

/** As the methodist of the department above. */
async function watchingBy(tx: Tx, actor: Actor, { parties }: ApplicationFacts): Promise<ReadBy> {
  const above = await tx.organisation.findFirst({
    where: {
      id: { in: watchedBy(actor) },
      children: { some: { id: { in: parties.map((party) => party.organisationId) } } },
    },
    select: { id: true },
  })
  return { organisationId: above?.id ?? null, role: 'methodist' }
}
