import type { Metadata } from 'next'
import { AdminRoom } from '@/components/admin/admin-room'
import { Done } from '@/components/admin/done'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Button } from '@/components/ui/button'
import { FileInput } from '@/components/ui/file-input'
import { PageTitle } from '@/components/ui/page-title'
import { importChecked } from '@/lib/admin/organisations/actions'
import { loadImport } from '@/lib/admin/organisations/loaders'
import { type AddressQuery, pathWithQuery } from '@/lib/domain/address-query'
import type { Locale } from '@/lib/domain/text'
import { adminImportMessages } from '@/lib/i18n/admin-import'
import { adminOrganisationMessages } from '@/lib/i18n/admin-organisations'
import { commonMessages } from '@/lib/i18n/common'
import { type LocaleParams, loadLocale, localePath } from '@/lib/i18n/locale'
import { Columns } from './columns'
import { Report, tellFile } from './report'

type Props = { params: LocaleParams; searchParams: Promise<AddressQuery> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: adminImportMessages[await loadLocale(params)].title }
}

export default async function ImportPage({ params, searchParams }: Props) {
  const locale = await loadLocale(params)
  const query = await searchParams
  const path = pathWithQuery('/admin/organisations/import', query)
  const permalink = localePath(locale, path)
  const page = await loadImport(locale, path, query)
  const t = adminImportMessages[locale]
  return (
    <AdminRoom
      locale={locale}
      path={path}
      current="organisations"
      page={page}
      forms={[{ action: importChecked, permalink }]}
    >
      {({ sha256, report }) => (
        <>
          <Breadcrumb
            label={commonMessages[locale].breadcrumb}
            items={[
              {
                href: localePath(locale, '/admin/organisations'),
                label: adminOrganisationMessages[locale].title,
              },
            ]}
            current={t.title}
          />
          <div className="mt-4">
            <PageTitle lead={t.lead}>{t.title}</PageTitle>
          </div>
          <Done locale={locale} done={query.done} words={{ loaded: loadedWords(query, locale) }} />
          {report?.status === 'checked' && (
            <Report locale={locale} report={report} sha256={sha256} permalink={permalink} />
          )}
          <Upload
            locale={locale}
            fault={report?.status === 'unreadable' ? tellFile(report.why, locale) : faultOf(query, locale)}
          />
          <Columns locale={locale} />
        </>
      )}
    </AdminRoom>
  )
}

/** How many, as the address says it. */
function loadedWords({ added, changed }: AddressQuery, locale: Locale): string {
  const count = (told: string | string[] | undefined) => (/^\d{1,5}$/.test(String(told)) ? Number(told) : 0)
  return adminImportMessages[locale].done(count(added), count(changed))
}

const FAULTS = ['none', 'tooLarge', 'unavailable'] as const

function faultOf({ fault }: AddressQuery, locale: Locale): string | undefined {
  const known = FAULTS.find((one) => one === fault)
  return known && adminImportMessages[locale].faults[known]
}

/** Posted by the browser itself: a file is too large for a server action. */
function Upload({ locale, fault }: { locale: Locale; fault: string | undefined }) {
  const t = adminImportMessages[locale]
  return (
    <form
      action="/api/admin/organisations/check"
      method="post"
      encType="multipart/form-data"
      className="mb-10 max-w-reading"
    >
      <input type="hidden" name="_locale" value={locale} />
      <FileInput name="file" label={t.file} hint={t.hint} error={fault} accept=".csv,text/csv" required />
      <Button variant="secondary">{t.check}</Button>
    </form>
  )
}
