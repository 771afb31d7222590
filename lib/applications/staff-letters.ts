import 'server-only'
import { heldAt } from '@/lib/accounts/roles'
import type { STAFF_LETTER_EVENTS } from '@/lib/domain/letter-events'
import { enqueue, type LetterPayload } from '@/lib/notifications/mutations'
import type { Tx } from '@/lib/platform/db'
import type { Application } from './data'

type StaffLetter = (typeof STAFF_LETTER_EVENTS)[number]
type Worked = Pick<Application, 'number' | 'assigneeId'> & {
  facts: { ownerId: string; parties: readonly { organisationId: string; part: string }[] }
}

/**
 * Writes to whoever works the application: the one it is assigned to while they work there, else all clerks of the
 * provider, and of the department that acts for it; the head where there is no clerk.
 */
export async function tellStaff(
  tx: Tx,
  { number, assigneeId, facts }: Worked,
  event: StaffLetter,
  payload: Omit<LetterPayload, 'number'>,
  now: Date,
): Promise<void> {
  const places = facts.parties.filter(({ part }) => part === 'provider' || part === 'acting')
  const staff = await tx.membership.findMany({
    where: {
      organisationId: { in: places.map(({ organisationId }) => organisationId) },
      role: { in: ['clerk', 'director'] },
      ...heldAt(now),
      accountId: { not: facts.ownerId },
    },
    distinct: ['accountId', 'role'],
    orderBy: { id: 'asc' },
    select: { accountId: true, role: true, account: { select: { locale: true } } },
  })
  const assigned = staff.filter(({ accountId }) => accountId === assigneeId).slice(0, 1)
  const clerks = staff.filter(({ role }) => role === 'clerk')
  const readers = [assigned, clerks, staff].find((group) => group.length > 0) ?? []
  for (const { accountId, account } of readers)
    await enqueue(tx, {
      event,
      recipientId: accountId,
      locale: account.locale,
      payload: { ...payload, number },
    })
}
