import 'server-only'
import { type AddressQuery, one } from '@/lib/domain/address-query'
import type { Locale } from '@/lib/domain/text'
import { now } from '@/lib/platform/clock'
import { type AdminPage, loadAdmin } from '../loading'
import { listPeople, type PeopleList } from './list'
import { getPerson, type Person } from './person'

export function loadPeople(
  locale: Locale,
  path: string,
  query: AddressQuery,
): Promise<AdminPage<PeopleList>> {
  const asked = { search: one(query, 'q').trim(), after: one(query, 'after') }
  return loadAdmin(locale, path, (tx) => listPeople(tx, asked, now()))
}

export function loadPerson(locale: Locale, id: string): Promise<AdminPage<Person>> {
  return loadAdmin(locale, `/admin/people/${id}`, (tx, actor) => getPerson(tx, actor, id, now()))
}

/** The organisation is known already when the way led from its page. */
export function loadInviting(
  locale: Locale,
  path: string,
  query: AddressQuery,
): Promise<AdminPage<{ organisation: string }>> {
  return loadAdmin(locale, path, async () => ({ organisation: one(query, 'organisation').slice(0, 12) }))
}
