import 'server-only'
import { heldAt } from '@/lib/accounts/roles'
import { CalendarHorizonError, isWorkingDay, type WorkCalendar } from '@/lib/domain/calendar'
import { almatyInstant, type DateOnly, dateInAlmaty, timeInAlmaty } from '@/lib/domain/dates'
import { enqueue, tellOnce } from '@/lib/notifications/mutations'
import { getCalendar } from '@/lib/organisations/calendar'
import { asSystem, type Tx } from '@/lib/platform/db'
import { logFailure } from '@/lib/platform/log'
import { listToSign } from './waiting'

const AT = '09:00'
/** When the clock stood at nine, a later hour does as well; in the evening nobody is at work. */
const UNTIL = '18:00'

type Head = {
  id: string
  locale: string
  memberships: { organisationId: string; role: string; organisation: { workingWeek: number } }[]
}

/** On the morning of a working day each head with papers to sign gets one letter: how many, and the nearest deadline. */
export async function tellWaitingHeads(now: Date): Promise<number> {
  const today = dateInAlmaty(now)
  const time = timeInAlmaty(now)
  if (time < AT || time >= UNTIL) return 0
  const over = `signing-mail:${today}`
  const found = await asSystem('signing mail', async (tx) => {
    if (await tx.toldOnce.findUnique({ where: { key: over } })) return null
    return { heads: await listHeads(tx, now), calendar: await getCalendar(tx) }
  })
  if (!found) return 0
  let count = 0
  let isWhole = true
  for (const head of found.heads) {
    try {
      if (await asSystem('signing mail', (tx) => tellHead(tx, head, found.calendar, now))) count += 1
    } catch (error) {
      // The others are told all the same; this one with the next run.
      logFailure('signing mail', error)
      isWhole = false
    }
  }
  if (isWhole) await asSystem('signing mail', (tx) => tellOnce(tx, over, now))
  return count
}

function listHeads(tx: Tx, now: Date): Promise<Head[]> {
  const valid = heldAt(now)
  return tx.account.findMany({
    where: {
      memberships: {
        some: {
          role: 'director',
          ...valid,
          organisation: { parties: { some: { application: { status: 'on_signing' } } } },
        },
      },
    },
    select: {
      id: true,
      locale: true,
      memberships: {
        where: valid,
        select: {
          organisationId: true,
          role: true,
          organisation: { select: { workingWeek: true } },
        },
      },
    },
  })
}

/** Of what came in since nine tomorrow's letter tells. */
async function tellHead(tx: Tx, head: Head, calendar: WorkCalendar, now: Date): Promise<boolean> {
  const today = dateInAlmaty(now)
  const signs = head.memberships.filter(
    ({ role, organisation }) =>
      role === 'director' && worksOn(calendar, today, organisation.workingWeek === 6 ? 6 : 5),
  )
  if (signs.length === 0) return false
  const { ids } = await listToSign(
    tx,
    head.id,
    signs.map(({ organisationId }) => organisationId),
    now,
  )
  const waiting = await tx.application.aggregate({
    where: { id: { in: ids }, updatedAt: { lt: almatyInstant(today, AT) } },
    _count: true,
    _min: { dueAt: true },
  })
  if (waiting._count === 0 || !(await tellOnce(tx, `signing-mail:${today}:${head.id}`, now))) return false
  await enqueue(tx, {
    event: 'staff_signing_waits',
    recipientId: head.id,
    locale: head.locale,
    payload: { count: waiting._count, ...(waiting._min.dueAt ? { date: waiting._min.dueAt } : {}) },
  })
  return true
}

/** Beyond the calendar no day is known to be a working one: the letter stays away rather than come on a holiday. */
function worksOn(calendar: WorkCalendar, day: DateOnly, week: 5 | 6): boolean {
  try {
    return isWorkingDay(calendar, day, week)
  } catch (error) {
    if (error instanceof CalendarHorizonError) return false
    throw error
  }
}
