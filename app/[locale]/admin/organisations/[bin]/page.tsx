import type { Metadata } from 'next'
import { AdminRoom } from '@/components/admin/admin-room'
import { Done } from '@/components/admin/done'
import { FieldsForm } from '@/components/form/fields-form'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageTitle } from '@/components/ui/page-title'
import { closeOrganisation, saveOrganisation } from '@/lib/admin/organisations/actions'
import type { OrganisationPage } from '@/lib/admin/organisations/data'
import { loadOrganisation } from '@/lib/admin/organisations/loaders'
import type { Locale } from '@/lib/domain/text'
import { adminOrganisationMessages } from '@/lib/i18n/admin-organisations'
import { commonMessages } from '@/lib/i18n/common'
import { formTexts } from '@/lib/i18n/forms'
import { loadLocale, localePath } from '@/lib/i18n/locale'
import { organisationFields } from './fields'
import { Closing, People } from './standing'

type Props = {
  params: Promise<{ locale: string; bin: string }>
  searchParams: Promise<{ done?: string | string[] }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: adminOrganisationMessages[await loadLocale(params)].title }
}

export default async function OrganisationRoute({ params, searchParams }: Props) {
  const locale = await loadLocale(params)
  const { bin } = await params
  const { done } = await searchParams
  const path = `/admin/organisations/${bin}`
  const permalink = localePath(locale, path)
  const page = await loadOrganisation(locale, bin)
  return (
    <AdminRoom
      locale={locale}
      path={path}
      current="organisations"
      page={page}
      forms={[
        { action: saveOrganisation, permalink },
        { action: closeOrganisation, permalink },
      ]}
    >
      {(data) => <Organisation locale={locale} page={data} permalink={permalink} done={done} />}
    </AdminRoom>
  )
}

type Given = {
  locale: Locale
  page: OrganisationPage
  permalink: string
  done: string | string[] | undefined
}

function Organisation({ locale, page, permalink, done }: Given) {
  const t = adminOrganisationMessages[locale]
  const { standing } = page
  const title = standing?.input.shortName[locale] ?? t.newTitle
  const about = standing && `${t.kinds[standing.input.kind]}, ${t.bin} ${standing.input.bin}`
  return (
    <div className="max-w-reading">
      <Breadcrumb
        label={commonMessages[locale].breadcrumb}
        items={[{ href: localePath(locale, '/admin/organisations'), label: t.title }]}
        current={title}
      />
      <div className="mt-4">
        <PageTitle lead={about ?? t.newLead}>{title}</PageTitle>
      </div>
      <Done
        locale={locale}
        done={done}
        words={{
          added: t.added,
          saved: t.saved,
          recounted: `${t.saved} ${t.recounted}`,
          closed: t.closing.done,
          reopened: t.closing.reopened,
        }}
      />
      {standing && <People locale={locale} standing={standing} />}
      <FieldsForm
        action={saveOrganisation}
        permalink={permalink}
        locale={locale}
        texts={formTexts(locale)}
        hidden={standing ? { standing: standing.input.bin } : {}}
        fields={organisationFields(page, locale)}
        buttons={[{ label: standing ? t.save : t.add, variant: 'primary' }]}
      />
      {standing && <Closing locale={locale} standing={standing} permalink={permalink} />}
    </div>
  )
}
