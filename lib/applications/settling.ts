import 'server-only'
import { CalendarHorizonError, type WorkWeek } from '@/lib/domain/calendar'
import { dateInAlmaty } from '@/lib/domain/dates'
import { countsFrom, workingDaysTaken } from '@/lib/domain/deadlines'
import type { Status } from '@/lib/domain/status'
import { getCalendar } from '@/lib/organisations/calendar'
import type { Tx } from '@/lib/platform/db'
import type { Application } from './data'
import { listPauses } from './pauses'

const ANSWERED: readonly Status[] = ['intake_refused', 'approved', 'refused']

/** Of an answer of the provider: when it was given, and how many of its working days that took without the pauses. */
export async function settlement(
  tx: Tx,
  application: Application,
  to: Status,
  now: Date,
): Promise<{ decidedAt: Date; decidedDays: number | null } | null> {
  if (!ANSWERED.includes(to) || to === application.status) return null
  return { decidedAt: now, decidedDays: await daysTaken(tx, application, now) }
}

async function daysTaken(
  tx: Tx,
  { id, organisationId, completeAt }: Application,
  now: Date,
): Promise<number | null> {
  if (!organisationId || !completeAt) return null
  const { workingWeek, closesAt } = await tx.organisation.findUniqueOrThrow({
    where: { id: organisationId },
    select: { workingWeek: true, closesAt: true },
  })
  const week: WorkWeek = workingWeek === 6 ? 6 : 5
  const calendar = await getCalendar(tx)
  try {
    const hours = { week, closesAt }
    const from = countsFrom(completeAt, hours, calendar)
    const pauses = await listPauses(tx, id, hours, calendar)
    return workingDaysTaken({ from, to: dateInAlmaty(now), pauses, week, calendar })
  } catch (error) {
    // Beyond the calendar nothing is counted; the answer itself does not wait for it.
    if (error instanceof CalendarHorizonError) return null
    throw error
  }
}
