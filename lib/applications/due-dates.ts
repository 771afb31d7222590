import 'server-only'
import type { WorkCalendar } from '@/lib/domain/calendar'
import type { DateOnly } from '@/lib/domain/dates'
import { type Deadlines, deadlines, pauseOf, type WorkHours } from '@/lib/domain/deadlines'
import type { ServiceDefinition } from '@/lib/domain/service'
import { getCalendar } from '@/lib/organisations/calendar'
import type { Organisation } from '@/lib/organisations/data'
import type { Tx } from '@/lib/platform/db'
import type { Application } from './data'
import { type Asked, listAsked } from './pauses'
import { findWindow } from './windows'

/** All that the dates of an application follow from. */
export type Counted = {
  service: Pick<ServiceDefinition, 'intakeTerm' | 'term'>
  hours: WorkHours
  /** Sent, or sent again with what was missing before registration. */
  completeAt: Date
  registeredAt: Date | null
  asked: readonly Asked[]
  /** Of the intake that it belongs to. */
  answerBy: DateOnly | null
}

/** The one projection of the dates that parent, provider and department read. @throws CalendarHorizonError */
export function countDueDates(counted: Counted, calendar: WorkCalendar): Deadlines {
  const { service, completeAt, asked, ...rest } = counted
  return deadlines({
    ...rest,
    sentAt: completeAt,
    intakeTermDays: service.intakeTerm,
    termDays: service.term,
    pauses: asked.map((one) => pauseOf(one, rest.hours, calendar)),
    calendar,
  })
}

/** When the provider has to say whether it accepts, and when the result has to be there. */
export async function dueDates(
  tx: Tx,
  application: Pick<Application, 'id' | 'service' | 'periodKey'>,
  organisation: Organisation,
  completeAt: Date,
  registeredAt: Date | null,
): Promise<Deadlines> {
  const { id, service, periodKey } = application
  const window = await findWindow(tx, { serviceSlug: service.slug, periodKey })
  const counted: Counted = {
    service,
    hours: organisation.hours,
    completeAt,
    registeredAt,
    asked: (await listAsked(tx, [id])).get(id) ?? [],
    answerBy: window?.answerBy ?? null,
  }
  return countDueDates(counted, await getCalendar(tx))
}
