import type { Metadata } from 'next'
import { ButtonLink } from '@/components/ui/button'
import { PageTitle } from '@/components/ui/page-title'
import { QueueSearch, QueueViews, queuePath } from '@/components/work/queue-filters'
import { QueueTable } from '@/components/work/queue-table'
import { WorkRoom } from '@/components/work/work-room'
import { loadQueue } from '@/lib/applications/provider/loaders'
import { type LocaleParams, loadLocale, localePath } from '@/lib/i18n/locale'
import { workMessages } from '@/lib/i18n/work'
import { pathWithQuery, type Query } from './path-with-query'

type Props = { params: LocaleParams; searchParams: Promise<Query> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: workMessages[await loadLocale(params)].queue.title }
}

export default async function QueuePage({ params, searchParams }: Props) {
  const locale = await loadLocale(params)
  const query = await searchParams
  const path = pathWithQuery('/work', query)
  const page = await loadQueue(locale, path, query)
  const t = workMessages[locale].queue
  return (
    <WorkRoom locale={locale} path={path} current="queue" page={page}>
      {(queue) => (
        <>
          <PageTitle>{t.title}</PageTitle>
          <QueueSearch locale={locale} search={queue.search} />
          <QueueViews locale={locale} {...queue} />
          <QueueTable locale={locale} queue={queue} />
          <p className="mt-6 flex flex-wrap gap-3">
            {queue.next && (
              <ButtonLink
                variant="secondary"
                href={localePath(locale, queuePath({ ...queue, after: queue.next }))}
              >
                {t.nextPage}
              </ButtonLink>
            )}
            {query.after && (
              <ButtonLink variant="quiet" href={localePath(locale, queuePath(queue))}>
                {t.firstPage}
              </ButtonLink>
            )}
          </p>
        </>
      )}
    </WorkRoom>
  )
}
