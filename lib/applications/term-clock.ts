import 'server-only'
import { CalendarHorizonError } from '@/lib/domain/calendar'
import { type DateOnly, dateInAlmaty } from '@/lib/domain/dates'
import { answerRunsFrom, countsFrom, type Pause, pauseOf } from '@/lib/domain/deadlines'
import { getCalendar } from '@/lib/organisations/calendar'
import type { Organisation } from '@/lib/organisations/data'
import type { Tx } from '@/lib/platform/db'
import type { Application } from './data'
import { listAsked, type Meanwhile, readMeanwhile } from './pauses'
import { findWindow } from './windows'

/** Why an application is due when it is: the same for the applicant, the provider and the department. */
export type TermClock = {
  sentAt: Date
  /** When the applicant sent it again with what was missing; the intake term counts from there. */
  completedAt: Date | null
  /** The working day it counts as received on, where that is a later one; when the provider closes. */
  receivedOn: DateOnly | null
  closesAt: string
  intakeTerm: number
  intakeDue: DateOnly
  registeredAt: Date | null
  /** The day from which the answer term runs, where it is not that of the registration, and why. */
  runsFrom: { day: DateOnly; isLate: boolean } | null
  term: number
  /** The answer has a day fixed together with the intake, in place of the term. */
  hasDay: boolean
  answerDue: DateOnly
  /** Days on which the term stood still, until the day in `to`. */
  pauses: readonly Pause[]
  /** What was asked of the applicant is not answered yet: the last day to do so, and what the term does. */
  asked: { answerBy: DateOnly; meanwhile: Meanwhile } | null
}

/** Null before it was sent. */
export async function readTermClock(
  tx: Tx,
  application: Application,
  { hours }: Pick<Organisation, 'hours'>,
): Promise<TermClock | null> {
  const { id, service, sentAt, completeAt, registeredAt, intakeDue, answerDue } = application
  if (!sentAt || !completeAt || !intakeDue || !answerDue) return null
  const calendar = await getCalendar(tx)
  const window = await findWindow(tx, { serviceSlug: service.slug, periodKey: application.periodKey })
  const hasDay = Boolean(window?.answerBy)
  // A day that is fixed is moved by nothing.
  const asked = hasDay ? [] : ((await listAsked(tx, [id])).get(id) ?? [])
  const days = () => {
    const [received, registered] = [dateInAlmaty(completeAt), registeredAt && dateInAlmaty(registeredAt)]
    const from = countsFrom(completeAt, hours, calendar)
    const runsFrom = answerRunsFrom(registeredAt, intakeDue, hours, calendar)
    const isMoved = registered !== null && runsFrom !== registered
    return {
      receivedOn: from === received ? null : from,
      runsFrom: isMoved ? { day: runsFrom, isLate: runsFrom < registered } : null,
      pauses: asked
        .map((one) => pauseOf(one, hours, calendar))
        .filter(({ from, to }) => to !== null && from < to),
    }
  }
  return {
    sentAt,
    completedAt: completeAt > sentAt ? completeAt : null,
    ...withinCalendar(days, { receivedOn: null, runsFrom: null, pauses: [] }),
    closesAt: hours.closesAt,
    intakeTerm: service.intakeTerm,
    intakeDue,
    registeredAt,
    term: service.term,
    hasDay,
    answerDue,
    asked: application.status === 'correction' ? await whatIsAsked(tx, application) : null,
  }
}

/** What is beyond the calendar is not explained; the dates that were told stand all the same. */
function withinCalendar<T>(count: () => T, otherwise: T): T {
  try {
    return count()
  } catch (error) {
    if (error instanceof CalendarHorizonError) return otherwise
    throw error
  }
}

async function whatIsAsked(tx: Tx, application: Application): Promise<TermClock['asked']> {
  const open = await tx.correction.findFirst({
    where: { applicationId: application.id, settledAt: null },
    select: { answerBy: true, from: true },
  })
  if (!open) return null
  const meanwhile = await readMeanwhile(tx, application, open.from === 'registered')
  return { answerBy: open.answerBy, meanwhile }
}
