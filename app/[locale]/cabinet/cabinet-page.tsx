import type { ReactNode } from 'react'
import { SignOutForm } from '@/components/form/sign-out'
import { type CabinetSection, CabinetShell } from '@/components/shell/cabinet-shell'
import { Notice } from '@/components/ui/notice'
import { actorIfAny } from '@/lib/auth/session'
import { otherRooms } from '@/lib/domain/actor'
import type { Locale } from '@/lib/domain/text'
import { accountMessages } from '@/lib/i18n/accounts'
import { localePath } from '@/lib/i18n/locale'

/** A page of the cabinet for whoever is signed in: their name, «Выйти», and a word while their address is unconfirmed (the profile says it itself). */
export async function CabinetPage({
  locale,
  path,
  current,
  languageSwitch,
  children,
}: {
  locale: Locale
  path: string
  current?: CabinetSection
  languageSwitch?: ReactNode
  children: ReactNode
}) {
  const actor = await actorIfAny()
  const t = accountMessages[locale].banner
  return (
    <CabinetShell
      locale={locale}
      path={path}
      current={current}
      languageSwitch={languageSwitch}
      personName={actor?.name ?? ''}
      rooms={actor ? otherRooms(actor, 'cabinet') : []}
      signOut={actor && <SignOutForm locale={locale} />}
    >
      {actor && !actor.confirmed && current !== 'profile' && (
        <div className="mb-8">
          <Notice tone="warn" title={t.title}>
            <p>{t.text}</p>
            <p>
              <a href={localePath(locale, '/cabinet/profile')}>{t.link}</a>
            </p>
          </Notice>
        </div>
      )}
      {children}
    </CabinetShell>
  )
}
