import type { Metadata } from 'next'
import { whenNeeded } from '@/app/[locale]/(public)/services/[slug]/when-needed'
import { CabinetPage } from '@/app/[locale]/cabinet/cabinet-page'
import { FitCheck } from '@/components/application/fit-check'
import { FieldsForm } from '@/components/form/fields-form'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { ButtonLink } from '@/components/ui/button'
import { Details } from '@/components/ui/details'
import { PageTitle } from '@/components/ui/page-title'
import { startApplication } from '@/lib/applications/parent/family-actions'
import { loadStart, type StartPage } from '@/lib/applications/parent/loaders'
import type { StartChoices } from '@/lib/applications/parent/start-choices'
import { mayBegin, type WindowState } from '@/lib/domain/intake-window'
import type { ServiceDefinition } from '@/lib/domain/service'
import type { Locale } from '@/lib/domain/text'
import { cabinetMessages } from '@/lib/i18n/cabinet'
import { commonMessages } from '@/lib/i18n/common'
import { familyMessages } from '@/lib/i18n/family'
import { fitMessages } from '@/lib/i18n/fit-check'
import { formTexts } from '@/lib/i18n/forms'
import { loadLocale, localePath } from '@/lib/i18n/locale'
import { serviceBySlug } from '@/lib/services'
import { NotReady } from '../../not-ready'
import { termOf } from '../term'
import { Intake } from './intake'
import { OpenDrafts } from './open-drafts'
import { whoField } from './who'

type Props = { params: Promise<{ locale: string; slug: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await loadLocale(params)
  const service = serviceBySlug((await params).slug)
  return { title: service?.name[locale] ?? commonMessages[locale].absent.title }
}

export default async function ServiceStartPage({ params }: Props) {
  const locale = await loadLocale(params)
  const { slug } = await params
  const path = `/cabinet/services/${slug}`
  const permalink = localePath(locale, path)
  const page = await loadStart(locale, slug)
  return (
    <CabinetPage locale={locale} path={path} current="services">
      {page.status === 'ready' ? (
        <Start locale={locale} page={page.data} permalink={permalink} />
      ) : (
        <NotReady locale={locale} page={page} forms={[{ action: startApplication, permalink }]} />
      )}
    </CabinetPage>
  )
}

function Start({ locale, page, permalink }: { locale: Locale; page: StartPage; permalink: string }) {
  const t = cabinetMessages[locale]
  const { service, window, start } = page
  const isClosed = !mayBegin(window)
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
      <Intake locale={locale} window={window} />
      {start && start.drafts.length > 0 && <OpenDrafts locale={locale} drafts={start.drafts} />}
      {!isClosed && <Preparing locale={locale} service={service} window={window} />}
      {!isClosed && start && <StartForm {...{ locale, service, start, permalink }} />}
      {!isClosed && !start && (
        <ButtonLink href={`${localePath(locale, '/login')}?next=${encodeURIComponent(permalink)}`}>
          {familyMessages[locale].start.signIn}
        </ButtonLink>
      )}
    </div>
  )
}

function Preparing({
  locale,
  service,
  window,
}: {
  locale: Locale
  service: ServiceDefinition
  window: WindowState
}) {
  const t = cabinetMessages[locale]
  const term = termOf(service, window, locale)
  return (
    <>
      {service.fit && (
        <div className="mb-8">
          <Details summary={fitMessages[locale].title}>
            <FitCheck locale={locale} questions={service.fit} />
          </Details>
        </div>
      )}
      <section className="mb-8">
        <h2 className="mb-2 text-lg">{t.start.need}</h2>
        <ul className="list-disc space-y-1 pl-6">
          <li>{service.subject ? t.start.needIin : t.start.needOwnIin}</li>
          {service.documents.map((document) => (
            <li key={document.key}>
              {document.title[locale]}
              {whenNeeded(service, document, locale).map((sentence) => (
                <span key={sentence} className="block text-sm text-muted">
                  {sentence}
                </span>
              ))}
            </li>
          ))}
        </ul>
        <p className="mt-4">{t.start.howLong}</p>
        {term && <p className="mt-2 text-muted">{term}</p>}
      </section>
    </>
  )
}

function StartForm({
  locale,
  service,
  start,
  permalink,
}: {
  locale: Locale
  service: ServiceDefinition
  start: StartChoices
  permalink: string
}) {
  const t = cabinetMessages[locale]
  const who = whoField(service, start, locale)
  return (
    <FieldsForm
      action={startApplication}
      permalink={permalink}
      locale={locale}
      texts={formTexts(locale)}
      hidden={{ slug: service.slug, ...(who ? { asked: 'yes' } : {}) }}
      fields={who ? [who] : []}
      buttons={[
        start.drafts.length > 0
          ? { label: t.start.fresh, variant: 'secondary' }
          : { label: t.apply, variant: 'primary' },
      ]}
    />
  )
}
