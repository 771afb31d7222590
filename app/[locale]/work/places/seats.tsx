import { placesPath } from '@/components/work/places-path'
import type { PlacesPage, SeatsQueue } from '@/lib/applications/provider/places-page'
import type { Locale } from '@/lib/domain/text'
import { localePath } from '@/lib/i18n/locale'
import { placesMessages } from '@/lib/i18n/places'

const isSame = (a: SeatsQueue, b: SeatsQueue) => placesPath(a) === placesPath(b)

/** Every service, period and language of teaching that has a queue here; whose it is, where there are several. */
export function Queues({ locale, places }: { locale: Locale; places: PlacesPage }) {
  const t = placesMessages[locale]
  const { queue, queues } = places
  const isShared = queues.some((other) => other.organisationId !== queue.organisationId)
  const name = ({ service, period, language, organisation }: SeatsQueue) =>
    `${isShared ? `${organisation[locale]}. ` : ''}${t.queue(service[locale], period[locale], language[locale])}`
  if (queues.length === 1) return <h2 className="mb-4 text-xl">{name(queue)}</h2>
  return (
    <nav aria-label={t.queues} className="mb-6">
      <ul className="flex flex-wrap gap-2">
        {queues.map((other) => (
          <li key={placesPath(other)}>
            <a
              href={localePath(locale, placesPath(other))}
              aria-current={isSame(other, queue) ? 'page' : undefined}
              className="flex min-h-target items-center rounded border border-line-soft px-3 py-1 no-underline hover:border-brand aria-[current=page]:border-brand aria-[current=page]:bg-brand aria-[current=page]:text-on-brand"
            >
              {name(other)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** How many seats there are, and the rule by which they are given. */
export function Seats({ locale, places }: { locale: Locale; places: PlacesPage }) {
  const t = placesMessages[locale]
  const { seats, taken, unregistered } = places
  return (
    <div className="mb-6 max-w-reading space-y-2">
      <p className="text-lg font-bold tabular-nums">
        {seats === null
          ? t.unlimited(taken)
          : `${t.seats(taken, seats)} ${t.free(Math.max(0, seats - taken))}`}
      </p>
      {unregistered > 0 && <p>{t.unregistered(unregistered)}</p>}
      <p>{t.rule}</p>
    </div>
  )
}
