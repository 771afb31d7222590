import type { HistoryEvent } from '@/lib/applications/data'
import type { ApplicationPage } from '@/lib/applications/parent/loaders'
import { formatDate } from '@/lib/domain/dates'
import { actingFor } from '@/lib/domain/history-detail'
import type { Locale } from '@/lib/domain/text'
import { applicationMessages } from '@/lib/i18n/application-page'

/** What an event of the history says beyond its action: what a stage has brought, how an address was judged. */
export function moreOf(
  { action, detail }: HistoryEvent,
  { stagesDone }: ApplicationPage,
  locale: Locale,
): string | undefined {
  if (typeof detail !== 'object' || detail === null) return undefined
  if (action === 'completeStage' && 'stage' in detail && typeof detail.stage === 'string')
    return stagesDone[detail.stage]?.[locale].trim()
  const acting = actingFor({ action, detail }, locale)
  if (acting) return `${applicationMessages[locale].events.delegate}: ${acting}`
  if (action === 'confirmArea' && 'inArea' in detail)
    return applicationMessages[locale].area[detail.inArea === true ? 'yes' : 'no']
  return undefined
}

type Expected = { title: string; by?: string }

/** What comes next, with its day. */
export function comingOf(
  { application, organisation, due, position }: ApplicationPage,
  locale: Locale,
): Expected[] {
  const t = applicationMessages[locale]
  const { who } = t.providers[organisation?.kind ?? 'school']
  const by = (date: string) => t.expected.by(formatDate(date, locale, 'weekday'))
  const answer = due ? [{ title: t.expected.answer(who), by: by(due.answerDue) }] : []
  switch (application.status) {
    case 'sent':
      return due ? [{ title: t.expected.intake(who), by: by(due.intakeDue) }, ...answer] : []
    case 'registered': {
      const stage = application.service.stages?.find(({ key }) => key === application.stageKey)
      return [...(stage ? [{ title: stage.told[locale] }] : []), ...answer]
    }
    case 'waiting':
      return [...(position?.turn ? [{ title: t.expected.turn, by: t.expected.turnBy }] : []), ...answer]
    case 'on_signing':
      return answer
    default:
      return []
  }
}
