import 'server-only'
import { type AddressQuery, one } from '@/lib/domain/address-query'
import { type DateOnly, dateInAlmaty } from '@/lib/domain/dates'
import type { Locale, Text } from '@/lib/domain/text'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
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

export type Inviting = {
  /** Known already when the way led from its page. */
  organisation: { bin: string; name: Text | null }
  today: DateOnly
}

export function loadInviting(
  locale: Locale,
  path: string,
  query: AddressQuery,
): Promise<AdminPage<Inviting>> {
  const bin = one(query, 'organisation').slice(0, 12)
  return loadAdmin(locale, path, async (tx) => ({
    organisation: { bin, name: bin ? await nameOf(tx, bin) : null },
    today: dateInAlmaty(now()),
  }))
}

async function nameOf(tx: Tx, bin: string): Promise<Text | null> {
  const found = await tx.organisation.findUnique({ where: { bin }, select: { nameKk: true, nameRu: true } })
  return found && { kk: found.nameKk, ru: found.nameRu }
}
