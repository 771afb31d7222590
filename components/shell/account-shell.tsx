import type { ReactNode } from 'react'
import type { Locale } from '@/lib/domain/text'
import { localePath } from '@/lib/i18n/locale'
import { shellMessages } from '@/lib/i18n/shell'
import { LanguageLinks } from './language-links'
import { SiteFooter } from './site-footer'
import { SiteHeader } from './site-header'

/** Sign-in, registration, password, check of a document: one narrow column, and what else is for everybody. */
export function AccountShell({
  locale,
  path,
  current,
  languageSwitch,
  isWide = false,
  children,
}: {
  locale: Locale
  /** Without the language, with its query: where KZ/RU lead. */
  path: string
  current?: 'cabinet' | 'verify'
  languageSwitch?: ReactNode
  /** As wide as a table needs. */
  isWide?: boolean
  children: ReactNode
}) {
  const t = shellMessages[locale]
  return (
    <>
      <SiteHeader
        locale={locale}
        nav={[
          { href: localePath(locale), label: t.services },
          { href: localePath(locale, '/cabinet'), label: t.cabinet, current: current === 'cabinet' },
          { href: localePath(locale, '/faq'), label: t.faq },
          { href: localePath(locale, '/verify'), label: t.verify, current: current === 'verify' },
        ]}
        languageSwitch={languageSwitch ?? <LanguageLinks locale={locale} path={path} />}
      />
      <main id="main" className="mx-auto w-full max-w-page flex-1 px-4 pt-8">
        {isWide ? children : <div className="max-w-reading">{children}</div>}
      </main>
      <SiteFooter locale={locale} />
    </>
  )
}
