import { KeptForms, SignedOut } from '@/components/form/signed-out'
import { Absent } from '@/components/ui/absent'
import { Unavailable } from '@/components/ui/unavailable'
import type { Page } from '@/lib/applications/parent/loaders'
import type { FormAction } from '@/lib/auth/form-action'
import type { Locale } from '@/lib/domain/text'

/** What a page of the cabinet shows when it cannot show its data. `forms` are those it would have. */
export function NotReady({
  locale,
  page,
  forms = [],
}: {
  locale: Locale
  page: Exclude<Page<unknown>, { status: 'ready' }>
  forms?: readonly { action: FormAction; permalink: string }[]
}) {
  if (page.status === 'absent') return <Absent locale={locale} />
  if (page.status === 'signedOut') return <SignedOut locale={locale} forms={forms} />
  return (
    <>
      <Unavailable locale={locale} requestId={page.requestId} />
      <KeptForms locale={locale} forms={forms} />
    </>
  )
}
