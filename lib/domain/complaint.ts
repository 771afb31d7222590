import { addMonths, type DateOnly } from './dates'

/**
 * The last day on which a complaint about a refusal is in time for whoever learned of it on the day it was given:
 * no later than three months from the day one learned of it (АППК, статья 92, часть 1, редакция 17.12.2025).
 * Whoever learned of it later has longer, and a day off at the end moves nothing here: the earlier day is safe.
 */
export function complaintBy(refusedOn: DateOnly): DateOnly {
  return addMonths(refusedOn, 3)
}
