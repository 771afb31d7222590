import 'server-only'
import { heldAt } from '@/lib/accounts/roles'
import type { PartyPart, StagePart } from '@/lib/domain/provider-kind'
import type { Tx } from '@/lib/platform/db'
import { turnOf } from './turn'

/** Somebody who works in an organisation now, and may be written to about it. */
export type Staff = { accountId: string; locale: string; organisationId: string; role: 'clerk' | 'director' }

export async function listColleagues(
  tx: Tx,
  organisationIds: readonly string[],
  now: Date,
): Promise<Staff[]> {
  const rows = await tx.membership.findMany({
    where: {
      organisationId: { in: [...new Set(organisationIds)] },
      role: { in: ['clerk', 'director'] },
      ...heldAt(now),
    },
    orderBy: { id: 'asc' },
    select: { accountId: true, organisationId: true, role: true, account: { select: { locale: true } } },
  })
  return rows.map(({ account, role, ...row }) => ({
    ...row,
    locale: account.locale,
    role: role === 'director' ? 'director' : 'clerk',
  }))
}

type Worked = {
  status: string
  ownerId: string
  assigneeId: string | null
  stageBy: StagePart | null
  parties: readonly { organisationId: string; part: string }[]
}

/**
 * Of these people those to whom an application is to be brought to mind: who works it (the assignee, else the clerks,
 * else the heads of the organisation whose turn it is), or the heads of who decides. Each once, and nobody about an
 * application of their own.
 */
export function staffToTell(
  application: Worked,
  colleagues: readonly Staff[],
  whom: 'whoever works it' | 'heads',
): Staff[] {
  const { parties, assigneeId, ownerId, stageBy } = application
  const party = (part: PartyPart) => parties.find((p) => p.part === part)
  const decides = party('acting') ?? party('provider')
  const turn = whom === 'heads' ? decides : (party('acting') ?? turnOf(application, stageBy) ?? decides)
  const there = colleagues.filter((c) => c.organisationId === turn?.organisationId && c.accountId !== ownerId)
  const heads = there.filter(({ role }) => role === 'director')
  if (whom === 'heads') return onePerPerson(heads)
  const assigned = there.filter(({ accountId }) => accountId === assigneeId)
  const clerks = there.filter(({ role }) => role === 'clerk')
  return onePerPerson(assigned.length > 0 ? assigned : clerks.length > 0 ? clerks : heads)
}

function onePerPerson(staff: readonly Staff[]): Staff[] {
  return [...new Map(staff.map((person) => [person.accountId, person])).values()]
}
