import type { ServiceDefinition } from '@/lib/domain/service'
import type { Text } from '@/lib/domain/text'
import { duplicate } from './duplicate'
import { firstGrade } from './first-grade'
import { homeSchooling } from './home-schooling'
import { specialisedSchool } from './specialised-school'
import { tenthGrade } from './tenth-grade'
import { transfer } from './transfer'

/** All services whose definition is here; a tenth service is one file and one line. */
export const SERVICES: readonly ServiceDefinition[] = [
  firstGrade,
  transfer,
  duplicate,
  tenthGrade,
  specialisedSchool,
  homeSchooling,
]

/** The whole catalogue in the order of the seed's menu; a name without a definition is not open yet. */
export const CATALOGUE: readonly { slug: string; name: Text }[] = [
  {
    slug: 'free-meals',
    name: { kk: 'Тегін және жеңілдетілген тамақтандыру', ru: 'Бесплатное и льготное питание' },
  },
  { slug: 'first-grade', name: firstGrade.name },
  {
    slug: 'transport',
    name: {
      kk: 'Балаларды мектепке және кері үйіне тегін тасымалдау',
      ru: 'Бесплатный подвоз детей в школу и обратно домой',
    },
  },
  { slug: 'transfer', name: transfer.name },
  { slug: 'duplicate', name: duplicate.name },
  { slug: 'tenth-grade', name: tenthGrade.name },
  {
    slug: 'camp',
    name: {
      kk: 'Білім алушылардың жекелеген санаттары үшін лагерьде демалу',
      ru: 'Отдых в лагере для отдельных категорий обучающихся',
    },
  },
  { slug: 'specialised-school', name: specialisedSchool.name },
  { slug: 'home-schooling', name: homeSchooling.name },
]

export function serviceBySlug(slug: string): ServiceDefinition | null {
  return SERVICES.find((s) => s.slug === slug) ?? null
}
