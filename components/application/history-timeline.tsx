import type { IconName } from '@/components/ui/icon'
import { Timeline, type TimelineItem } from '@/components/ui/timeline'
import { formatDateTime } from '@/lib/domain/dates'
import type { Locale } from '@/lib/domain/text'

/** `title` says more than the action's own words do. */
type Event = { at: Date; action: string; actorName: string; title?: string }

const ICONS: Readonly<Record<string, IconName>> = {
  create: 'pen',
  send: 'arrow',
  refuseIntake: 'cross',
  refuse: 'cross',
  cancel: 'cross',
  revoke: 'cross',
}

/** What happened, when and by whom; `expected` is what comes next, with its day. */
export function HistoryTimeline({
  locale,
  events,
  titles,
  expected = [],
}: {
  locale: Locale
  events: readonly Event[]
  /** By action; an action without a title is not told. */
  titles: Readonly<Record<string, string>>
  expected?: readonly { title: string; by?: string }[]
}) {
  const past = events.flatMap((event): TimelineItem[] => {
    const title = event.title ?? titles[event.action]
    if (!title) return []
    const key = `${event.at.getTime()}-${event.action}`
    const meta = [formatDateTime(event.at, locale), event.actorName].filter(Boolean).join(' · ')
    return [{ key, title, meta, icon: ICONS[event.action] }]
  })
  const coming = expected.map(
    ({ title, by }, index): TimelineItem => ({
      key: title,
      title,
      meta: by,
      state: index === 0 ? 'now' : 'next',
    }),
  )
  return <Timeline items={[...past, ...coming]} />
}
