import { ButtonLink } from '@/components/ui/button'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import type { BatchSummary } from '@/lib/applications/provider/batches'
import { formatDateTime } from '@/lib/domain/dates'
import type { Locale } from '@/lib/domain/text'
import { batchMessages } from '@/lib/i18n/batches'
import { localePath } from '@/lib/i18n/locale'

/** One's own last ones. */
export function BatchList({ locale, batches }: { locale: Locale; batches: readonly BatchSummary[] }) {
  const t = batchMessages[locale]
  if (batches.length === 0)
    return (
      <EmptyState title={t.list.empty} text={t.list.emptyText}>
        <ButtonLink variant="secondary" href={localePath(locale, '/work')}>
          {t.queue}
        </ButtonLink>
      </EmptyState>
    )
  return (
    <DataTable
      caption={t.title}
      columns={[
        { key: 'what', header: t.list.what },
        { key: 'at', header: t.list.at },
        { key: 'result', header: t.result },
      ]}
      rows={batches.map(({ id, action, createdAt, done, total, failed }) => ({
        id,
        cells: {
          what: (
            <a href={localePath(locale, `/work/batches/${id}`)} className="inline-block py-1">
              {t.page.title[action]}
            </a>
          ),
          at: <span className="tabular-nums">{formatDateTime(createdAt, locale)}</span>,
          result: (
            <>
              <span className="block tabular-nums">{t.page.progress(done, total)}</span>
              {failed > 0 && (
                <span className="block text-sm font-bold text-warn">{t.list.failed(failed)}</span>
              )}
            </>
          ),
        },
      }))}
    />
  )
}
