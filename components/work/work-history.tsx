import { HistoryTimeline } from '@/components/application/history-timeline'
import type { Review } from '@/lib/applications/provider/review'
import { actingFor } from '@/lib/domain/history-detail'
import type { Locale } from '@/lib/domain/text'
import { workMessages } from '@/lib/i18n/work'

/** Who did what and when; a stage is called by its own name, for a service may have several. */
export function WorkHistory({ locale, review }: { locale: Locale; review: Review }) {
  const { events } = workMessages[locale]
  const titled = review.history.map((event) => {
    const stage = review.service.stages?.find(({ key }) => key === stageKeyOf(event.detail))
    if (stage) return { ...event, title: `${events.completeStage}: ${stage.title[locale]}` }
    const acting = actingFor(event, locale)
    return acting ? { ...event, title: `${events.delegate}: ${acting}` } : event
  })
  return <HistoryTimeline locale={locale} events={titled} titles={events} />
}

function stageKeyOf(detail: unknown): unknown {
  return typeof detail === 'object' && detail !== null && 'stage' in detail ? detail.stage : undefined
}
