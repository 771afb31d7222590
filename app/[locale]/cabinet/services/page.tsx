import type { Metadata } from 'next'
import { CabinetPage } from '@/app/[locale]/cabinet/cabinet-page'
import { ButtonLink } from '@/components/ui/button'
import { PageTitle } from '@/components/ui/page-title'
import { Unbroken } from '@/components/ui/unbroken'
import { loadCatalogue } from '@/lib/applications/parent/loaders'
import { mayBegin, takesNow, type WindowState } from '@/lib/domain/intake-window'
import type { ServiceDefinition } from '@/lib/domain/service'
import type { Locale } from '@/lib/domain/text'
import { cabinetMessages } from '@/lib/i18n/cabinet'
import { type LocaleParams, loadLocale, localePath } from '@/lib/i18n/locale'
import { windowMessages, windowSentence } from '@/lib/i18n/windows'
import { SERVICES } from '@/lib/services'
import { NotReady } from '../not-ready'
import { termOf } from './term'

type Props = { params: LocaleParams }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: cabinetMessages[await loadLocale(params)].services.title }
}

export default async function ServicesPage({ params }: Props) {
  const locale = await loadLocale(params)
  const page = await loadCatalogue(locale)
  return (
    <CabinetPage locale={locale} path="/cabinet/services" current="services">
      {page.status === 'ready' ? (
        <Services locale={locale} windows={page.data} />
      ) : (
        <NotReady locale={locale} page={page} />
      )}
    </CabinetPage>
  )
}

type Windows = ReadonlyMap<string, WindowState>

const ALWAYS: WindowState = { kind: 'always' }
/** What can be sent today stands first, what nobody can apply for last. */
const RANK: Readonly<Record<WindowState['kind'], number>> = {
  always: 0,
  open: 0,
  before: 1,
  closed: 2,
  off: 2,
}

function Services({ locale, windows }: { locale: Locale; windows: Windows }) {
  const t = cabinetMessages[locale].services
  const entries = SERVICES.map((service) => ({ service, window: windows.get(service.slug) ?? ALWAYS }))
  return (
    <>
      <PageTitle lead={t.lead}>{t.title}</PageTitle>
      <ul className="grid gap-4 lg:grid-cols-2">
        {entries
          .sort((a, b) => RANK[a.window.kind] - RANK[b.window.kind])
          .map(({ service, window }) => (
            <Service key={service.slug} locale={locale} service={service} window={window} />
          ))}
      </ul>
    </>
  )
}

function Service({
  locale,
  service,
  window,
}: {
  locale: Locale
  service: ServiceDefinition
  window: WindowState
}) {
  const t = cabinetMessages[locale]
  const intake = windowMessages[locale]
  const term = termOf(service, window, locale)
  const name = <span className="sr-only">: {service.name[locale]}</span>
  const start = localePath(locale, `/cabinet/services/${service.slug}`)
  return (
    <li className="flex flex-col rounded border border-line-soft p-4 sm:p-6">
      <h2 className="text-lg sm:text-xl">
        <Unbroken text={service.name[locale]} />
      </h2>
      <p className="mt-2">{service.audience[locale]}</p>
      {term && <p className="mt-2 text-muted">{term}</p>}
      <p className={`mt-1 ${takesNow(window) ? 'text-muted' : 'font-bold'}`}>
        {windowSentence(window, locale) ?? intake.opened}
      </p>
      <div className="mt-4 flex flex-wrap items-center gap-x-6 gap-y-2">
        {mayBegin(window) && (
          <ButtonLink variant="secondary" href={start}>
            {takesNow(window) ? t.apply : intake.prepare}
            {name}
          </ButtonLink>
        )}
        <a href={localePath(locale, `/services/${service.slug}`)} className="py-2">
          {t.services.about}
          {name}
        </a>
      </div>
    </li>
  )
}
