import type { ServiceDefinition } from '@/lib/domain/service'
import type { Text } from '@/lib/domain/text'
import { camp } from './camp'
import { duplicate } from './duplicate'
import { firstGrade } from './first-grade'
import { freeMeals } from './free-meals'
import { homeSchooling } from './home-schooling'
import { specialisedSchool } from './specialised-school'
import { tenthGrade } from './tenth-grade'
import { transfer } from './transfer'
import { transport } from './transport'

/** The whole catalogue in the order of the seed's menu; a tenth service is one file and one line. */
export const SERVICES: readonly ServiceDefinition[] = [
  freeMeals,
  firstGrade,
  transport,
  transfer,
  duplicate,
  tenthGrade,
  camp,
  specialisedSchool,
  homeSchooling,
]

/** What a menu shows of each, in the same order. */
export const CATALOGUE: readonly { slug: string; name: Text }[] = SERVICES.map(({ slug, name }) => ({
  slug,
  name,
}))

export function serviceBySlug(slug: string): ServiceDefinition | null {
  return SERVICES.find((s) => s.slug === slug) ?? null
}
