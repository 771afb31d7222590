import type { ReactNode } from 'react'
import { ApplicationStatus } from '@/components/application/application-status'
import { type Column, DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { StatusTag } from '@/components/ui/status-tag'
import type { QueueRow } from '@/lib/applications/provider/queue'
import type { QueuePage } from '@/lib/applications/provider/queue-view'
import type { Locale } from '@/lib/domain/text'
import { localePath } from '@/lib/i18n/locale'
import { talkMessages } from '@/lib/i18n/messages'
import { queueMessages } from '@/lib/i18n/queue'
import { workMessages } from '@/lib/i18n/work'
import { AssignButtons } from './assign-buttons'
import { DueDate } from './due-date'

type Key = 'tick' | 'due' | 'subject' | 'service' | 'organisation' | 'status' | 'assignee'

/** By their ids: the buttons and boxes of the rows belong to forms that stand outside the table. */
export type QueueForms = { batch: string; assign: string }

type Shown = { locale: Locale; queue: QueuePage; forms: QueueForms; allTicked: boolean }

export function QueueTable({ id, ...shown }: Shown & { id: string }) {
  const { locale, queue } = shown
  const t = workMessages[locale].queue
  const more = queueMessages[locale]
  if (queue.rows.length === 0) return <NothingThere locale={locale} queue={queue} />
  const columns: Column<Key>[] = [
    ...(queue.rows.some((row) => row.isOpen)
      ? [{ key: 'tick' as const, header: more.tick, isControl: true }]
      : []),
    { key: 'due', header: t.due },
    { key: 'subject', header: t.subject },
    { key: 'service', header: t.service },
    ...(queue.isShared ? [{ key: 'organisation' as const, header: t.organisation }] : []),
    { key: 'status', header: t.status },
    { key: 'assignee', header: more.assignee },
  ]
  return (
    <div id={id}>
      <DataTable
        caption={t.title}
        columns={columns}
        rows={queue.rows.map((row) => ({ id: String(row.number), cells: cellsOf(row, shown) }))}
      />
    </div>
  )
}

function cellsOf(row: QueueRow, shown: Shown): Record<Key, ReactNode> {
  const { locale, queue } = shown
  const t = workMessages[locale].queue
  return {
    tick: row.isOpen ? <Tick row={row} {...shown} /> : null,
    due: (
      <span className="font-bold">
        <DueDate locale={locale} due={row.due} status={row.status} />
      </span>
    ),
    subject: (
      <a
        href={localePath(locale, `/work/applications/${row.number}`)}
        data-opens={row.number}
        className="inline-block py-1 xl:min-w-52"
      >
        <span className="block font-bold">{row.subjectName}</span>
        <span className="text-sm whitespace-nowrap tabular-nums">{t.numbered(row.number)}</span>
      </a>
    ),
    service: <span className={queue.isShared ? undefined : 'block xl:min-w-48'}>{row.service[locale]}</span>,
    organisation: row.organisation[locale],
    status: <State locale={locale} row={row} isShared={queue.isShared} />,
    assignee: <Assignee row={row} {...shown} />,
  }
}

function Tick({ row, locale, forms, allTicked }: Shown & { row: QueueRow }) {
  const t = queueMessages[locale]
  return (
    <label className="flex min-h-target cursor-pointer items-center gap-3 font-normal md:min-w-target md:justify-center">
      <input
        type="checkbox"
        form={forms.batch}
        name="number"
        value={row.number}
        defaultChecked={allTicked}
        className="size-6 shrink-0 cursor-pointer accent-brand"
      />
      <span className="md:sr-only">{t.tickOne(row.number)}</span>
    </label>
  )
}

function State({ locale, row, isShared }: { locale: Locale; row: QueueRow; isShared: boolean }) {
  const t = workMessages[locale].queue
  return (
    <span className="flex flex-wrap gap-2">
      <ApplicationStatus locale={locale} status={row.status} />
      {row.isDuplicate && (
        <StatusTag tone="warn" icon="warn">
          {t.duplicate}
        </StatusTag>
      )}
      {row.hasNewMessage && (
        <StatusTag tone="info" icon="inbox">
          {talkMessages[locale].newMessage}
        </StatusTag>
      )}
      {row.stage && <span className="block w-full text-sm">{t.stage(row.stage[locale])}</span>}
      {row.turn && (!isShared || row.turn[locale] !== row.organisation[locale]) && (
        <span className="block w-full text-sm text-muted">{t.turn(row.turn[locale])}</span>
      )}
      {row.isOnPaper && (
        <span className="block w-full text-sm text-muted">{queueMessages[locale].onPaper}</span>
      )}
      {row.isUnproven && <span className="block w-full text-sm text-muted">{t.unproven}</span>}
    </span>
  )
}

function Assignee({ row, locale, queue, forms }: Shown & { row: QueueRow }) {
  const t = queueMessages[locale]
  const { assignee } = row
  if (!assignee && !row.isOpen) return null
  return (
    <>
      {assignee && <span className="block">{assignee.isReader ? t.reader : assignee.name}</span>}
      {row.isOpen && (
        <span className="block text-sm">
          <AssignButtons
            locale={locale}
            form={forms.assign}
            application={row}
            colleagues={queue.colleagues}
          />
        </span>
      )}
    </>
  )
}

function NothingThere({ locale, queue: { query } }: Pick<Shown, 'locale' | 'queue'>) {
  const t = workMessages[locale].queue.empty
  if (query.search || query.service || query.flags.length > 0)
    return <EmptyState title={t.found} text={query.search ? t.foundText : undefined} />
  if (query.view === 'open') return <EmptyState title={t.open} text={t.openText} />
  return <EmptyState title={t.view} />
}
