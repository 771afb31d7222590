import type { ServiceDefinition } from '@/lib/domain/service'
import type { Text } from '@/lib/domain/text'
import { firstGrade } from './first-grade'
import { homeSchooling } from './home-schooling'
import { tenthGrade } from './tenth-grade'

/** All services whose definition is here; a tenth service is one file and one line. */
export const SERVICES: readonly ServiceDefinition[] = [firstGrade, tenthGrade, homeSchooling]

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
  {
    slug: 'transfer',
    name: {
      kk: 'Балаларды оқу орындары арасында ауыстыру үшін құжаттарды қабылдау',
      ru: 'Прием документов для перевода детей между учебными заведениями',
    },
  },
  {
    slug: 'duplicate',
    name: {
      kk: 'Орта білім туралы құжаттың телнұсқасын беру',
      ru: 'Выдача дубликата документа о среднем образовании',
    },
  },
  { slug: 'tenth-grade', name: tenthGrade.name },
  {
    slug: 'camp',
    name: {
      kk: 'Білім алушылардың жекелеген санаттары үшін лагерьде демалу',
      ru: 'Отдых в лагере для отдельных категорий обучающихся',
    },
  },
  {
    slug: 'specialised-school',
    name: { kk: 'Мамандандырылған мектептерге қабылдау', ru: 'Прием в специализированные школы' },
  },
  { slug: 'home-schooling', name: homeSchooling.name },
]

export function serviceBySlug(slug: string): ServiceDefinition | null {
  return SERVICES.find((s) => s.slug === slug) ?? null
}
