import type { ReactNode } from 'react'
import { SignOutForm } from '@/components/form/sign-out'
import { SignedOut } from '@/components/form/signed-out'
import { type WorkSection, WorkShell } from '@/components/shell/work-shell'
import { Absent } from '@/components/ui/absent'
import { Unavailable } from '@/components/ui/unavailable'
import type { Staff, WorkPage } from '@/lib/applications/provider/loaders'
import type { FormState } from '@/lib/domain/form-state'
import type { Locale } from '@/lib/domain/text'

type Form = { action: (previous: FormState, form: FormData) => Promise<FormState>; permalink: string }

function sectionsOf(staff: Staff | null): WorkSection[] {
  if (!staff?.worksSomewhere) return []
  return [
    'queue',
    ...(staff.signs ? ['signing' as const] : []),
    ...(staff.givesPlaces ? ['places' as const] : []),
    ...(staff.keepsJournal ? ['journal' as const] : []),
    'statistics',
    ...(staff.signs ? ['team' as const] : []),
  ]
}

/** A page of the provider's room: what was loaded, or why there is nothing to show. */
export function WorkRoom<T>({
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
  current?: WorkSection
  page: WorkPage<T>
  /** The forms of this page, for who is signed out while one of them is posted. */
  forms?: readonly Form[]
  /** Where a form keeps what was typed while the language changes. */
  languageSwitch?: ReactNode
  children: (data: T) => ReactNode
}) {
  const staff = page.status === 'ready' ? page.data.staff : null
  return (
    <WorkShell
      locale={locale}
      path={path}
      current={current}
      sections={sectionsOf(staff)}
      place={staff?.place?.[locale]}
      personName={staff?.name ?? ''}
      rooms={staff?.rooms}
      languageSwitch={languageSwitch}
      signOut={staff && <SignOutForm locale={locale} />}
    >
      {page.status === 'ready' && page.data.data !== null && children(page.data.data)}
      {page.status === 'ready' && page.data.data === null && (
        <Absent locale={locale} room={page.data.staff.worksSomewhere ? 'work' : 'cabinet'} />
      )}
      {page.status === 'absent' && <Absent locale={locale} room="work" />}
      {page.status === 'signedOut' && <SignedOut forms={forms} locale={locale} />}
      {page.status === 'unavailable' && <Unavailable locale={locale} requestId={page.requestId} />}
    </WorkShell>
  )
}
