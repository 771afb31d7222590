import { addDays, almatyInstant, type DateOnly, dateInAlmaty, timeInAlmaty } from '@/lib/domain/dates'
import { type IntakeWindow, isCalledOff } from '@/lib/domain/intake-window'
import { LOCALES } from '@/lib/domain/text'

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/

export type WindowFault =
  | { field: string; fault: 'year' | 'time' | 'order' | 'otherYear' | 'early' | 'taken' }
  | { field: string; fault: 'overlap'; year: string }
  | { field: 'closed-kk' | 'closed-ru'; fault: 'missing' }

type Values = Readonly<Record<string, string>>

/** «24:00» is the end of the day, as people say it. Null for what is no time. */
function instantOf(date: DateOnly, time: string): Date | null {
  if (time === '24:00') return almatyInstant(addDays(date, 1), '00:00')
  return TIME.test(time) ? almatyInstant(date, time) : null
}

/** The same backwards: midnight after a day is the end of that day. */
export function closingOf(closesAt: Date): { date: DateOnly; time: string } {
  const time = timeInAlmaty(closesAt)
  const date = dateInAlmaty(closesAt)
  return time === '00:00' ? { date: addDays(date, -1), time: '24:00' } : { date, time }
}

/** A window out of a form whose dates are dates, judged beside the other windows of its service. */
export function judgeWindow(
  year: string,
  values: Values,
  others: readonly Pick<IntakeWindow, 'periodKey' | 'opensAt' | 'closesAt'>[],
): { ok: true; window: IntakeWindow } | { ok: false; faults: WindowFault[] } {
  const faults: WindowFault[] = []
  if (!/^20\d\d$/.test(year)) faults.push({ field: 'year', fault: 'year' })
  const { opensOn = '', closesOn = '', answerBy = '' } = values
  const opensAt = instantOf(opensOn, values.opensAt ?? '')
  const closesAt = instantOf(closesOn, values.closesAt ?? '')
  if (!opensAt) faults.push({ field: 'opensAt', fault: 'time' })
  if (!closesAt) faults.push({ field: 'closesAt', fault: 'time' })
  const missing = LOCALES.filter((locale) => !values[`closed-${locale}`])
  if (missing.length === 1)
    for (const locale of missing) faults.push({ field: `closed-${locale}` as const, fault: 'missing' })
  if (faults.length > 0 || !opensAt || !closesAt) return { ok: false, faults }

  if (closesAt <= opensAt) faults.push({ field: 'closesOn', fault: 'order' })
  if (![opensOn, closesOn].some((date) => date.startsWith(year)))
    faults.push({ field: 'opensOn', fault: 'otherYear' })
  if (answerBy && answerBy < closesOn) faults.push({ field: 'answerBy', fault: 'early' })
  const crossing = crossedBy({ opensAt, closesAt }, others)
  if (crossing) faults.push({ field: 'opensOn', fault: 'overlap', year: crossing.periodKey })
  if (faults.length > 0) return { ok: false, faults }
  const closedText =
    missing.length === 0 ? { kk: values['closed-kk'] ?? '', ru: values['closed-ru'] ?? '' } : null
  return { ok: true, window: { periodKey: year, opensAt, closesAt, answerBy: answerBy || null, closedText } }
}

type Span = Pick<IntakeWindow, 'opensAt' | 'closesAt'>

/** The window that is open at a moment of this one too: then nobody could tell of which year an application is. */
export function crossedBy<T extends Span>({ opensAt, closesAt }: Span, others: readonly T[]): T | undefined {
  return others.find((other) => !isCalledOff(other) && opensAt < other.closesAt && other.opensAt < closesAt)
}
