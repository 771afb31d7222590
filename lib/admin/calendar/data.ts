import 'server-only'
import { type DateOnly, dateInAlmaty, isDateOnly } from '@/lib/domain/dates'
import { DomainError } from '@/lib/domain/error'
import type { Text } from '@/lib/domain/text'
import { LIVE } from '@/lib/domain/workflow'
import { getCalendar } from '@/lib/organisations/calendar'
import type { Tx } from '@/lib/platform/db'
import { DAY_KINDS, type DayKind, type Month, monthsOf } from './months'

export type CalendarDay = { date: DateOnly; kind: DayKind; name: Text }
export type Recount = { state: 'none' } | { state: 'running' } | { state: 'done'; moved: number; at: Date }

export type CalendarPage = {
  year: number
  years: number[]
  horizon: { from: DateOnly; to: DateOnly }
  days: CalendarDay[]
  months: Month[]
  recount: Recount
}

type Row = { date: string; kind: string; nameKk: string; nameRu: string }

function toDay({ date, kind, nameKk, nameRu }: Row): CalendarDay {
  return {
    date,
    kind: DAY_KINDS.find((known) => known === kind) ?? 'off',
    name: { kk: nameKk, ru: nameRu },
  }
}

export async function getCalendarPage(tx: Tx, wanted: string, now: Date): Promise<CalendarPage> {
  const calendar = await getCalendar(tx)
  const { from, to } = calendar
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))]
  const years = Array.from({ length: last - first + 1 }, (_, at) => first + at)
  const thisYear = Number(dateInAlmaty(now).slice(0, 4))
  const year = years.find((one) => String(one) === wanted) ?? (years.includes(thisYear) ? thisYear : first)
  const rows = await tx.calendarDay.findMany({
    where: { date: { startsWith: `${year}-` } },
    orderBy: { date: 'asc' },
  })
  return {
    year,
    years,
    horizon: { from, to },
    days: rows.map(toDay),
    months: monthsOf(calendar, year),
    recount: await lastRecount(tx),
  }
}

/** What the last change of the calendar has done to the dates of applications. */
async function lastRecount(tx: Tx): Promise<Recount> {
  const newest = (subject: string) =>
    tx.auditEvent.findFirst({
      where: { subject },
      orderBy: { at: 'desc' },
      select: { at: true, detail: true },
    })
  const [change, count] = [await newest('calendar'), await newest('deadlines')]
  if (!change) return { state: 'none' }
  if (!count || count.at < change.at) return { state: 'running' }
  const { detail } = count
  const moved = typeof detail === 'object' && detail !== null && 'moved' in detail ? Number(detail.moved) : 0
  return { state: 'done', moved, at: count.at }
}

/** A day to be changed; null for a new one. @throws DomainError absent. */
export async function getDay(tx: Tx, date: string): Promise<CalendarDay | null> {
  if (date === 'new') return null
  const row = isDateOnly(date) ? await tx.calendarDay.findUnique({ where: { date } }) : null
  if (!row) throw new DomainError('absent')
  return toDay(row)
}

/** The last day that an open application needs the calendar for; today where none does. */
export async function lastDayInUse(tx: Tx, now: Date): Promise<DateOnly> {
  const open = { status: { in: LIVE.filter((status) => status !== 'draft') } }
  const { _max } = await tx.application.aggregate({
    where: open,
    _max: { dueAt: true, answerDue: true, intakeDue: true },
  })
  const { _max: asked } = await tx.correction.aggregate({
    where: { settledAt: null },
    _max: { answerBy: true },
  })
  const days = [dateInAlmaty(now), _max.dueAt, _max.answerDue, _max.intakeDue, asked.answerBy]
  return (
    days
      .filter((day) => day !== null)
      .sort()
      .at(-1) ?? dateInAlmaty(now)
  )
}
