import { ButtonLink } from '@/components/ui/button'
import { DataTable } from '@/components/ui/data-table'
import { Icon } from '@/components/ui/icon'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import type { Batch, BatchItemShown } from '@/lib/applications/provider/batches'
import type { BatchAction } from '@/lib/domain/batch'
import { formatDateTime } from '@/lib/domain/dates'
import type { Locale } from '@/lib/domain/text'
import { batchMessages } from '@/lib/i18n/batches'
import { localePath } from '@/lib/i18n/locale'
import { workMessages } from '@/lib/i18n/work'
import { BatchRefresh } from './batch-refresh'

const EVERY_MS = 2_000

/** How far it is, and how each application ended. */
export function BatchProgress({ locale, batch }: { locale: Locale; batch: Batch }) {
  const t = batchMessages[locale]
  const { action, done, total, failed, items } = batch
  const isOver = done >= total
  const told = t.page.progress(done, total)
  return (
    <>
      <PageTitle caption={formatDateTime(batch.createdAt, locale)}>{t.page.title[action]}</PageTitle>
      <div className="mb-8 max-w-reading">
        <div role="status">
          <p className="text-lg font-bold tabular-nums">
            {isOver && <Icon name="check" className="mr-2 text-ok" />}
            {told}
          </p>
          {isOver && failed > 0 && (
            <div className="mt-4">
              <Notice tone="warn" title={t.page.failed(failed)} />
            </div>
          )}
        </div>
        {!isOver && (
          <>
            <progress
              className="mt-2 block h-3 w-full appearance-none bg-line-soft [&::-moz-progress-bar]:bg-brand [&::-webkit-progress-bar]:bg-line-soft [&::-webkit-progress-value]:bg-brand"
              value={done}
              max={total}
              aria-label={told}
            />
            <p className="mt-3">{t.page.leave}</p>
            <BatchRefresh everyMs={EVERY_MS} />
            <p className="scripted:hidden mt-4">
              <ButtonLink variant="secondary" href={localePath(locale, `/work/batches/${batch.id}`)}>
                {t.page.refresh}
              </ButtonLink>
            </p>
          </>
        )}
      </div>
      <DataTable
        caption={t.page.title[action]}
        columns={[
          { key: 'application', header: t.application },
          { key: 'result', header: t.result },
        ]}
        rows={items.map((item) => ({
          id: String(item.number),
          cells: {
            application: <ApplicationLink locale={locale} number={item.number} name={item.subjectName} />,
            result: <Result locale={locale} action={action} item={item} />,
          },
        }))}
      />
      <p className="mt-6 flex flex-wrap gap-x-6 gap-y-2">
        <a href={localePath(locale, '/work')} className="inline-block py-2">
          {t.queue}
        </a>
        <a href={localePath(locale, '/work/batches')} className="inline-block py-2">
          {t.title}
        </a>
      </p>
    </>
  )
}

/** `name` is empty of one that the reader may not open. */
export function ApplicationLink({ locale, number, name }: { locale: Locale; number: number; name: string }) {
  if (!name) return workMessages[locale].queue.numbered(number)
  return (
    <a href={localePath(locale, `/work/applications/${number}`)} className="inline-block py-1">
      <span className="block font-bold">{name}</span>
      <span className="text-sm whitespace-nowrap tabular-nums">
        {workMessages[locale].queue.numbered(number)}
      </span>
    </a>
  )
}

function Result({
  locale,
  action,
  item: { result },
}: {
  locale: Locale
  action: BatchAction
  item: BatchItemShown
}) {
  const t = batchMessages[locale].page
  if (result === null) return <span className="text-muted">{t.waiting}</span>
  if (result !== 'done')
    return (
      <span className="flex gap-1.5 font-bold text-warn">
        <Icon name="warn" className="mt-[0.15em]" />
        <span>{t.obstacles[result]}</span>
      </span>
    )
  return (
    <span className="flex gap-1.5 text-ok">
      <Icon name="check" className="mt-[0.15em]" />
      <span>{t.done[action]}</span>
    </span>
  )
}
