import type { Metadata } from 'next'
import { AdminRoom } from '@/components/admin/admin-room'
import { FieldsForm } from '@/components/form/fields-form'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageTitle } from '@/components/ui/page-title'
import { look } from '@/lib/admin/audit/actions'
import { type LookPage, loadLook } from '@/lib/admin/audit/loaders'
import { type AddressQuery, pathWithQuery } from '@/lib/domain/address-query'
import type { Locale } from '@/lib/domain/text'
import { adminAuditMessages } from '@/lib/i18n/admin-audit'
import { adminLookMessages } from '@/lib/i18n/admin-look'
import { commonMessages } from '@/lib/i18n/common'
import { formTexts } from '@/lib/i18n/forms'
import { type LocaleParams, loadLocale, localePath } from '@/lib/i18n/locale'
import { Looked } from './looked'

type Props = { params: LocaleParams; searchParams: Promise<AddressQuery> }

const PATH = '/admin/applications'

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: adminLookMessages[await loadLocale(params)].title }
}

export default async function LookRoute({ params, searchParams }: Props) {
  const locale = await loadLocale(params)
  const query = await searchParams
  const path = pathWithQuery(PATH, query)
  const page = await loadLook(locale, path, query)
  const permalink = localePath(locale, PATH)
  return (
    <AdminRoom locale={locale} path={path} current="audit" page={page} forms={[{ action: look, permalink }]}>
      {(data) => (
        <>
          <Breadcrumb
            label={commonMessages[locale].breadcrumb}
            items={[{ href: localePath(locale, '/admin/audit'), label: adminAuditMessages[locale].title }]}
            current={adminLookMessages[locale].title}
          />
          <div className="mt-4">
            {data.look ? (
              <Looked locale={locale} look={data.look} />
            ) : (
              <Ask locale={locale} page={data} permalink={permalink} />
            )}
          </div>
        </>
      )}
    </AdminRoom>
  )
}

function Ask({ locale, page, permalink }: { locale: Locale; page: LookPage; permalink: string }) {
  const t = adminLookMessages[locale]
  return (
    <div className="max-w-reading">
      <PageTitle lead={t.lead}>{t.title}</PageTitle>
      <FieldsForm
        action={look}
        permalink={permalink}
        locale={locale}
        texts={formTexts(locale)}
        fields={[
          {
            name: 'number',
            kind: 'digits',
            label: t.number,
            value: page.number,
            maxLength: 12,
            autoComplete: 'off',
          },
          { name: 'reason', kind: 'textarea', label: t.reason, hint: t.reasonHint, maxLength: 500 },
        ]}
        buttons={[{ label: t.submit, variant: 'primary' }]}
      />
    </div>
  )
}
