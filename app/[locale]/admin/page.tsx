import { redirect } from 'next/navigation'
import { AdminRoom } from '@/components/admin/admin-room'
import { loadAdmin } from '@/lib/admin/loading'
import { type LocaleParams, loadLocale, localePath } from '@/lib/i18n/locale'

/** Nothing stands here: the first section is the first page. */
export default async function AdminHome({ params }: { params: LocaleParams }) {
  const locale = await loadLocale(params)
  const page = await loadAdmin(locale, '/admin', async () => ({}))
  if (page.status === 'ready' && page.data.isAdmin) redirect(localePath(locale, '/admin/services'))
  return (
    <AdminRoom locale={locale} path="/admin" page={page}>
      {() => null}
    </AdminRoom>
  )
}
