import 'server-only'
import { audit } from '@/lib/audit/mutations'
import type { Actor } from '@/lib/domain/actor'
import type { DateOnly } from '@/lib/domain/dates'
import { DomainError } from '@/lib/domain/error'
import { isUniqueViolation, type Tx } from '@/lib/platform/db'
import { requireAdmin } from '../policy'
import { type CalendarDay, lastDayInUse } from './data'
import { judgeDay } from './months'

async function horizonOf(tx: Tx): Promise<{ from: DateOnly; to: DateOnly }> {
  const horizon = await tx.calendarHorizon.findUnique({ where: { id: 1 }, select: { from: true, to: true } })
  if (!horizon) throw new DomainError('unavailable')
  return horizon
}

/** @throws DomainError duplicate when `isNew` and the day is there, absent when it is not there to change. */
export async function saveDay(tx: Tx, actor: Actor, day: CalendarDay, isNew: boolean): Promise<void> {
  requireAdmin(actor)
  const { date, kind, name } = day
  if (!name.kk || !name.ru || judgeDay(date, kind, await horizonOf(tx))) throw new DomainError('invalid')
  const data = { kind, nameKk: name.kk, nameRu: name.ru }
  if (isNew) {
    await tx.calendarDay.create({ data: { date, ...data } }).catch((error: unknown) => {
      if (isUniqueViolation(error)) throw new DomainError('duplicate')
      throw error
    })
  } else {
    const { count } = await tx.calendarDay.updateMany({ where: { date }, data })
    if (count === 0) throw new DomainError('absent')
  }
  await note(tx, actor, isNew ? 'calendar.add' : 'calendar.change', { date, kind })
}

export async function removeDay(tx: Tx, actor: Actor, date: DateOnly): Promise<void> {
  requireAdmin(actor)
  const { count } = await tx.calendarDay.deleteMany({ where: { date } })
  if (count === 0) throw new DomainError('absent')
  await note(tx, actor, 'calendar.remove', { date })
}

export type Extended =
  | { ok: true }
  | { ok: false; fault: 'inUse'; day: DateOnly }
  /** No holiday of these years is written down: to be confirmed. */
  | { ok: false; fault: 'blank'; years: number[] }

/** The last day on which terms are counted; never before what open applications were promised. */
export async function moveHorizon(
  tx: Tx,
  actor: Actor,
  to: DateOnly,
  { confirmed }: { confirmed: boolean },
  now: Date,
): Promise<Extended> {
  requireAdmin(actor)
  const { to: was } = await horizonOf(tx)
  const day = await lastDayInUse(tx, now)
  if (to < day) return { ok: false, fault: 'inUse', day }
  const years = await blankYears(tx, was, to)
  if (years.length > 0 && !confirmed) return { ok: false, fault: 'blank', years }
  await tx.calendarHorizon.update({ where: { id: 1 }, data: { to }, select: { id: true } })
  await note(tx, actor, 'calendar.horizon', { to, was })
  return { ok: true }
}

async function blankYears(tx: Tx, was: DateOnly, to: DateOnly): Promise<number[]> {
  const [first, last] = [Number(was.slice(0, 4)) + 1, Number(to.slice(0, 4))]
  const years: number[] = []
  for (let year = first; year <= last; year += 1)
    if ((await tx.calendarDay.count({ where: { date: { startsWith: `${year}-` } } })) === 0) years.push(year)
  return years
}

function note(tx: Tx, actor: Actor, action: string, detail: Readonly<Record<string, string>>): Promise<void> {
  return audit(tx, { actorId: actor.userId, action, subject: 'calendar', detail })
}
