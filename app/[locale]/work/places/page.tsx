import type { Metadata } from 'next'
import { FieldsForm } from '@/components/form/fields-form'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import { placesPath } from '@/components/work/places-path'
import { WorkRoom } from '@/components/work/work-room'
import { loadPlaces } from '@/lib/applications/provider/loaders'
import { decidePlace } from '@/lib/applications/provider/place-actions'
import type { PlacesPage } from '@/lib/applications/provider/places-page'
import { type AddressQuery, pathWithQuery } from '@/lib/domain/address-query'
import type { Locale } from '@/lib/domain/text'
import { commonMessages } from '@/lib/i18n/common'
import { formTexts } from '@/lib/i18n/forms'
import { type LocaleParams, loadLocale, localePath } from '@/lib/i18n/locale'
import { placesMessages } from '@/lib/i18n/places'
import { workMessages } from '@/lib/i18n/work'
import { PlacesTable } from './places-table'
import { Queues, Seats } from './seats'

type Props = { params: LocaleParams; searchParams: Promise<AddressQuery> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: placesMessages[await loadLocale(params)].title }
}

export default async function PlacesRoute({ params, searchParams }: Props) {
  const locale = await loadLocale(params)
  const query = await searchParams
  const path = pathWithQuery('/work/places', query)
  const permalink = localePath(locale, path)
  const page = await loadPlaces(locale, path, query)
  const t = placesMessages[locale]
  return (
    <WorkRoom
      locale={locale}
      path={path}
      current="places"
      page={page}
      forms={[{ action: decidePlace, permalink }]}
    >
      {({ page: places }) =>
        places ? (
          <>
            <PageTitle caption={places.queue.organisation[locale]}>{t.title}</PageTitle>
            <Queues locale={locale} places={places} />
            <Done locale={locale} query={query} />
            {/* Its buttons stand in the rows below: one form for the whole page. */}
            <FieldsForm
              id={FORM}
              action={decidePlace}
              permalink={permalink}
              locale={locale}
              texts={formTexts(locale)}
              hidden={{ back: backOf(places) }}
            />
            <Seats locale={locale} places={places} />
            <PlacesTable locale={locale} places={places} form={FORM} />
            <Pages locale={locale} places={places} />
          </>
        ) : (
          <>
            <PageTitle>{t.title}</PageTitle>
            <EmptyState title={t.none} text={t.noneText} />
          </>
        )
      }
    </WorkRoom>
  )
}

const FORM = 'places'

function backOf(places: PlacesPage): string {
  return placesPath(places.queue, places.after).split('?')[1] ?? ''
}

function Done({ locale, query }: { locale: Locale; query: AddressQuery }) {
  const { done } = placesMessages[locale]
  const { done: what, of } = query
  if (typeof what !== 'string' || typeof of !== 'string' || !/^\d{1,9}$/.test(of)) return null
  const told = Object.entries(done).find(([name]) => name === what)?.[1]
  if (!told) return null
  return (
    <div className="mb-6 max-w-reading">
      <Notice tone="ok" title={commonMessages[locale].done} live>
        <p>{told(Number(of))}</p>
      </Notice>
    </div>
  )
}

function Pages({ locale, places }: { locale: Locale; places: PlacesPage }) {
  const t = workMessages[locale].queue
  const { queue, after, next } = places
  return (
    <p className="mt-6 flex flex-wrap gap-3">
      {next !== null && (
        <ButtonLink variant="secondary" href={localePath(locale, placesPath(queue, next))}>
          {t.nextPage}
        </ButtonLink>
      )}
      {after > 0 && (
        <ButtonLink variant="quiet" href={localePath(locale, placesPath(queue))}>
          {t.firstPage}
        </ButtonLink>
      )}
    </p>
  )
}
