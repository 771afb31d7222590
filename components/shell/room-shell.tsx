import type { ReactNode } from 'react'
import type { Room } from '@/lib/domain/actor'
import type { Locale } from '@/lib/domain/text'
import { localePath } from '@/lib/i18n/locale'
import { shellMessages } from '@/lib/i18n/shell'
import { LanguageLinks } from './language-links'
import { SiteFooter } from './site-footer'
import { type NavItem, SiteHeader } from './site-header'

export type RoomProps = {
  locale: Locale
  /** Without the language, with its query: where KZ/RU lead. */
  path: string
  personName: string
  /** Further rooms of this person. */
  rooms?: readonly Room[]
  /** A small POST form with `<HeaderButton>` in it. */
  signOut: ReactNode
  /** `<LanguageButtons>` inside a form; plain links when left out. */
  languageSwitch?: ReactNode
  children: ReactNode
}

/** What the rooms behind the sign-in share: menu, who is signed in, «Выйти». */
export function RoomShell({
  locale,
  path,
  personName,
  place,
  nav,
  rooms = [],
  signOut,
  languageSwitch,
  children,
}: RoomProps & { nav: NavItem[]; place?: string }) {
  return (
    <>
      <SiteHeader
        locale={locale}
        descriptor={place}
        nav={nav}
        languageSwitch={languageSwitch ?? <LanguageLinks locale={locale} path={path} />}
        person={
          // One line on a phone too: what does not fit of a long name gives way to the links beside it.
          <div className="flex items-center justify-between gap-x-4 text-sm sm:text-base">
            <span className="min-w-0 truncate">{personName}</span>
            <div className="flex shrink-0 gap-x-4">
              {rooms.map((room) => (
                <a
                  key={room}
                  href={localePath(locale, `/${room}`)}
                  className="flex min-h-target items-center border-b-4 border-transparent text-band-ink underline-offset-4 hover:text-band-ink"
                >
                  {shellMessages[locale].rooms[room]}
                </a>
              ))}
              {signOut}
            </div>
          </div>
        }
      />
      <main id="main" className="mx-auto w-full max-w-page flex-1 px-4 pt-6">
        {children}
      </main>
      <SiteFooter locale={locale} />
    </>
  )
}
