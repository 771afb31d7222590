import { redirect } from 'next/navigation'
import { WorkRoom } from '@/components/work/work-room'
import { loadEntryStart } from '@/lib/applications/paper/loaders'
import { reviewPath } from '@/lib/applications/provider/steps'
import { DESK } from '@/lib/applications/schema'
import { loadLocale, localePath } from '@/lib/i18n/locale'

type Props = { params: Promise<{ locale: string; number: string }> }

/** Leads to the step at which the form is to be gone on with. */
export default async function EntryEditPage({ params }: Props) {
  const locale = await loadLocale(params)
  const { number } = await params
  const page = await loadEntryStart(locale, number)
  if (page.status === 'ready' && page.data.data) {
    const { page: step } = page.data.data
    redirect(localePath(locale, step ? DESK.edit(number, step) : reviewPath(Number(number))))
  }
  return (
    <WorkRoom locale={locale} path={DESK.application(number, '/edit')} current="queue" page={page}>
      {() => null}
    </WorkRoom>
  )
}
