import 'server-only'
import type { WorkCalendar } from '@/lib/domain/calendar'
import { type Pause, pauseOf, type WorkHours } from '@/lib/domain/deadlines'
import type { Tx } from '@/lib/platform/db'
import type { Application } from './data'
import { findWindow } from './windows'

/**
 * While the applicant was asked for something after registration the answer term stands still.
 * @throws CalendarHorizonError
 */
export async function listPauses(
  tx: Tx,
  applicationId: string,
  hours: WorkHours,
  calendar: WorkCalendar,
): Promise<Pause[]> {
  const asked = (await listAsked(tx, [applicationId])).get(applicationId) ?? []
  return asked.map((one) => pauseOf(one, hours, calendar))
}

/**
 * What becomes of the term while the applicant is asked for something: that of the intake begins anew with the answer,
 * that of the result stands still, and a day that was set together with the intake stays where it is.
 */
export type Meanwhile = 'anew' | 'stands' | 'fixed'

export async function readMeanwhile(
  tx: Tx,
  { service, periodKey }: Pick<Application, 'service' | 'periodKey'>,
  isRegistered: boolean,
): Promise<Meanwhile> {
  if (!isRegistered) return 'anew'
  const window = await findWindow(tx, { serviceSlug: service.slug, periodKey })
  return window?.answerBy ? 'fixed' : 'stands'
}

/** When the applicant was asked, and has answered. */
export type Asked = { askedAt: Date; answeredAt: Date | null }

/** Of many applications, by their ids, what was asked after registration; who was asked nothing is not there. */
export async function listAsked(
  tx: Tx,
  applicationIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Asked[]>> {
  const rows = await tx.correction.findMany({
    where: { applicationId: { in: [...applicationIds] }, from: 'registered' },
    orderBy: { requestedAt: 'asc' },
    select: { applicationId: true, requestedAt: true, settledAt: true },
  })
  const asked = new Map<string, Asked[]>()
  for (const { applicationId, requestedAt, settledAt } of rows) {
    const one = { askedAt: requestedAt, answeredAt: settledAt }
    asked.set(applicationId, [...(asked.get(applicationId) ?? []), one])
  }
  return asked
}
