import type { ReactNode } from 'react'
import type { Locale } from '@/lib/domain/text'
import { localePath } from '@/lib/i18n/locale'
import { shellMessages } from '@/lib/i18n/shell'
import { BrandMark } from './brand-mark'

export type NavItem = { href: string; label: string; current?: boolean }

/** The band of every room: name, language, the room's menu, and who is signed in. */
export function SiteHeader({
  locale,
  descriptor,
  nav,
  languageSwitch,
  intro,
  person,
}: {
  locale: Locale
  descriptor?: string
  nav: NavItem[]
  languageSwitch: ReactNode
  /** Title and lead of the home page, inside the band. */
  intro?: ReactNode
  person?: ReactNode
}) {
  const t = shellMessages[locale]
  return (
    <header className="no-print bg-band text-band-ink">
      <a
        href="#main"
        className="skip-link fixed top-2 left-2 z-10 rounded bg-paper px-4 py-3 font-bold text-ink"
      >
        {t.skip}
      </a>
      <div className="mx-auto flex max-w-page flex-wrap items-center justify-between gap-x-2 px-4 pt-3 lg:gap-x-8 lg:pt-4">
        <a
          href={localePath(locale)}
          className="flex min-w-0 flex-1 items-center gap-2.5 text-band-ink no-underline hover:text-band-ink"
        >
          <BrandMark />
          <span className="min-w-0">
            <span className="block text-xl leading-tight font-bold">{t.brand}</span>
            <span className="block text-[0.8125rem] leading-tight sm:text-sm">
              {descriptor ?? t.descriptor}
            </span>
          </span>
        </a>
        <div className="shrink-0 lg:order-3">{languageSwitch}</div>
        {/* Beside a person the menu, which is long then, has a line of its own. */}
        <nav aria-label={t.mainMenu} className={person ? 'w-full lg:order-4' : 'w-full lg:order-2 lg:w-auto'}>
          <ul className="flex flex-wrap items-center gap-x-4 text-sm sm:gap-x-6 sm:text-base">
            {nav.map((item) => (
              <li key={item.href}>
                <a
                  href={item.href}
                  aria-current={item.current ? 'page' : undefined}
                  className="flex min-h-target items-center border-b-4 border-transparent text-band-ink underline-offset-4 hover:text-band-ink aria-[current=page]:border-gold aria-[current=page]:font-bold aria-[current=page]:no-underline"
                >
                  {item.label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        {person && <div className="w-full lg:order-2 lg:w-auto">{person}</div>}
      </div>
      {intro && <div className="mx-auto max-w-page px-4 pt-8 pb-5 lg:pt-12 lg:pb-8">{intro}</div>}
      <div className={`ornament mt-3 text-band-line ${intro ? 'ornament-large' : ''}`} />
    </header>
  )
}
