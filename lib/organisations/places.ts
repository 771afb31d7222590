import 'server-only'
import { type Field, placeKeys } from '@/lib/domain/fields'
import type { ProviderKind } from '@/lib/domain/provider-kind'
import type { Tx } from '@/lib/platform/db'
import {
  findOrganisation,
  listDistricts,
  listOrganisations,
  listRegions,
  type OrganisationName,
  type Place,
} from './data'

/** The lists that lead to an organisation, as far as the choices above them are made. */
export type PlaceLists = { regions: Place[]; districts: Place[]; organisations: OrganisationName[] }

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

type Values = Readonly<Record<string, string>>
type Providers = { providerKinds: readonly ProviderKind[] }

/** What may be chosen: the provider's kinds, unless the question or another answer of its step names its own. */
function kindsFor(
  { providerKinds }: Providers,
  { kindsBy, organisationKinds }: Field,
  answered: (name: string) => string,
): readonly ProviderKind[] {
  const answer = kindsBy ? answered(kindsBy.field) : ''
  const left = kindsBy && Object.hasOwn(kindsBy.kinds, answer) ? kindsBy.kinds[answer] : undefined
  return left ?? organisationKinds ?? providerKinds
}

const askedFor = (fields: readonly Field[]) => fields.filter((field) => field.kind === 'organisation')

/**
 * Regions, districts and organisations as posted. Without a script the lists below a changed one are still
 * the old ones: what was chosen from those is dropped.
 */
export async function readPlaces(
  tx: Tx,
  service: Providers,
  fields: readonly Field[],
  posted: (name: string) => string,
): Promise<Record<string, string>> {
  const read: Record<string, string> = {}
  const code = (name: string) => posted(name).slice(0, 40)
  for (const field of askedFor(fields)) {
    const kinds = kindsFor(service, field, posted)
    const keys = placeKeys(field)
    const [region, district, id] = [code(keys.region), code(keys.district), code(field.key)]
    const districts = region ? await listDistricts(tx, region, kinds) : []
    const isDistrictRight = districts.some((d) => d.code === district)
    const found = isDistrictRight && UUID.test(id) ? await findOrganisation(tx, id) : null
    read[keys.region] = region
    read[keys.district] = isDistrictRight ? district : ''
    const fits = found && !found.isClosed && found.districtCode === district && kinds.includes(found.kind)
    read[field.key] = fits ? found.id : ''
  }
  return read
}

/** Where the chosen organisations are, else what was chosen of region and district on the way to them. */
export async function keptPlaces(
  tx: Tx,
  fields: readonly Field[],
  kept: Values,
): Promise<Record<string, string>> {
  const places: Record<string, string> = {}
  for (const field of askedFor(fields)) {
    const keys = placeKeys(field)
    const id = kept[field.key] ?? ''
    const chosen = UUID.test(id) ? await findOrganisation(tx, id) : null
    places[keys.region] = chosen?.regionKato ?? kept[keys.region] ?? ''
    places[keys.district] = chosen?.districtCode ?? kept[keys.district] ?? ''
  }
  return places
}

/** The lists for each question that asks for an organisation, by its key. */
export async function listPlaces(
  tx: Tx,
  service: Providers,
  fields: readonly Field[],
  places: Values,
): Promise<Record<string, PlaceLists>> {
  const asked = askedFor(fields)
  if (asked.length === 0) return {}
  const regions = await listRegions(tx)
  const lists: Record<string, PlaceLists> = {}
  for (const field of asked) {
    const kinds = kindsFor(service, field, (name) => places[name] ?? '')
    const keys = placeKeys(field)
    const [region, district] = [places[keys.region], places[keys.district]]
    lists[field.key] = {
      regions,
      districts: region ? await listDistricts(tx, region, kinds) : [],
      organisations: district ? await listOrganisations(tx, district, kinds) : [],
    }
  }
  return lists
}
