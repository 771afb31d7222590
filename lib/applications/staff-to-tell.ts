import 'server-only'
import { heldAt } from '@/lib/accounts/roles'
import type { STAFF_LETTER_EVENTS } from '@/lib/domain/letter-events'
import type { PartyPart, StagePart } from '@/lib/domain/provider-kind'
import { enqueue, type LetterPayload } from '@/lib/notifications/mutations'
import type { Tx } from '@/lib/platform/db'
import { findConcerned } from './interests'

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
  /** Accounts that have an interest of their own in it. */
  concerned: ReadonlySet<string>
  assigneeId: string | null
  /** Whose turn the stage is that is waited for. */
  stageBy: StagePart | null
  parties: readonly { organisationId: string; part: string }[]
}

/**
 * Of these people those to whom an application is to be brought to mind: who works it (the assignee while they work
 * there; else all clerks of the provider, and of the department that acts for it; else the head), or the heads of who
 * decides. Each once, and nobody about an application that concerns them.
 */
export function staffToTell(
  { parties, assigneeId, concerned, stageBy }: Worked,
  colleagues: readonly Staff[],
  whom: 'whoever works it' | 'heads',
): Staff[] {
  const at = (parts: readonly PartyPart[]) => {
    const places = parties.filter(({ part }) => parts.some((one) => one === part))
    const isThere = (staff: Staff) =>
      places.some(({ organisationId }) => organisationId === staff.organisationId)
    return colleagues.filter((staff) => !concerned.has(staff.accountId) && isThere(staff))
  }
  const headsAt = (part: PartyPart) => onePerPerson(at([part]).filter(({ role }) => role === 'director'))
  const decides = parties.some(({ part }) => part === 'acting') ? 'acting' : 'provider'
  if (whom === 'heads') return headsAt(decides)
  const isElsewhere = stageBy === 'sendingSchool'
  const there = at(isElsewhere ? [stageBy] : ['provider', 'acting'])
  const assigned = there.filter(({ accountId }) => accountId === assigneeId)
  const clerks = there.filter(({ role }) => role === 'clerk')
  const working = assigned.length > 0 ? assigned : clerks
  return working.length > 0 ? onePerPerson(working) : headsAt(isElsewhere ? stageBy : decides)
}

function onePerPerson(staff: readonly Staff[]): Staff[] {
  return [...new Map(staff.map((person) => [person.accountId, person])).values()]
}

/** Writes to whoever works the application for its provider. */
export async function tellStaff(
  tx: Tx,
  application: {
    id: string
    number: number
    assigneeId: string | null
    facts: Pick<Worked, 'parties'>
  },
  event: (typeof STAFF_LETTER_EVENTS)[number],
  payload: Omit<LetterPayload, 'number'>,
  now: Date,
): Promise<void> {
  const { id, number, assigneeId, facts } = application
  const { parties } = facts
  const colleagues = await listColleagues(
    tx,
    parties.map(({ organisationId }) => organisationId),
    now,
  )
  const staff = colleagues.map(({ accountId }) => accountId)
  const concerned = (await findConcerned(tx, staff, [id], now)).get(id) ?? new Set()
  const worked = { concerned, parties, assigneeId, stageBy: null }
  for (const { accountId, locale } of staffToTell(worked, colleagues, 'whoever works it'))
    await enqueue(tx, { event, recipientId: accountId, locale, payload: { ...payload, number } })
}
