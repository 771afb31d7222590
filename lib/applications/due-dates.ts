import 'server-only'
import { deadlines } from '@/lib/domain/deadlines'
import { getCalendar } from '@/lib/organisations/calendar'
import type { Organisation } from '@/lib/organisations/data'
import type { Tx } from '@/lib/platform/db'
import type { Application } from './data'

/** When the provider has to say whether it accepts, and when the result has to be there. */
export async function dueDates(
  tx: Tx,
  application: Pick<Application, 'service'>,
  organisation: Organisation,
  sentAt: Date,
  registeredAt: Date | null,
): Promise<{ intakeDue: string; answerDue: string }> {
  return deadlines({
    sentAt,
    registeredAt,
    intakeTermDays: application.service.intakeTerm,
    termDays: application.service.term,
    hours: organisation.hours,
    calendar: await getCalendar(tx),
  })
}
