import { redirect } from 'next/navigation'
import { CabinetPage } from '@/app/[locale]/cabinet/cabinet-page'
import { loadHome } from '@/lib/applications/parent/loaders'
import { type LocaleParams, loadLocale, localePath } from '@/lib/i18n/locale'
import { NotReady } from './not-ready'

export default async function CabinetHome({ params }: { params: LocaleParams }) {
  const locale = await loadLocale(params)
  const page = await loadHome(locale)
  if (page.status === 'ready')
    redirect(localePath(locale, page.data ? '/cabinet/applications' : '/cabinet/services'))
  return (
    <CabinetPage locale={locale} path="/cabinet">
      <NotReady locale={locale} page={page} />
    </CabinetPage>
  )
}
