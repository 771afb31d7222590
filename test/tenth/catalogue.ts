import { CATALOGUE as NINE, SERVICES as NINE_SERVICES } from '@/lib/services/index'
import { extendedDay } from './extended-day'

/** What `@/lib/services` is in a build and a seed made with this folder's tsconfig.json: the catalogue and one more. */
export const SERVICES = [...NINE_SERVICES, extendedDay]

export const CATALOGUE = [...NINE, { slug: extendedDay.slug, name: extendedDay.name }]

export const serviceBySlug = (slug: string) => SERVICES.find((service) => service.slug === slug) ?? null
