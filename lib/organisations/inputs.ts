import 'server-only'
import type { Known, OrganisationInput } from '@/lib/domain/organisation-input'
import { PROVIDER_KINDS } from '@/lib/domain/provider-kind'
import type { Tx } from '@/lib/platform/db'

export async function getKnown(tx: Tx): Promise<Known> {
  const districts = await tx.district.findMany({ select: { code: true } })
  const departments = await tx.organisation.findMany({
    where: { kind: 'department' },
    select: { bin: true },
  })
  return {
    districts: new Set(districts.map(({ code }) => code)),
    departments: new Set(departments.map(({ bin }) => bin)),
  }
}

/** Providers as somebody told them, by BIN: all, or those of a list. */
export async function listInputs(tx: Tx, bins: readonly string[]): Promise<Map<string, OrganisationInput>> {
  const rows = await tx.organisation.findMany({
    where: { bin: { in: [...bins] }, kind: { in: [...PROVIDER_KINDS] } },
    select: {
      kind: true,
      bin: true,
      nameKk: true,
      nameRu: true,
      shortNameKk: true,
      shortNameRu: true,
      addressKk: true,
      addressRu: true,
      districtCode: true,
      phone: true,
      headName: true,
      workingWeek: true,
      closesAt: true,
      signAtSchool: true,
      paperOrders: true,
      parent: { select: { bin: true } },
    },
  })
  return new Map(
    rows.map((row): [string, OrganisationInput] => [
      row.bin,
      {
        bin: row.bin,
        kind: PROVIDER_KINDS.find((kind) => kind === row.kind) ?? 'school',
        name: { kk: row.nameKk, ru: row.nameRu },
        shortName: { kk: row.shortNameKk, ru: row.shortNameRu },
        address: { kk: row.addressKk, ru: row.addressRu },
        district: row.districtCode,
        parentBin: row.parent?.bin ?? '',
        phone: row.phone,
        headName: row.headName,
        week: row.workingWeek === 6 ? 6 : 5,
        closesAt: row.closesAt,
        signAtSchool: row.signAtSchool,
        paperOrders: row.paperOrders,
      },
    ]),
  )
}
