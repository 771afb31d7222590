import { Button } from '@/components/ui/button'
import { TextInput } from '@/components/ui/text-input'
import type { QueueView } from '@/lib/applications/provider/queue'
import { STATUS_LABELS } from '@/lib/domain/status'
import type { Locale } from '@/lib/domain/text'
import { commonMessages } from '@/lib/i18n/common'
import { localePath } from '@/lib/i18n/locale'
import { workMessages } from '@/lib/i18n/work'

/** The address of a part of the queue; what is usual is left out of it. */
export function queuePath(part: { view?: QueueView; search?: string; after?: string }): string {
  const query = new URLSearchParams()
  if (part.view) query.set('view', part.view)
  if (part.search) query.set('q', part.search)
  if (part.after) query.set('after', part.after)
  return query.size > 0 ? `/work?${query}` : '/work'
}

type Shown = { locale: Locale; view: QueueView; search: string }

export function QueueSearch({ locale, search }: Omit<Shown, 'view'>) {
  const t = workMessages[locale].queue
  return (
    <form action={localePath(locale, '/work')} role="search" className="flex flex-wrap items-end gap-x-3">
      <div className="min-w-0 grow basis-64 sm:max-w-reading">
        <TextInput name="q" type="search" label={t.searchLabel} defaultValue={search} maxLength={100} />
      </div>
      <div className="mb-6 flex flex-wrap items-center gap-x-3">
        <Button variant="secondary">{commonMessages[locale].search}</Button>
        {search && <a href={localePath(locale, '/work')}>{t.searchClear}</a>}
      </div>
    </form>
  )
}

/** The counters are the filters. */
export function QueueViews({
  locale,
  view,
  search,
  views,
}: Shown & { views: readonly { view: QueueView; count: number }[] }) {
  const t = workMessages[locale].queue
  const labelOf = (v: QueueView) => (v === 'open' ? t.open : v === 'all' ? t.all : STATUS_LABELS[v][locale])
  return (
    <nav aria-label={t.views} className="mb-6">
      <ul className="flex flex-wrap gap-2">
        {views.map((item) => (
          <li key={item.view}>
            <a
              href={localePath(locale, queuePath({ view: item.view, search }))}
              aria-current={item.view === view ? 'page' : undefined}
              className="flex min-h-target items-center gap-2 rounded border border-line-soft px-3 py-1 text-sm no-underline sm:text-base hover:border-brand aria-[current=page]:border-brand aria-[current=page]:bg-brand aria-[current=page]:text-on-brand"
            >
              <span>{labelOf(item.view)}</span>
              <strong className="tabular-nums">{item.count}</strong>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
