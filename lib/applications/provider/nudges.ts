import 'server-only'
import { CalendarHorizonError, isWorkingDay, type WorkCalendar } from '@/lib/domain/calendar'
import { type DateOnly, dateInAlmaty, timeInAlmaty } from '@/lib/domain/dates'
import { answerRunsFrom, countsFrom, pauseOf, type TermLevel, termLevel } from '@/lib/domain/deadlines'
import { enqueue, tellEachOnce, tellOnce } from '@/lib/notifications/mutations'
import { getCalendar } from '@/lib/organisations/calendar'
import { asSystem, type Tx } from '@/lib/platform/db'
import { logFailure } from '@/lib/platform/log'
import type { Prisma } from '@/prisma/generated/client'
import { findConcerned } from '../interests'
import { type Asked, listAsked } from '../pauses'
import { getServiceVersion } from '../service-versions'
import { listColleagues, type Staff, staffToTell } from '../staff-to-tell'

/** When the letters of a day go out: nobody is written to about work at night. */
const OPENS_AT = '09:00'
const PAGE = 200

const SELECT = {
  id: true,
  number: true,
  status: true,
  serviceSlug: true,
  serviceVersion: true,
  stageKey: true,
  ownerId: true,
  locale: true,
  assigneeId: true,
  completeAt: true,
  registeredAt: true,
  intakeDue: true,
  dueAt: true,
  parties: { select: { organisationId: true, part: true } },
} as const satisfies Prisma.ApplicationSelect

type Row = Prisma.ApplicationGetPayload<{ select: typeof SELECT }>

/**
 * Once a working day, organisation by organisation: at half and at four fifths of a term whoever works the application
 * is reminded of it, and when it is over its heads are told, and the applicant whom to call. A day has one letter at
 * most for an application, and for a member of staff one in all, so that short terms and full queues flood nobody.
 * Answers how many applications were told of.
 */
export async function nudge(now: Date): Promise<number> {
  const today = dateInAlmaty(now)
  const done = `deadlines ${today}`
  const calendar = await asSystem('deadlines', async (tx) => {
    const isDone = (await tx.toldOnce.count({ where: { key: done } })) > 0
    return isDone || timeInAlmaty(now) < OPENS_AT ? null : getCalendar(tx)
  })
  // Beyond its horizon nothing is counted.
  if (!calendar || today < calendar.from || today > calendar.to) return 0
  let told = 0
  let isWhole = true
  for (let after: string | null = null; ; ) {
    const page: Office[] = await asSystem('deadlines', (tx) => listOffices(tx, after))
    for (const office of page) {
      if (!isWorkingDay(calendar, today, office.hours.week)) continue
      try {
        told += await asSystem('deadlines', (tx) => nudgeOffice(tx, office, calendar, now))
      } catch (error) {
        // The others are told today; this one with the next run.
        logFailure('deadlines', error)
        isWhole = false
      }
    }
    after = page.at(-1)?.id ?? null
    if (page.length < PAGE) break
  }
  if (isWhole) await asSystem('deadlines', (tx) => tellOnce(tx, done, now))
  return told
}

type Office = { id: string; hours: { week: 5 | 6; closesAt: string } }

/** The organisations of which an answer is waited for, by id. */
async function listOffices(tx: Tx, after: string | null): Promise<Office[]> {
  const rows = await tx.$queryRaw<{ id: string; week: number; closes_at: string }[]>`
    SELECT o.id, o.working_week AS week, o.closes_at
    FROM organisation AS o
    WHERE (${after}::uuid IS NULL OR o.id > ${after}::uuid)
      AND EXISTS (SELECT FROM application AS a WHERE a.organisation_id = o.id AND a.due_at IS NOT NULL)
    ORDER BY o.id
    LIMIT ${PAGE}`
  return rows.map(({ id, week, closes_at }) => ({
    id,
    hours: { week: week === 6 ? 6 : 5, closesAt: closes_at },
  }))
}

type Nudge = { row: Row; due: DateOnly; level: TermLevel; key: string }

async function nudgeOffice(tx: Tx, office: Office, calendar: WorkCalendar, now: Date): Promise<number> {
  const rows = await tx.application.findMany({
    where: {
      organisationId: office.id,
      dueAt: { not: null },
      status: { in: ['sent', 'registered', 'waiting', 'on_signing'] },
    },
    orderBy: [{ dueAt: 'asc' }, { number: 'asc' }],
    select: SELECT,
  })
  const asked = await listAsked(
    tx,
    rows.map(({ id }) => id),
  )
  const reached = rows.flatMap((row) => {
    const nudge = nudgeOf(row, office, calendar, asked.get(row.id) ?? [], dateInAlmaty(now))
    return nudge && (nudge.level === 'over' || isOnClerk(row)) ? [nudge] : []
  })
  if (reached.length === 0) return 0
  const first = await tellEachOnce(
    tx,
    reached.map(({ key }) => key),
    now,
  )
  const nudges = reached.filter(({ key }) => first.has(key))
  await write(tx, nudges, now)
  return nudges.length
}

/** While a free seat is waited for there is nothing to do; of what waits for a signature the head has a letter each day. */
function isOnClerk({ status }: Row): boolean {
  return status === 'sent' || status === 'registered'
}

/** What has been reached of the term that runs; its key tells it from the same of another term. */
function nudgeOf(
  row: Row,
  { hours }: Office,
  calendar: WorkCalendar,
  asked: readonly Asked[],
  today: DateOnly,
): Nudge | null {
  const { number, status, completeAt, registeredAt, intakeDue, dueAt: due } = row
  if (!completeAt || !intakeDue || !due) return null
  try {
    const isIntake = status === 'sent'
    const from = isIntake
      ? countsFrom(completeAt, hours, calendar)
      : answerRunsFrom(registeredAt, intakeDue, hours, calendar)
    const pauses = isIntake ? [] : asked.map((one) => pauseOf(one, hours, calendar))
    const term = { from, due, pauses, week: hours.week, calendar }
    const level = termLevel(term, today)
    if (!level) return null
    const which = level === 'over' ? due : `${isIntake ? 'intake' : 'answer'} ${from}`
    return { row, due, level, key: `deadline ${number} ${level} ${which}` }
  } catch (error) {
    if (error instanceof CalendarHorizonError) return null
    throw error
  }
}

const EVENTS = { half: 'staff_half_term', most: 'staff_most_of_term', over: 'staff_overdue' } as const

async function write(tx: Tx, nudges: readonly Nudge[], now: Date): Promise<void> {
  const colleagues = await listColleagues(
    tx,
    nudges.flatMap(({ row }) => row.parties.map((party) => party.organisationId)),
    now,
  )
  const concerned = await findConcerned(
    tx,
    colleagues.map(({ accountId }) => accountId),
    nudges.map(({ row }) => row.id),
    now,
  )
  const letters = new Map<string, { to: Staff; about: Nudge[] }>()
  for (const nudge of nudges) {
    const { row, level, due } = nudge
    const service = await getServiceVersion(tx, row.serviceSlug, row.serviceVersion)
    const stageBy = service.stages?.find(({ key }) => key === row.stageKey)?.by ?? null
    const whom = level === 'over' ? 'heads' : 'whoever works it'
    const worked = { ...row, stageBy, concerned: concerned.get(row.id) ?? new Set<string>() }
    for (const to of staffToTell(worked, colleagues, whom)) {
      const letter = letters.get(to.accountId) ?? { to, about: [] }
      letters.set(to.accountId, { to, about: [...letter.about, nudge] })
    }
    if (level === 'over')
      await enqueue(tx, {
        event: 'application_overdue',
        recipientId: row.ownerId,
        locale: row.locale,
        payload: { number: row.number, date: due },
      })
  }
  for (const { to, about } of letters.values()) {
    const [one, ...more] = about
    if (!one) continue
    // They come in the order of their days, the earliest first.
    await enqueue(tx, {
      event: more.length === 0 ? EVENTS[one.level] : 'staff_deadlines',
      recipientId: to.accountId,
      locale: to.locale,
      payload:
        more.length === 0
          ? { number: one.row.number, date: one.due }
          : { count: about.length, date: one.due },
    })
  }
}
