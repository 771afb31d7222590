import type { Metadata } from 'next'
import { PublicShell } from '@/components/shell/public-shell'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { commonMessages } from '@/lib/i18n/common'
import { loadLocale, localePath } from '@/lib/i18n/locale'
import { SERVICES, serviceBySlug } from '@/lib/services'
import { ServiceMenu } from '../../service-menu'
import { PageContents } from './page-contents'
import { ServiceContent } from './service-content'

type Params = Promise<{ locale: string; slug: string }>

export const generateStaticParams = () => SERVICES.map(({ slug }) => ({ slug }))

async function load(params: Params) {
  const locale = await loadLocale(params)
  const { slug } = await params
  const service = serviceBySlug(slug)
  // Other addresses do not come here (`dynamicParams` of the room).
  if (!service) throw new Error(`no service ${slug}`)
  return { locale, service }
}

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  const { locale, service } = await load(params)
  return { title: service.name[locale], description: service.audience[locale] }
}

export default async function ServicePage({ params }: { params: Params }) {
  const { locale, service } = await load(params)
  const common = commonMessages[locale]
  return (
    <PublicShell locale={locale} path={`/services/${service.slug}`}>
      <Breadcrumb
        label={common.breadcrumb}
        items={[{ href: localePath(locale), label: common.home }]}
        current={service.name[locale]}
      />
      <div className="mt-4 grid gap-x-12 gap-y-12 lg:grid-cols-[minmax(0,1fr)_19rem]">
        <article className="min-w-0">
          <ServiceContent locale={locale} service={service} />
        </article>
        <aside className="no-print space-y-8">
          <PageContents locale={locale} service={service} />
          <ServiceMenu locale={locale} current={service.slug} />
        </aside>
      </div>
    </PublicShell>
  )
}
