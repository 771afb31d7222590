import { Panel } from '@/components/ui/panel'
import type { ApplicationPage } from '@/lib/applications/parent/loaders'
import { dateInAlmaty, exactTimeInAlmaty, formatDate } from '@/lib/domain/dates'
import type { Locale } from '@/lib/domain/text'
import { applicationMessages } from '@/lib/i18n/application-page'

/** The number and the moment that parent and school both see, and what they mean for a seat. */
export function QueuePlace({ locale, page }: { locale: Locale; page: ApplicationPage }) {
  const t = applicationMessages[locale].queue
  const { position, application } = page
  if (!position) return null
  const { queueNo, takenAt, place, turn, seats } = position
  const hasArea = application.service.queue?.area !== undefined
  const waits = application.status === 'registered' || application.status === 'waiting'
  const came = application.status === 'waiting' ? t.came : t.seat
  return (
    <div className="mb-8">
      <Panel title={t.title} tone="mist">
        <p className="text-lg font-bold tabular-nums">{t.number(queueNo)}</p>
        <p className="tabular-nums">
          {t.taken(formatDate(dateInAlmaty(takenAt), locale, 'long'), exactTimeInAlmaty(takenAt))}
        </p>
        <p className="mt-2">{t.same}</p>
        {waits && place !== null && (
          <>
            {seats !== null && turn === null && <p className="mt-2">{came}</p>}
            {turn !== null && <p className="mt-2 font-bold">{t.turn(turn)}</p>}
            <p className="mt-2">{hasArea ? t.order : t.orderByNumber}</p>
            {hasArea && application.inArea === null && <p className="mt-2">{t.unconfirmed}</p>}
          </>
        )}
      </Panel>
    </div>
  )
}
