import type { Text } from '@/lib/domain/text'
import { REGION_ROWS } from './regions-data'

export type District = {
  /** The region's KATO code and a slug: no district KATO list could be verified, so none is invented. */
  code: string
  name: Text
}

export type Region = {
  /** КАТО: the state classifier of administrative units. */
  kato: string
  name: Text
  districts: readonly District[]
}

export const REGIONS: readonly Region[] = REGION_ROWS.map(({ kato, name, districts }) => ({
  kato,
  name,
  districts: districts.map((district) => ({ code: `${kato}-${district.slug}`, name: district.name })),
}))
