import 'server-only'
import { type AddressQuery, one } from '@/lib/domain/address-query'
import type { Locale } from '@/lib/domain/text'
import { now } from '@/lib/platform/clock'
import { type AdminPage, loadAdmin } from '../loading'
import { getOrganisationPage, type OrganisationPage } from './data'
import { checkedFile, type ImportReport, reportOn } from './import-report'
import { listOrganisations, type OrganisationList } from './list'

export function loadOrganisations(
  locale: Locale,
  path: string,
  query: AddressQuery,
): Promise<AdminPage<OrganisationList>> {
  const asked = { search: one(query, 'q').trim(), after: one(query, 'after') }
  return loadAdmin(locale, path, (tx) => listOrganisations(tx, asked, locale))
}

export function loadOrganisation(locale: Locale, bin: string): Promise<AdminPage<OrganisationPage>> {
  return loadAdmin(locale, `/admin/organisations/${bin}`, (tx) => getOrganisationPage(tx, bin, locale, now()))
}

/** `report` is null before a file was given. */
export type ImportPage = { sha256: string; report: ImportReport | null }

export async function loadImport(
  locale: Locale,
  path: string,
  query: AddressQuery,
): Promise<AdminPage<ImportPage>> {
  const sha256 = one(query, 'file')
  return loadAdmin(locale, path, async (tx) => ({
    sha256,
    report: sha256 ? await reportOn(tx, await checkedFile(sha256)) : null,
  }))
}
