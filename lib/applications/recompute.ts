import 'server-only'
import { CalendarHorizonError, type WorkCalendar } from '@/lib/domain/calendar'
import type { DateOnly } from '@/lib/domain/dates'
import { type Deadlines, WAITED_FOR } from '@/lib/domain/deadlines'
import { getCalendar } from '@/lib/organisations/calendar'
import { asSystem, type Tx } from '@/lib/platform/db'
import { log } from '@/lib/platform/log'
import type { Prisma } from '@/prisma/generated/client'
import { toStatus } from './data'
import { type Counted, countDueDates } from './due-dates'
import { listAsked } from './pauses'
import { getServiceVersion } from './service-versions'

const PAGE = 500

const SELECT = {
  id: true,
  number: true,
  status: true,
  serviceSlug: true,
  serviceVersion: true,
  periodKey: true,
  completeAt: true,
  registeredAt: true,
  intakeDue: true,
  answerDue: true,
  dueAt: true,
  parties: {
    where: { part: 'provider' },
    select: { organisation: { select: { workingWeek: true, closesAt: true } } },
  },
} as const satisfies Prisma.ApplicationSelect

type Row = Prisma.ApplicationGetPayload<{ select: typeof SELECT }>
type Dates = Deadlines & { dueAt: DateOnly | null }

/**
 * After the calendar, an intake or an organisation's hours have changed: the dates of all that is open, counted anew
 * by the function that transitions use. Answers how many have moved. What the calendar does not reach keeps its date.
 */
export async function recomputeDueDates(): Promise<number> {
  const total = { moved: 0, beyond: 0 }
  for (let after: number | null = 0; after !== null; ) {
    const last: number = after
    const page = await asSystem('due dates', (tx) => recomputePage(tx, last))
    total.moved += page.moved
    total.beyond += page.beyond
    after = page.next
  }
  if (total.beyond > 0) log('warn', 'due-dates-beyond-calendar', { applications: total.beyond })
  return total.moved
}

async function recomputePage(
  tx: Tx,
  after: number,
): Promise<{ moved: number; beyond: number; next: number | null }> {
  const rows = await tx.application.findMany({
    where: { number: { gt: after }, dueAt: { not: null }, completeAt: { not: null } },
    orderBy: { number: 'asc' },
    take: PAGE,
    select: SELECT,
  })
  const calendar = await getCalendar(tx)
  const asked = await listAsked(
    tx,
    rows.map(({ id }) => id),
  )
  const windows = await tx.intakeWindow.findMany({
    where: { answerBy: { not: null } },
    select: { serviceSlug: true, periodKey: true, answerBy: true },
  })
  const moved: [Row, Dates][] = []
  let beyond = 0
  for (const row of rows) {
    const window = windows.find((w) => w.serviceSlug === row.serviceSlug && w.periodKey === row.periodKey)
    const dates = await datesOf(tx, row, {
      calendar,
      asked: asked.get(row.id) ?? [],
      answerBy: window?.answerBy ?? null,
    })
    if (dates === 'beyond') beyond += 1
    else if (dates && hasMoved(row, dates)) moved.push([row, dates])
  }
  const next = rows.length === PAGE ? (rows.at(-1)?.number ?? null) : null
  return { moved: await move(tx, moved), beyond, next }
}

async function datesOf(
  tx: Tx,
  row: Row,
  { calendar, ...known }: Pick<Counted, 'asked' | 'answerBy'> & { calendar: WorkCalendar },
): Promise<Dates | 'beyond' | null> {
  const { completeAt, registeredAt, status, dueAt } = row
  const provider = row.parties[0]?.organisation
  if (!completeAt || !provider) return null
  const service = await getServiceVersion(tx, row.serviceSlug, row.serviceVersion)
  const hours = { week: provider.workingWeek === 6 ? 6 : 5, closesAt: provider.closesAt } as const
  try {
    const dates = countDueDates({ ...known, service, hours, completeAt, registeredAt }, calendar)
    const waitedFor = WAITED_FOR[toStatus(status)]
    return { ...dates, dueAt: waitedFor ? dates[waitedFor] : dueAt }
  } catch (error) {
    if (error instanceof CalendarHorizonError) return 'beyond'
    throw error
  }
}

function hasMoved(row: Row, { intakeDue, answerDue, dueAt }: Dates): boolean {
  return row.intakeDue !== intakeDue || row.answerDue !== answerDue || row.dueAt !== dueAt
}

/**
 * In plain SQL, since this is no change of the application: whoever is about to take a step with it is not to be told
 * that somebody was first. The other way round, what was registered, sent back or answered meanwhile is left alone.
 */
async function move(tx: Tx, moved: readonly [Row, Dates][]): Promise<number> {
  if (moved.length === 0) return 0
  const column = <T>(pick: (row: Row, dates: Dates) => T) => moved.map(([row, dates]) => pick(row, dates))
  return tx.$executeRaw`
    UPDATE application AS a
    SET intake_due = d.intake_due, answer_due = d.answer_due, due_at = d.due_at
    FROM unnest(
      ${column((row) => row.id)}::uuid[], ${column((row) => row.status)}::text[],
      ${column((row) => row.completeAt)}::timestamptz[], ${column((row) => row.registeredAt)}::timestamptz[],
      ${column((row) => row.answerDue)}::text[], ${column((_, dates) => dates.intakeDue)}::text[],
      ${column((_, dates) => dates.answerDue)}::text[], ${column((_, dates) => dates.dueAt)}::text[]
    ) AS d(id, status, complete_at, registered_at, was, intake_due, answer_due, due_at)
    WHERE a.id = d.id AND a.status = d.status AND a.complete_at = d.complete_at
      AND a.registered_at IS NOT DISTINCT FROM d.registered_at AND a.answer_due IS NOT DISTINCT FROM d.was`
}
