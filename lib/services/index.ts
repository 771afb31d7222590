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

/** All services whose definition is here; a tenth service is one file and one line. */
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

/** The whole catalogue in the order of the seed's menu; a name without a definition is not open yet. */
export const CATALOGUE: readonly { slug: string; name: Text }[] = [
  { slug: 'free-meals', name: freeMeals.name },
  { slug: 'first-grade', name: firstGrade.name },
  { slug: 'transport', name: transport.name },
  { slug: 'transfer', name: transfer.name },
  { slug: 'duplicate', name: duplicate.name },
  { slug: 'tenth-grade', name: tenthGrade.name },
  { slug: 'camp', name: camp.name },
  { slug: 'specialised-school', name: specialisedSchool.name },
  { slug: 'home-schooling', name: homeSchooling.name },
]

export function serviceBySlug(slug: string): ServiceDefinition | null {
  return SERVICES.find((s) => s.slug === slug) ?? null
}
