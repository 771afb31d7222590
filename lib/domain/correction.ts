import { z } from 'zod'
import { addWorkingDays, isWorkingDay, type WorkCalendar, type WorkWeek } from './calendar'
import { CORRECTION_REASONS, type CorrectionReason, isCorrectionReason } from './correction-reasons'
import { addDays, type DateOnly } from './dates'

/** The signed statement itself: it is to be signed anew, whatever else stays. */
export const STATEMENT = 'statement'
export const answerTarget = (path: string) => `answer:${path}`
export const documentTarget = (slot: string) => `document:${slot}`

/** What a target names: `path` of an answer, the slot of a document. */
export type Target =
  | { kind: 'answer'; path: string }
  | { kind: 'document'; slot: string }
  | { kind: 'statement' }

export function readTarget(target: string): Target | null {
  if (target === STATEMENT) return { kind: 'statement' }
  const [, kind, name = ''] = /^(answer|document):([\w.]{1,80})$/.exec(target) ?? []
  if (kind === 'answer') return { kind, path: name }
  return kind === 'document' ? { kind, slot: name } : null
}

/** Own words of the member of staff to one thing. */
export const NOTE_LENGTH = 500
/** More than this is no correction: the application is refused with what is wrong, and made anew. */
export const MOST_ITEMS = 12

const itemSchema = z
  .object({
    target: z.string().refine((target) => readTarget(target) !== null),
    reason: z.custom<CorrectionReason>((value) => typeof value === 'string' && isCorrectionReason(value)),
    note: z.string().trim().max(NOTE_LENGTH),
  })
  .refine(({ target, reason }) => fitsTarget(target, reason))
  // «Другая причина» says nothing by itself.
  .refine(({ reason, note }) => reason !== 'other' || note !== '')

export const correctionItemsSchema = z
  .array(itemSchema)
  .min(1)
  .max(MOST_ITEMS)
  .refine((items) => new Set(items.map(({ target }) => target)).size === items.length)

/** One thing to put right, why, and what the member of staff adds in their own words. */
export type CorrectionItem = { target: string; reason: CorrectionReason; note: string }

function fitsTarget(target: string, reason: CorrectionReason): boolean {
  const read = readTarget(target)
  return read !== null && CORRECTION_REASONS[reason].of.some((kind) => kind === read.kind)
}

/**
 * Working days that an applicant has to answer: two weeks, in which a clinic or a civil registry office issues a paper
 * anew, and short enough that a school year does not go by. The law sets none: until the application is registered
 * its terms have not begun, and afterwards they stand still.
 */
export const CORRECTION_DAYS = 10

/**
 * The last day to answer and the day of the reminder, at half time. `latest`: a day fixed for the result, which
 * nothing moves; then there is as much time as it leaves, but never less than the next working day.
 * @throws CalendarHorizonError outside the calendar.
 */
export function correctionDays(
  today: DateOnly,
  { calendar, week, latest }: { calendar: WorkCalendar; week: WorkWeek; latest?: DateOnly | null },
): { answerBy: DateOnly; remindOn: DateOnly } {
  const most = addWorkingDays(calendar, today, CORRECTION_DAYS, week)
  const least = addWorkingDays(calendar, today, 1, week)
  const limit = latest && latest < most ? latest : most
  // A day fixed for the result may be over, or today.
  const answerBy = isBefore(limit, least) ? least : limit
  const days = workingDaysAfter(calendar, today, answerBy, week)
  const half = Math.max(1, Math.floor(days / 2))
  return { answerBy, remindOn: addWorkingDays(calendar, today, half, week) }
}

function workingDaysAfter(calendar: WorkCalendar, from: DateOnly, to: DateOnly, week: WorkWeek): number {
  let count = 0
  for (let day = from; day < to; ) {
    day = addDays(day, 1)
    if (isWorkingDay(calendar, day, week)) count += 1
  }
  return count
}

function isBefore(a: DateOnly, b: DateOnly): boolean {
  return a < b
}
