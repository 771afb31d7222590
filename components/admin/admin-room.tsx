import type { ReactNode } from 'react'
import { SignOutForm } from '@/components/form/sign-out'
import { SignedOut } from '@/components/form/signed-out'
import { type AdminSection, AdminShell } from '@/components/shell/admin-shell'
import { Absent } from '@/components/ui/absent'
import { Unavailable } from '@/components/ui/unavailable'
import type { AdminPage } from '@/lib/admin/loading'
import { otherRooms } from '@/lib/domain/actor'
import type { FormState } from '@/lib/domain/form-state'
import type { Locale } from '@/lib/domain/text'

type Form = { action: (previous: FormState, form: FormData) => Promise<FormState>; permalink: string }

/** A page of the administrators' room: what was loaded, or why there is nothing to show. */
export function AdminRoom<T>({
  locale,
  path,
  current,
  page,
  forms = [],
  languageSwitch,
  children,
}: {
  locale: Locale
  /** Without the language, with its query. */
  path: string
  current?: AdminSection
  page: AdminPage<T>
  /** The forms of this page, for who is signed out while one of them is posted. */
  forms?: readonly Form[]
  languageSwitch?: ReactNode
  children: (data: T) => ReactNode
}) {
  const room = page.status === 'ready' ? page.data : null
  return (
    <AdminShell
      locale={locale}
      path={path}
      current={current}
      isOpen={room?.isAdmin ?? false}
      personName={room?.actor.name ?? ''}
      rooms={room ? otherRooms(room.actor, 'admin') : []}
      signOut={room && <SignOutForm locale={locale} />}
      languageSwitch={languageSwitch}
    >
      {room && room.data !== null && children(room.data)}
      {room && room.data === null && <Absent locale={locale} room={room.isAdmin ? 'admin' : 'cabinet'} />}
      {page.status === 'absent' && <Absent locale={locale} />}
      {page.status === 'signedOut' && <SignedOut forms={forms} locale={locale} />}
      {page.status === 'unavailable' && <Unavailable locale={locale} requestId={page.requestId} />}
    </AdminShell>
  )
}
