import type { Review } from '@/lib/applications/provider/review'
import type { Locale } from '@/lib/domain/text'
import { localePath } from '@/lib/i18n/locale'
import { placesMessages } from '@/lib/i18n/places'
import { placesPath } from './places-path'

/** Where places are given by turn: whether a seat is there, and the page on which that is decided. */
export function PlaceLine({ locale, review }: { locale: Locale; review: Review }) {
  const t = placesMessages[locale]
  const { seat, status } = review
  if (!seat || (status !== 'registered' && status !== 'waiting')) return null
  return (
    <p className="mb-2 flex flex-wrap items-baseline gap-x-3">
      {seat.turn === null ? t.seat : t.noSeat(seat.turn)}
      <a href={localePath(locale, placesPath(seat.queue))} className="inline-block py-1">
        {t.title}
      </a>
    </p>
  )
}
