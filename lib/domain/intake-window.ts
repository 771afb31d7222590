import { type DateOnly, dateInAlmaty } from './dates'
import type { Text } from './text'

/** When a service takes applications of one period: from `opensAt`, until but without `closesAt`. */
export type IntakeWindow = {
  periodKey: string
  opensAt: Date
  closesAt: Date
  /** The day by which the result is there, where it is set for this window. */
  answerBy: DateOnly | null
  /** What an administrator adds for whoever comes while it is closed. */
  closedText?: Text | null
}

export type WindowState =
  /** The service has no windows: it is open all the year. */
  | { kind: 'always' }
  | { kind: 'open'; window: IntakeWindow; lastDay: DateOnly }
  /** It will open; drafts may be filled and signed. `closedOn` is the last day of the one before, if any. */
  | { kind: 'before'; window: IntakeWindow; closedOn: DateOnly | null; note?: Text }
  /** `closedOn` is null where no intake has been yet, or it was called off. */
  | { kind: 'closed'; closedOn: DateOnly | null; note?: Text }
  /** Switched off by an administrator: nothing is begun and nothing is sent, whatever the windows say. */
  | { kind: 'off'; text: Text }

/** The last day, Asia/Almaty, on which an application is taken. */
export function lastDayOf({ closesAt }: IntakeWindow): DateOnly {
  return dateInAlmaty(new Date(closesAt.getTime() - 1))
}

/** Whether an application is taken in at this moment. */
export function takesNow({ kind }: Pick<WindowState, 'kind'>): boolean {
  return kind === 'always' || kind === 'open'
}

/** Whether an application may be begun: it may be prepared before the opening, never for an intake that is over. */
export function mayBegin({ kind }: Pick<WindowState, 'kind'>): boolean {
  return kind === 'before' || takesNow({ kind })
}

type Span = Pick<IntakeWindow, 'opensAt' | 'closesAt'>

/**
 * An intake that was called off is a window of no more than a moment, shorter than anybody could write down: its row
 * stays, so that the night does not foresee that year anew.
 */
export function calledOff({ opensAt }: Pick<IntakeWindow, 'opensAt'>): Span {
  return { opensAt, closesAt: new Date(opensAt.getTime() + 1) }
}

export function isCalledOff({ opensAt, closesAt }: Span): boolean {
  return closesAt.getTime() - opensAt.getTime() < 60_000
}

/**
 * `isSeasonal`: the service takes applications in windows only. With none it is closed: a row that is missing must
 * not open the doors.
 */
export function windowState(windows: readonly IntakeWindow[], now: Date, isSeasonal = false): WindowState {
  const real = windows.filter((window) => !isCalledOff(window))
  const off = windows.find(isCalledOff)
  const byOpening = real.sort((a, b) => a.opensAt.getTime() - b.opensAt.getTime())
  const open = byOpening.find((w) => w.opensAt <= now && now < w.closesAt)
  if (open) return { kind: 'open', window: open, lastDay: lastDayOf(open) }
  const past = byOpening.filter((w) => w.closesAt <= now).at(-1)
  const closedOn = past ? lastDayOf(past) : null
  const next = byOpening.find((w) => w.opensAt > now)
  const note = next?.closedText ?? past?.closedText ?? off?.closedText
  const noted = note ? { note } : {}
  if (next) return { kind: 'before', window: next, closedOn, ...noted }
  const isOver = past !== undefined || off !== undefined || isSeasonal
  return isOver ? { kind: 'closed', closedOn, ...noted } : { kind: 'always' }
}
