import type { Metadata } from 'next'
import { PublicShell } from '@/components/shell/public-shell'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { commonMessages } from '@/lib/i18n/common'
import { loadLocale, localePath } from '@/lib/i18n/locale'
import { CATALOGUE, serviceBySlug } from '@/lib/services'
import { ServiceMenu } from '../../service-menu'
import { ClosedService } from './closed-service'
import { OpenService } from './open-service'
import { PageContents } from './page-contents'

type Params = Promise<{ locale: string; slug: string }>

export const generateStaticParams = () => CATALOGUE.map(({ slug }) => ({ slug }))

async function load(params: Params) {
  const locale = await loadLocale(params)
  const { slug } = await params
  const service = serviceBySlug(slug)
  const name = (service ?? CATALOGUE.find((entry) => entry.slug === slug))?.name[locale] ?? slug
  return { locale, slug, service, name }
}

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  const { locale, service, name } = await load(params)
  return { title: name, description: service?.audience[locale] ?? name }
}

export default async function ServicePage({ params }: { params: Params }) {
  const { locale, slug, service, name } = await load(params)
  const common = commonMessages[locale]
  return (
    <PublicShell locale={locale} path={`/services/${slug}`}>
      <Breadcrumb
        label={common.breadcrumb}
        items={[{ href: localePath(locale), label: common.home }]}
        current={name}
      />
      <div className="mt-4 grid gap-x-12 gap-y-12 lg:grid-cols-[minmax(0,1fr)_19rem]">
        <article className="min-w-0">
          {service ? (
            <OpenService locale={locale} service={service} />
          ) : (
            <ClosedService locale={locale} slug={slug} name={name} />
          )}
        </article>
        <aside className="no-print space-y-8">
          {service && <PageContents locale={locale} slug={slug} />}
          <ServiceMenu locale={locale} current={slug} />
        </aside>
      </div>
    </PublicShell>
  )
}
