import { ApplicationStatus } from '@/components/application/application-status'
import { type Column, DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { StatusTag } from '@/components/ui/status-tag'
import type { QueuePage } from '@/lib/applications/provider/loaders'
import type { QueueRow } from '@/lib/applications/provider/queue'
import type { Locale } from '@/lib/domain/text'
import { localePath } from '@/lib/i18n/locale'
import { workMessages } from '@/lib/i18n/work'
import { DueDate } from './due-date'

type Key = 'due' | 'subject' | 'service' | 'organisation' | 'status'

export function QueueTable({ locale, queue }: { locale: Locale; queue: QueuePage }) {
  const t = workMessages[locale].queue
  if (queue.rows.length === 0) return <NothingThere locale={locale} queue={queue} />
  const columns: Column<Key>[] = [
    { key: 'due', header: t.due },
    { key: 'subject', header: t.subject },
    { key: 'service', header: t.service },
    ...(queue.isShared ? [{ key: 'organisation' as const, header: t.organisation }] : []),
    { key: 'status', header: t.status },
  ]
  return (
    <DataTable
      caption={t.title}
      columns={columns}
      rows={queue.rows.map((row) => ({
        id: String(row.number),
        cells: cellsOf(row, queue.isShared, locale),
      }))}
    />
  )
}

function cellsOf(row: QueueRow, isShared: boolean, locale: Locale): Record<Key, React.ReactNode> {
  const t = workMessages[locale].queue
  return {
    due: <DueDate locale={locale} due={row.due} status={row.status} />,
    subject: (
      <a href={localePath(locale, `/work/applications/${row.number}`)} className="inline-block py-1">
        <span className="block font-bold">{row.subjectName}</span>
        <span className="text-sm whitespace-nowrap tabular-nums">{t.numbered(row.number)}</span>
      </a>
    ),
    service: row.service[locale],
    organisation: row.organisation[locale],
    status: (
      <span className="flex flex-wrap gap-2">
        <ApplicationStatus locale={locale} status={row.status} />
        {row.isDuplicate && (
          <StatusTag tone="warn" icon="warn">
            {t.duplicate}
          </StatusTag>
        )}
        {row.stage && <span className="block w-full text-sm">{t.stage(row.stage[locale])}</span>}
        {row.turn && (!isShared || row.turn[locale] !== row.organisation[locale]) && (
          <span className="block w-full text-sm text-muted">{t.turn(row.turn[locale])}</span>
        )}
        {row.isUnproven && <span className="block w-full text-sm text-muted">{t.unproven}</span>}
      </span>
    ),
  }
}

function NothingThere({ locale, queue }: { locale: Locale; queue: QueuePage }) {
  const t = workMessages[locale].queue.empty
  if (queue.search) return <EmptyState title={t.found} text={t.foundText} />
  if (queue.view === 'open') return <EmptyState title={t.open} text={t.openText} />
  return <EmptyState title={t.view} />
}
