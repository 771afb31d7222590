import type { Metadata } from 'next'
import { CabinetPage } from '@/app/[locale]/cabinet/cabinet-page'
import { FieldsForm } from '@/components/form/fields-form'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { ButtonLink } from '@/components/ui/button'
import { PageTitle } from '@/components/ui/page-title'
import { startApplication } from '@/lib/applications/parent/actions'
import { loadStart, type StartPage } from '@/lib/applications/parent/loaders'
import type { Locale } from '@/lib/domain/text'
import { cabinetMessages } from '@/lib/i18n/cabinet'
import { commonMessages } from '@/lib/i18n/common'
import { formTexts } from '@/lib/i18n/forms'
import { loadLocale, localePath } from '@/lib/i18n/locale'
import { CATALOGUE, serviceBySlug } from '@/lib/services'
import { NotReady } from '../../not-ready'
import { OpenDrafts } from './open-drafts'

type Props = { params: Promise<{ locale: string; slug: string }> }

const nameOf = (slug: string, locale: Locale) => CATALOGUE.find((entry) => entry.slug === slug)?.name[locale]

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await loadLocale(params)
  return { title: nameOf((await params).slug, locale) ?? commonMessages[locale].absent.title }
}

export default async function ServiceStartPage({ params }: Props) {
  const locale = await loadLocale(params)
  const { slug } = await params
  const path = `/cabinet/services/${slug}`
  const permalink = localePath(locale, path)
  const page = await loadStart(locale, slug)
  const name = nameOf(slug, locale)
  return (
    <CabinetPage locale={locale} path={path} current="services">
      {page.status === 'ready' && <Start locale={locale} page={page.data} permalink={permalink} />}
      {page.status !== 'ready' &&
        (name && !serviceBySlug(slug) ? (
          <NotOpen locale={locale} name={name} />
        ) : (
          <NotReady locale={locale} page={page} forms={[{ action: startApplication, permalink }]} />
        ))}
    </CabinetPage>
  )
}

function Start({ locale, page, permalink }: { locale: Locale; page: StartPage; permalink: string }) {
  const t = cabinetMessages[locale]
  const { service, drafts } = page
  const hasDrafts = drafts.length > 0
  return (
    <div className="max-w-reading">
      <Breadcrumb
        label={commonMessages[locale].breadcrumb}
        items={[{ href: localePath(locale, '/cabinet/services'), label: t.services.title }]}
        current={service.name[locale]}
      />
      <div className="mt-4">
        <PageTitle lead={service.audience[locale]}>{service.name[locale]}</PageTitle>
      </div>
      {hasDrafts && <OpenDrafts locale={locale} drafts={drafts} />}
      <section className="mb-8">
        <h2 className="mb-2 text-lg">{t.start.need}</h2>
        <ul className="list-disc space-y-1 pl-6">
          {service.subject && <li>{t.start.needIin}</li>}
          {service.documents.map((document) => (
            <li key={document.key}>{document.title[locale]}</li>
          ))}
        </ul>
        <p className="mt-4">{t.start.howLong}</p>
        <p className="mt-2 text-muted">{t.services.term(commonMessages[locale].workingDays(service.term))}</p>
      </section>
      <FieldsForm
        action={startApplication}
        permalink={permalink}
        locale={locale}
        texts={formTexts(locale)}
        hidden={{ slug: service.slug }}
        buttons={[
          hasDrafts ? { label: t.start.fresh, variant: 'secondary' } : { label: t.apply, variant: 'primary' },
        ]}
      />
    </div>
  )
}

function NotOpen({ locale, name }: { locale: Locale; name: string }) {
  const t = cabinetMessages[locale].start
  return (
    <>
      <PageTitle lead={t.closed}>{name}</PageTitle>
      <ButtonLink href={localePath(locale, '/cabinet/services')}>{t.toServices}</ButtonLink>
    </>
  )
}
