import 'server-only'
import type { WorkCalendar } from '@/lib/domain/calendar'
import { DomainError } from '@/lib/domain/error'
import type { Tx } from '@/lib/platform/db'

/** Days off and moved working days as an admin keeps them; without a horizon nothing may be computed. */
export async function getCalendar(tx: Tx): Promise<WorkCalendar> {
  const horizon = await tx.calendarHorizon.findUnique({ where: { id: 1 } })
  const days = await tx.calendarDay.findMany({ select: { date: true, kind: true } })
  if (!horizon) throw new DomainError('unavailable')
  const dates = (kind: string) => days.filter((d) => d.kind === kind).map((d) => d.date)
  return {
    from: horizon.from,
    to: horizon.to,
    off: dates('off'),
    offInFive: dates('offInFive'),
    working: dates('working'),
  }
}
