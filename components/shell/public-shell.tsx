import type { ReactNode } from 'react'
import type { Locale } from '@/lib/domain/text'
import { localePath } from '@/lib/i18n/locale'
import { shellMessages } from '@/lib/i18n/shell'
import { LanguageLinks } from './language-links'
import { SiteFooter } from './site-footer'
import { SiteHeader } from './site-header'

/** The public rooms; `path` is without the language, `/` for home. */
export function PublicShell({
  locale,
  path,
  intro,
  children,
}: {
  locale: Locale
  path: string
  intro?: ReactNode
  children: ReactNode
}) {
  const t = shellMessages[locale]
  const item = (to: string, label: string) => ({
    href: localePath(locale, to),
    label,
    current: to === path,
  })
  return (
    <>
      <SiteHeader
        locale={locale}
        nav={[
          item('/', t.services),
          item('/cabinet', t.cabinet),
          item('/faq', t.faq),
          item('/verify', t.verify),
        ]}
        intro={intro}
        languageSwitch={<LanguageLinks locale={locale} path={path} />}
      />
      <main id="main" className="mx-auto w-full max-w-page flex-1 px-4 pt-6">
        {children}
      </main>
      <SiteFooter locale={locale} />
    </>
  )
}
