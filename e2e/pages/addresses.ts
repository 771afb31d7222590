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
  '/invitation/no-such-link',
  '/verify',
  '/verify?code=K7QM-3X9R-2DTB-5WZA',
  '/verify?code=K7QM',
  '/verify?fault=needsDocument',
  '/verify?signature=gone',
  '/statistics',
]

/** Pages of an administrator that need nothing but the demo. */
export const ADMIN_PATHS: readonly string[] = [
  '/admin/services',
  '/admin/services/first-grade?done=saved',
  '/admin/services/first-grade/new',
  '/admin/services/home-schooling',
  '/admin/organisations',
  '/admin/organisations?q=no-such-school',
  '/admin/organisations/new',
  '/admin/organisations/980940990017?done=saved',
  '/admin/organisations/import',
  '/admin/organisations/import?fault=tooLarge',
  '/admin/organisations/import?done=loaded&added=3&changed=1',
  '/admin/people',
  '/admin/people?q=no-such-person',
  '/admin/people/invite?organisation=980940990017',
  '/admin/calendar?year=2026',
  '/admin/calendar/2026-12-16',
  '/admin/calendar/new',
  '/admin/texts?kind=correction',
  '/admin/texts/new?kind=refusal',
  '/admin/audit?action=signIn',
  '/admin/audit?number=99999999',
  '/admin/applications',
  '/admin/no-such-page',
]
