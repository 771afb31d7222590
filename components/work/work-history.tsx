import { HistoryTimeline } from '@/components/application/history-timeline'
import type { Review } from '@/lib/applications/provider/review'
import { actingFor } from '@/lib/domain/history-detail'
import type { Locale } from '@/lib/domain/text'
import { workMessages } from '@/lib/i18n/work'

/** Who did what and when; a stage is called by its own name, for a service may have several. */
export function WorkHistory({ locale, review }: { locale: Locale; review: Review }) {
  const { events } = workMessages[locale]
  const titled = review.history.map((event) => {
    const stage = review.service.stages?.find(({ key }) => key === textOf(event.detail, 'stage'))
    if (stage) return { ...event, title: `${events.completeStage}: ${stage.title[locale]}` }
    const assignee = textOf(event.detail, 'assignee')
    if (assignee) return { ...event, title: `${events.assign}: ${assignee}` }
    const acting = actingFor(event, locale)
    return acting ? { ...event, title: `${events.delegate}: ${acting}` } : event
  })
  return <HistoryTimeline locale={locale} events={titled} titles={events} />
}

function textOf(detail: unknown, name: string): string | undefined {
  const value = typeof detail === 'object' && detail !== null ? Object.entries(detail) : []
  const [, text] = value.find(([key]) => key === name) ?? []
  return typeof text === 'string' ? text : undefined
}
