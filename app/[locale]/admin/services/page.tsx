import type { Metadata } from 'next'
import { AdminRoom } from '@/components/admin/admin-room'
import { DataTable } from '@/components/ui/data-table'
import { PageTitle } from '@/components/ui/page-title'
import { StatusTag } from '@/components/ui/status-tag'
import type { AdminService } from '@/lib/admin/services/data'
import { loadServices } from '@/lib/admin/services/loaders'
import { takesNow } from '@/lib/domain/intake-window'
import type { Locale } from '@/lib/domain/text'
import { adminServiceMessages } from '@/lib/i18n/admin-services'
import { type LocaleParams, loadLocale, localePath } from '@/lib/i18n/locale'
import { windowSentence } from '@/lib/i18n/windows'

type Props = { params: LocaleParams }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: adminServiceMessages[await loadLocale(params)].title }
}

export default async function AdminServicesPage({ params }: Props) {
  const locale = await loadLocale(params)
  const page = await loadServices(locale)
  const t = adminServiceMessages[locale]
  return (
    <AdminRoom locale={locale} path="/admin/services" current="services" page={page}>
      {(services) => (
        <>
          <PageTitle lead={t.lead}>{t.title}</PageTitle>
          <DataTable
            caption={t.title}
            columns={[
              { key: 'name', header: t.name },
              { key: 'state', header: t.state },
              { key: 'intake', header: t.intake },
            ]}
            rows={services.map((entry) => ({
              id: entry.service.slug,
              cells: {
                name: (
                  <a
                    href={localePath(locale, `/admin/services/${entry.service.slug}`)}
                    className="inline-block py-1"
                  >
                    {entry.service.name[locale]}
                  </a>
                ),
                state: <State locale={locale} {...entry} />,
                intake: windowSentence(entry.window, locale) ?? t.allYear,
              },
            }))}
          />
        </>
      )}
    </AdminRoom>
  )
}

function State({ locale, window }: { locale: Locale } & AdminService) {
  const t = adminServiceMessages[locale]
  if (window.kind === 'off')
    return (
      <StatusTag tone="bad" icon="cross">
        {t.off}
      </StatusTag>
    )
  return (
    <StatusTag tone={takesNow(window) ? 'ok' : 'neutral'} icon={takesNow(window) ? 'check' : 'clock'}>
      {t.on}
    </StatusTag>
  )
}
