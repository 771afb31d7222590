import 'server-only'
import { foldForSearch } from '@/lib/domain/person-name'
import { PROVIDER_KINDS, type ProviderKind } from '@/lib/domain/provider-kind'
import type { Locale, Text } from '@/lib/domain/text'
import type { Tx } from '@/lib/platform/db'

const PAGE = 20

export type OrganisationRow = {
  id: string
  kind: ProviderKind
  bin: string
  name: Text
  district: Text
  isClosed: boolean
}

export type OrganisationList = { rows: OrganisationRow[]; search: string; after: string; next: string | null }

type Row = {
  id: string
  kind: string
  bin: string
  kk: string
  ru: string
  district_kk: string
  district_ru: string
  closed: boolean
}

/** By short name in the reader's language, from after the one that the page before ended with. */
export async function listOrganisations(
  tx: Tx,
  { search, after }: { search: string; after: string },
  locale: Locale,
): Promise<OrganisationList> {
  const wanted = `%${foldForSearch(search).replace(/[\\%_]/g, '\\$&')}%`
  const rows = await tx.$queryRaw<Row[]>`
    SELECT o.id, o.kind, o.bin, o.short_name_kk AS kk, o.short_name_ru AS ru, d.name_kk AS district_kk,
      d.name_ru AS district_ru, o.closed_at IS NOT NULL AS closed
    FROM organisation o JOIN district d ON d.code = o.district_code
    WHERE o.kind IN ('school', 'department', 'akimat')
      AND (${search} = '' OR translate(lower(concat_ws(' ', o.bin, o.short_name_kk, o.short_name_ru, o.name_kk, o.name_ru)),
        'әғқңөұүһіё', 'агкноуухие') LIKE ${wanted})
      AND (${after} = '' OR (CASE WHEN ${locale} = 'kk' THEN o.short_name_kk ELSE o.short_name_ru END, o.bin) > (
        SELECT CASE WHEN ${locale} = 'kk' THEN last.short_name_kk ELSE last.short_name_ru END, last.bin
        FROM organisation last WHERE last.bin = ${after}))
    ORDER BY CASE WHEN ${locale} = 'kk' THEN o.short_name_kk ELSE o.short_name_ru END, o.bin
    LIMIT ${PAGE + 1}`
  return {
    rows: rows.slice(0, PAGE).map((row) => ({
      id: row.id,
      kind: PROVIDER_KINDS.find((kind) => kind === row.kind) ?? 'school',
      bin: row.bin,
      name: { kk: row.kk, ru: row.ru },
      district: { kk: row.district_kk, ru: row.district_ru },
      isClosed: row.closed,
    })),
    search,
    after,
    next: rows.length > PAGE ? (rows[PAGE - 1]?.bin ?? null) : null,
  }
}
