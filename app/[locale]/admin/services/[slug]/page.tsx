import type { Metadata } from 'next'
import { AdminRoom } from '@/components/admin/admin-room'
import { Done } from '@/components/admin/done'
import { stepFields } from '@/components/application/step-fields'
import { FieldsForm } from '@/components/form/fields-form'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageTitle } from '@/components/ui/page-title'
import { switchService } from '@/lib/admin/services/actions'
import type { ServicePage } from '@/lib/admin/services/data'
import { loadService } from '@/lib/admin/services/loaders'
import { SWITCH_FIELDS } from '@/lib/admin/services/schema'
import type { Locale } from '@/lib/domain/text'
import { adminServiceMessages } from '@/lib/i18n/admin-services'
import { commonMessages } from '@/lib/i18n/common'
import { formTexts } from '@/lib/i18n/forms'
import { loadLocale, localePath } from '@/lib/i18n/locale'
import { serviceBySlug } from '@/lib/services'
import { Windows } from './windows'

type Props = {
  params: Promise<{ locale: string; slug: string }>
  searchParams: Promise<{ done?: string | string[] }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await loadLocale(params)
  const service = serviceBySlug((await params).slug)
  return { title: service?.name[locale] ?? commonMessages[locale].absent.title }
}

export default async function AdminServicePage({ params, searchParams }: Props) {
  const locale = await loadLocale(params)
  const { slug } = await params
  const { done } = await searchParams
  const path = `/admin/services/${slug}`
  const permalink = localePath(locale, path)
  const page = await loadService(locale, slug)
  const t = adminServiceMessages[locale]
  return (
    <AdminRoom
      locale={locale}
      path={path}
      current="services"
      page={page}
      forms={[{ action: switchService, permalink }]}
    >
      {(data) => (
        <>
          <Breadcrumb
            label={commonMessages[locale].breadcrumb}
            items={[{ href: localePath(locale, '/admin/services'), label: t.title }]}
            current={data.service.name[locale]}
          />
          <div className="mt-4">
            <PageTitle>{data.service.name[locale]}</PageTitle>
          </div>
          <Done
            locale={locale}
            done={done}
            words={{ saved: t.window.saved, calledOff: t.window.calledOff }}
          />
          <div className="space-y-10">
            <Windows locale={locale} page={data} />
            <Switch locale={locale} page={data} permalink={permalink} />
          </div>
        </>
      )}
    </AdminRoom>
  )
}

function Switch({ locale, page, permalink }: { locale: Locale; page: ServicePage; permalink: string }) {
  const t = adminServiceMessages[locale].switch
  const { isOff, text } = page.switched
  const values = { state: isOff ? 'off' : 'on', 'text-kk': text.kk, 'text-ru': text.ru }
  return (
    <section className="max-w-reading">
      <h2 className="mb-2 text-lg">{t.title}</h2>
      <p className="mb-4">{t.lead}</p>
      <FieldsForm
        action={switchService}
        permalink={permalink}
        locale={locale}
        texts={formTexts(locale)}
        hidden={{ slug: page.service.slug }}
        fields={stepFields(SWITCH_FIELDS, locale, values, null)}
        buttons={[{ label: t.save, variant: 'primary' }]}
      />
    </section>
  )
}
