import { CATALOGUE } from '@/lib/services'

/** Static pages, without their language. */
export const PUBLIC_PATHS: readonly string[] = [
  '',
  '/faq',
  '/how-to',
  '/agreement',
  '/personal-data',
  ...CATALOGUE.map(({ slug }) => `/services/${slug}`),
]

/** Pages for whoever is not signed in. */
export const ACCOUNT_PATHS: readonly string[] = [
  '/login',
  '/login?left=yes',
  '/register',
  '/password',
  '/password/no-such-link',
  '/confirm/no-such-link',
  '/verify',
  '/verify?code=K7QM-3X9R-2DTB-5WZA',
  '/verify?code=K7QM',
  '/verify?fault=needsDocument',
  '/verify?signature=gone',
  '/statistics',
]
