import 'server-only'
import { type AddressQuery, one } from '@/lib/domain/address-query'
import type { Locale } from '@/lib/domain/text'
import { now } from '@/lib/platform/clock'
import { type AdminPage, loadAdmin } from '../loading'
import { type CalendarDay, type CalendarPage, getCalendarPage, getDay } from './data'

export function loadCalendar(
  locale: Locale,
  path: string,
  query: AddressQuery,
): Promise<AdminPage<CalendarPage>> {
  return loadAdmin(locale, path, (tx) => getCalendarPage(tx, one(query, 'year'), now()))
}

/** `day` is null for a new one. */
export function loadDay(locale: Locale, date: string): Promise<AdminPage<{ day: CalendarDay | null }>> {
  return loadAdmin(locale, `/admin/calendar/${date}`, async (tx) => ({ day: await getDay(tx, date) }))
}
