import { type DateOnly, dateInAlmaty } from './dates'

/** When a service takes applications of one period: from `opensAt`, until but without `closesAt`. */
export type IntakeWindow = {
  periodKey: string
  opensAt: Date
  closesAt: Date
  /** The day by which the result is there, where it is set for this window. */
  answerBy: DateOnly | null
}

export type WindowState =
  /** The service has no windows: it is open all the year. */
  | { kind: 'always' }
  | { kind: 'open'; window: IntakeWindow; lastDay: DateOnly }
  /** It will open; drafts may be filled and signed. `closedOn` is the last day of the one before, if any. */
  | { kind: 'before'; window: IntakeWindow; closedOn: DateOnly | null }
  | { kind: 'closed'; closedOn: DateOnly }

/** The last day, Asia/Almaty, on which an application is taken. */
export function lastDayOf({ closesAt }: IntakeWindow): DateOnly {
  return dateInAlmaty(new Date(closesAt.getTime() - 1))
}

/** Whether an application is taken in at this moment. */
export function takesNow({ kind }: Pick<WindowState, 'kind'>): boolean {
  return kind === 'always' || kind === 'open'
}

export function windowState(windows: readonly IntakeWindow[], now: Date): WindowState {
  const byOpening = [...windows].sort((a, b) => a.opensAt.getTime() - b.opensAt.getTime())
  const open = byOpening.find((w) => w.opensAt <= now && now < w.closesAt)
  if (open) return { kind: 'open', window: open, lastDay: lastDayOf(open) }
  const past = byOpening.filter((w) => w.closesAt <= now).at(-1)
  const closedOn = past ? lastDayOf(past) : null
  const next = byOpening.find((w) => w.opensAt > now)
  if (next) return { kind: 'before', window: next, closedOn }
  return closedOn === null ? { kind: 'always' } : { kind: 'closed', closedOn }
}
