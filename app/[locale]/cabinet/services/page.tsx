import type { Metadata } from 'next'
import { CabinetPage } from '@/app/[locale]/cabinet/cabinet-page'
import { ButtonLink } from '@/components/ui/button'
import { PageTitle } from '@/components/ui/page-title'
import { loadCatalogue } from '@/lib/applications/parent/loaders'
import type { ServiceDefinition } from '@/lib/domain/service'
import type { Locale } from '@/lib/domain/text'
import { cabinetMessages } from '@/lib/i18n/cabinet'
import { commonMessages } from '@/lib/i18n/common'
import { type LocaleParams, loadLocale, localePath } from '@/lib/i18n/locale'
import { CATALOGUE, serviceBySlug } from '@/lib/services'
import { NotReady } from '../not-ready'

type Props = { params: LocaleParams }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: cabinetMessages[await loadLocale(params)].services.title }
}

export default async function ServicesPage({ params }: Props) {
  const locale = await loadLocale(params)
  const page = await loadCatalogue(locale)
  return (
    <CabinetPage locale={locale} path="/cabinet/services" current="services">
      {page.status === 'ready' ? <Services locale={locale} /> : <NotReady locale={locale} page={page} />}
    </CabinetPage>
  )
}

function Services({ locale }: { locale: Locale }) {
  const t = cabinetMessages[locale].services
  const entries = CATALOGUE.map((entry) => ({ ...entry, service: serviceBySlug(entry.slug) }))
  return (
    <>
      <PageTitle lead={t.lead}>{t.title}</PageTitle>
      <ul className="grid gap-4 lg:grid-cols-2">
        {entries.flatMap(({ slug, service }) =>
          service ? [<OpenService key={slug} locale={locale} service={service} />] : [],
        )}
      </ul>
      <h2 className="mt-10 mb-2 text-xl">{t.closedTitle}</h2>
      <ul className="max-w-reading">
        {entries
          .filter(({ service }) => !service)
          .map(({ slug, name }) => (
            <li key={slug} className="border-b border-line-soft py-3">
              <a href={localePath(locale, `/services/${slug}`)} className="inline-block py-1">
                {name[locale]}
              </a>
              <p className="text-sm text-muted">{t.closed}</p>
            </li>
          ))}
      </ul>
    </>
  )
}

function OpenService({ locale, service }: { locale: Locale; service: ServiceDefinition }) {
  const t = cabinetMessages[locale]
  return (
    <li className="flex flex-col rounded border border-line-soft p-4 sm:p-6">
      <h2 className="text-xl">{service.name[locale]}</h2>
      <p className="mt-2">{service.audience[locale]}</p>
      <p className="mt-2 text-muted">{t.services.term(commonMessages[locale].workingDays(service.term))}</p>
      <p className="mt-1 text-muted">{t.services.open}</p>
      <div className="mt-4 flex flex-wrap items-center gap-x-6 gap-y-2">
        <ButtonLink href={localePath(locale, `/cabinet/services/${service.slug}`)}>
          {t.apply}
          <span className="sr-only">: {service.name[locale]}</span>
        </ButtonLink>
        <a href={localePath(locale, `/services/${service.slug}`)} className="py-2">
          {t.services.about}
          <span className="sr-only">: {service.name[locale]}</span>
        </a>
      </div>
    </li>
  )
}
