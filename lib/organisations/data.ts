import 'server-only'
import { DomainError } from '@/lib/domain/error'
import type { ProviderKind } from '@/lib/domain/provider-kind'
import type { Text } from '@/lib/domain/text'
import type { Tx } from '@/lib/platform/db'

export type Place = { code: string; name: Text }

export type Organisation = {
  id: string
  kind: ProviderKind
  bin: string
  name: Text
  shortName: Text
  address: Text
  districtCode: string
  districtName: Text
  regionKato: string
  regionName: Text
  phone: string
  headName: string
  hours: { week: 5 | 6; closesAt: string }
  signAtSchool: boolean
  paperOrders: boolean
  /** Closed or merged: it takes no new applications. */
  isClosed: boolean
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const text = (kk: string, ru: string): Text => ({ kk, ru })

export async function listRegions(tx: Tx): Promise<Place[]> {
  const rows = await tx.region.findMany({ select: { kato: true, nameKk: true, nameRu: true } })
  return rows.map((row) => ({ code: row.kato, name: text(row.nameKk, row.nameRu) }))
}

/** Districts of a region that have at least one provider of these kinds. */
export async function listDistricts(
  tx: Tx,
  region: string,
  kinds: readonly ProviderKind[],
): Promise<Place[]> {
  const rows = await tx.district.findMany({
    where: { regionKato: region, organisations: { some: { kind: { in: [...kinds] }, closedAt: null } } },
    select: { code: true, nameKk: true, nameRu: true },
  })
  return rows.map((row) => ({ code: row.code, name: text(row.nameKk, row.nameRu) }))
}

export type OrganisationName = { id: string; name: Text; shortName: Text; address: Text }

export async function listOrganisations(
  tx: Tx,
  district: string,
  kinds: readonly ProviderKind[],
): Promise<OrganisationName[]> {
  const rows = await tx.organisation.findMany({
    where: { districtCode: district, kind: { in: [...kinds] }, closedAt: null },
    select: {
      id: true,
      nameKk: true,
      nameRu: true,
      shortNameKk: true,
      shortNameRu: true,
      addressKk: true,
      addressRu: true,
    },
  })
  return rows.map((row) => ({
    id: row.id,
    name: text(row.nameKk, row.nameRu),
    shortName: text(row.shortNameKk, row.shortNameRu),
    address: text(row.addressKk, row.addressRu),
  }))
}

/** Names by id; an id that is no organisation's is left out. */
export async function listNames(tx: Tx, ids: readonly string[]): Promise<Record<string, Text>> {
  if (ids.length === 0) return {}
  const rows = await tx.organisation.findMany({
    where: { id: { in: ids.filter((id) => UUID.test(id)) } },
    select: { id: true, nameKk: true, nameRu: true },
  })
  return Object.fromEntries(rows.map((row) => [row.id, text(row.nameKk, row.nameRu)]))
}

function kindOf(value: string): ProviderKind {
  return value === 'department' || value === 'akimat' ? value : 'school'
}

/** Null when there is none with this id. */
export async function findOrganisation(tx: Tx, id: string): Promise<Organisation | null> {
  const row = await tx.organisation.findUnique({
    where: { id },
    include: { district: { include: { region: true } } },
  })
  if (!row) return null
  return {
    id: row.id,
    kind: kindOf(row.kind),
    bin: row.bin,
    name: text(row.nameKk, row.nameRu),
    shortName: text(row.shortNameKk, row.shortNameRu),
    address: text(row.addressKk, row.addressRu),
    districtCode: row.districtCode,
    districtName: text(row.district.nameKk, row.district.nameRu),
    regionKato: row.district.regionKato,
    regionName: text(row.district.region.nameKk, row.district.region.nameRu),
    phone: row.phone,
    headName: row.headName,
    hours: { week: row.workingWeek === 6 ? 6 : 5, closesAt: row.closesAt },
    signAtSchool: row.signAtSchool,
    paperOrders: row.paperOrders,
    isClosed: row.closedAt !== null,
  }
}

/** Whom else to call, where the organisation itself does not answer: the department above it; null where none is. */
export async function findSuperior(tx: Tx, id: string): Promise<{ name: Text; phone: string } | null> {
  const row = await tx.organisation.findUnique({
    where: { id },
    select: { parent: { select: { nameKk: true, nameRu: true, phone: true } } },
  })
  return row?.parent ? { name: text(row.parent.nameKk, row.parent.nameRu), phone: row.parent.phone } : null
}

export async function getOrganisation(tx: Tx, id: string): Promise<Organisation> {
  const found = await findOrganisation(tx, id)
  if (!found) throw new DomainError('absent')
  return found
}
