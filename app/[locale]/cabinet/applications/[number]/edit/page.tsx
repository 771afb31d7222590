import { redirect } from 'next/navigation'
import { CabinetPage } from '@/app/[locale]/cabinet/cabinet-page'
import { loadEntryStep } from '@/lib/applications/parent/loaders'
import { applicationPath, editPath, parseNumber } from '@/lib/applications/schema'
import { loadLocale, localePath } from '@/lib/i18n/locale'
import { NotReady } from '../../../not-ready'

type Props = { params: Promise<{ locale: string; number: string }> }

/** Leads to the step at which the form is to be gone on with. */
export default async function EditPage({ params }: Props) {
  const locale = await loadLocale(params)
  const { number } = await params
  const page = await loadEntryStep(locale, number)
  if (page.status === 'ready') {
    const known = parseNumber(number)
    redirect(localePath(locale, page.data === null ? applicationPath(known) : editPath(known, page.data)))
  }
  return (
    <CabinetPage locale={locale} path={`/cabinet/applications/${number}/edit`} current="applications">
      <NotReady locale={locale} page={page} />
    </CabinetPage>
  )
}
