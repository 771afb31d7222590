import 'server-only'
import { deadlines } from '@/lib/domain/deadlines'
import { getCalendar } from '@/lib/organisations/calendar'
import type { Organisation } from '@/lib/organisations/data'
import type { Tx } from '@/lib/platform/db'
import type { Application } from './data'
import { listPauses } from './pauses'
import { findWindow } from './windows'

/** When the provider has to say whether it accepts, and when the result has to be there. */
export async function dueDates(
  tx: Tx,
  application: Pick<Application, 'id' | 'service' | 'periodKey'>,
  organisation: Organisation,
  sentAt: Date,
  registeredAt: Date | null,
): Promise<{ intakeDue: string; answerDue: string }> {
  const { id, service, periodKey } = application
  const window = await findWindow(tx, { serviceSlug: service.slug, periodKey })
  return deadlines({
    sentAt,
    registeredAt,
    intakeTermDays: service.intakeTerm,
    termDays: service.term,
    hours: organisation.hours,
    calendar: await getCalendar(tx),
    pauses: await listPauses(tx, id),
    answerBy: window?.answerBy ?? null,
  })
}
