import type { Metadata } from 'next'
import { AdminRoom } from '@/components/admin/admin-room'
import { Done } from '@/components/admin/done'
import { stepFields } from '@/components/application/step-fields'
import { FieldsForm } from '@/components/form/fields-form'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import { moveHorizon } from '@/lib/admin/calendar/actions'
import type { CalendarPage } from '@/lib/admin/calendar/data'
import { loadCalendar } from '@/lib/admin/calendar/loaders'
import { HORIZON_FIELDS } from '@/lib/admin/calendar/schema'
import { type AddressQuery, pathWithQuery } from '@/lib/domain/address-query'
import { formatDate, formatDateTime } from '@/lib/domain/dates'
import type { Locale } from '@/lib/domain/text'
import { adminCalendarMessages } from '@/lib/i18n/admin-calendar'
import { commonMessages } from '@/lib/i18n/common'
import { formTexts } from '@/lib/i18n/forms'
import { type LocaleParams, loadLocale, localePath } from '@/lib/i18n/locale'
import { Days, Months } from './year'

type Props = { params: LocaleParams; searchParams: Promise<AddressQuery> }

const PATH = '/admin/calendar'

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: adminCalendarMessages[await loadLocale(params)].title }
}

export default async function CalendarRoute({ params, searchParams }: Props) {
  const locale = await loadLocale(params)
  const query = await searchParams
  const path = pathWithQuery(PATH, query)
  const page = await loadCalendar(locale, path, query)
  const t = adminCalendarMessages[locale]
  const permalink = localePath(locale, PATH)
  return (
    <AdminRoom
      locale={locale}
      path={path}
      current="calendar"
      page={page}
      forms={[{ action: moveHorizon, permalink }]}
    >
      {(calendar) => (
        <>
          <PageTitle lead={t.lead}>{t.title}</PageTitle>
          <Done
            locale={locale}
            done={query.done}
            words={{ saved: t.day.saved, removed: t.day.removed, horizon: t.horizon.saved }}
          />
          <Recounted locale={locale} page={calendar} />
          <Years locale={locale} page={calendar} />
          <div className="grid items-start gap-10 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
            <Days locale={locale} page={calendar} />
            <Months locale={locale} page={calendar} />
          </div>
          <Horizon locale={locale} page={calendar} permalink={permalink} />
        </>
      )}
    </AdminRoom>
  )
}

type Given = { locale: Locale; page: CalendarPage }

function Recounted({ locale, page }: Given) {
  const t = adminCalendarMessages[locale].recount
  const { recount } = page
  if (recount.state === 'none') return null
  return (
    <div className="mb-6 max-w-reading">
      <Notice tone="info" title={commonMessages[locale].information}>
        <p>
          {recount.state === 'running'
            ? t.running
            : t.done(recount.moved, formatDateTime(recount.at, locale))}
        </p>
      </Notice>
    </div>
  )
}

function Years({ locale, page }: Given) {
  return (
    <nav aria-label={adminCalendarMessages[locale].years} className="mb-6">
      <ul className="flex flex-wrap gap-2">
        {page.years.map((year) => (
          <li key={year}>
            <a
              href={localePath(locale, `${PATH}?year=${year}`)}
              aria-current={year === page.year ? 'page' : undefined}
              className="flex min-h-target items-center rounded border border-line-soft px-3 py-1 tabular-nums no-underline hover:border-brand aria-[current=page]:border-brand aria-[current=page]:bg-brand aria-[current=page]:text-on-brand"
            >
              {year}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Horizon({ locale, page, permalink }: Given & { permalink: string }) {
  const t = adminCalendarMessages[locale].horizon
  const { from, to } = page.horizon
  const day = (date: string) => formatDate(date, locale, 'short')
  return (
    <section className="mt-10 max-w-reading rounded bg-mist p-4 sm:p-6">
      <h2 className="mb-2 text-lg">{t.title}</h2>
      <p className="mb-4">{t.text(day(from), day(to))}</p>
      <FieldsForm
        action={moveHorizon}
        permalink={permalink}
        locale={locale}
        texts={formTexts(locale)}
        fields={stepFields(HORIZON_FIELDS, locale, { to }, null)}
        buttons={[{ label: t.save, variant: 'secondary' }]}
      />
    </section>
  )
}
