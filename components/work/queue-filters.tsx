import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import type { QueuePage } from '@/lib/applications/provider/queue-view'
import { type QueueView, queueParams } from '@/lib/domain/queue-query'
import { STATUS_LABELS } from '@/lib/domain/status'
import type { Locale } from '@/lib/domain/text'
import { commonMessages } from '@/lib/i18n/common'
import { localePath } from '@/lib/i18n/locale'
import { queueMessages } from '@/lib/i18n/queue'
import { workMessages } from '@/lib/i18n/work'
import { queuePath } from './queue-path'

type Shown = { locale: Locale; queue: QueuePage }

/** Whoever searches looks everywhere: the status is left behind, what else was chosen stays. */
export function QueueSearch({ locale, queue: { query, services } }: Shown) {
  const t = workMessages[locale].queue
  const { anyService, service, clear } = queueMessages[locale]
  const kept = queueParams({ ...query, view: 'open', search: '', service: null, at: null })
  const isNarrowed = query.search !== '' || query.service !== null || query.flags.length > 0
  return (
    <form
      action={localePath(locale, '/work')}
      role="search"
      className="-mb-2 flex grow flex-wrap items-end gap-x-3 lg:justify-end"
    >
      {[...kept].map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className="min-w-0 grow basis-64 sm:max-w-[24rem]">
        <TextInput
          name="q"
          type="search"
          label={t.searchLabel}
          defaultValue={query.search}
          key={query.search}
          maxLength={100}
        />
      </div>
      <div className="min-w-0 grow basis-52 sm:max-w-[20rem]">
        <Select
          name="service"
          label={service}
          key={query.service}
          defaultValue={query.service ?? ''}
          placeholder={anyService}
          options={services.map(({ slug, name }) => ({ value: slug, label: name[locale] }))}
        />
      </div>
      <div className="mb-6 flex flex-wrap items-center gap-x-3">
        <Button variant="secondary">{commonMessages[locale].search}</Button>
        {isNarrowed && (
          <a href={localePath(locale, '/work')} className="inline-block py-2">
            {clear}
          </a>
        )}
      </div>
    </form>
  )
}

const CHIP =
  'flex min-h-target items-center gap-2 md:min-h-9 rounded border border-line-soft px-3 py-1 md:px-2 text-sm no-underline hover:border-brand'

/** The counters are the filters. */
export function QueueViews({ locale, queue: { query, views } }: Shown) {
  const t = workMessages[locale].queue
  const labelOf = (v: QueueView) => (v === 'open' ? t.open : v === 'all' ? t.all : STATUS_LABELS[v][locale])
  return (
    <nav aria-label={t.views} className="mb-2">
      <ul className="flex flex-wrap gap-2 md:gap-1.5">
        {views.map(({ view, count }) => (
          <li key={view}>
            <a
              href={localePath(locale, queuePath(query, { view }))}
              aria-current={view === query.view ? 'page' : undefined}
              className={`${CHIP} aria-[current=page]:border-brand aria-[current=page]:bg-brand aria-[current=page]:text-on-brand`}
            >
              <span>{labelOf(view)}</span>
              <strong className="tabular-nums">{count}</strong>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** What narrows it further; one that is on is a link that takes it away. */
export function QueueFlags({ locale, queue: { query, flags } }: Shown) {
  const t = queueMessages[locale]
  return (
    <nav aria-label={t.narrow}>
      <ul className="flex flex-wrap gap-2 md:gap-1.5">
        {flags.map(({ flag, isOn, count }) => {
          const others = query.flags.filter((other) => other !== flag)
          return (
            <li key={flag}>
              <a
                href={localePath(locale, queuePath(query, { flags: isOn ? others : [...others, flag] }))}
                aria-current={isOn ? 'true' : undefined}
                className={`${CHIP} aria-[current=true]:border-brand aria-[current=true]:bg-brand-soft aria-[current=true]:font-bold`}
              >
                <span>{t.flags[flag]}</span>
                {isOn ? (
                  <>
                    <Icon name="cross" />
                    <span className="sr-only">({t.remove})</span>
                  </>
                ) : (
                  count !== null && <strong className="tabular-nums">{count}</strong>
                )}
              </a>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
