import type { ReactNode } from 'react'
import { ApplicationStatus } from '@/components/application/application-status'
import { type Column, DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { Icon } from '@/components/ui/icon'
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
    { key: 'due', header: t.due, isPlain: true },
    { key: 'subject', header: t.subject, isPlain: true },
    { key: 'service', header: t.service, isPlain: true },
    ...(queue.isShared ? [{ key: 'organisation' as const, header: t.organisation, isPlain: true }] : []),
    { key: 'status', header: t.status, isPlain: true },
    { key: 'assignee', header: more.assignee, isPlain: true },
  ]
  return (
    <div id={id}>
      <DataTable
        caption={t.title}
        columns={columns}
        isCompact
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
      <span className="flex flex-wrap items-baseline gap-x-2 font-bold md:block md:min-w-32 md:leading-snug">
        <CardWord>{t.due}</CardWord>
        <DueDate locale={locale} due={row.due} status={row.status} />
      </span>
    ),
    subject: (
      <a
        href={localePath(locale, `/work/applications/${row.number}`)}
        data-opens={row.number}
        className="block py-1 md:py-0 md:text-sm xl:min-w-64"
      >
        <span className="font-bold">{row.subjectName}</span>{' '}
        <span className="text-sm whitespace-nowrap tabular-nums">{t.numbered(row.number)}</span>
      </a>
    ),
    service: <span className="block text-sm xl:min-w-48">{row.service[locale]}</span>,
    organisation: <span className="text-sm">{row.organisation[locale]}</span>,
    status: <State locale={locale} row={row} isShared={queue.isShared} />,
    assignee: <Assignee row={row} {...shown} />,
  }
}

/** On a phone, where the table has no head, beside what it names. */
function CardWord({ children }: { children: string }) {
  return (
    <span aria-hidden="true" className="font-normal text-muted md:hidden">
      {children}:
    </span>
  )
}

function Tick({ row, locale, forms, allTicked }: Shown & { row: QueueRow }) {
  const t = queueMessages[locale]
  return (
    <label className="flex min-h-target cursor-pointer items-center pr-2 md:relative md:top-1.5 md:min-h-9">
      <input
        type="checkbox"
        form={forms.batch}
        name="number"
        value={row.number}
        defaultChecked={allTicked}
        className="size-6 shrink-0 cursor-pointer accent-brand"
      />
      <span className="sr-only">{t.tickOne(row.number)}</span>
    </label>
  )
}

function State({ locale, row, isShared }: { locale: Locale; row: QueueRow; isShared: boolean }) {
  const t = workMessages[locale].queue
  const notes = [
    row.stage && t.stage(row.stage[locale]),
    row.turn && (!isShared || row.turn[locale] !== row.organisation[locale]) && t.turn(row.turn[locale]),
    row.isOnPaper && queueMessages[locale].onPaper,
  ].filter((note) => typeof note === 'string')
  return (
    <span className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5 text-sm">
      <span className="whitespace-nowrap">
        <ApplicationStatus locale={locale} status={row.status} />
      </span>
      {row.isDuplicate && (
        <span className="font-bold text-warn">
          <Icon name="warn" /> {t.duplicate}
        </span>
      )}
      {row.hasNewMessage && (
        <span className="font-bold text-brand">
          <Icon name="inbox" /> {talkMessages[locale].newMessage}
        </span>
      )}
      {notes.map((note) => (
        <span key={note} className="text-muted">
          {note}
        </span>
      ))}
      {row.isUnproven && <span className="whitespace-nowrap text-muted">{t.unproven}</span>}
    </span>
  )
}

function Assignee({ row, locale, queue, forms }: Shown & { row: QueueRow }) {
  const t = queueMessages[locale]
  const { assignee } = row
  if (!assignee && !row.isOpen) return null
  return (
    <span className="flex flex-wrap items-baseline gap-x-4 text-sm">
      {assignee && (
        <span className="flex gap-x-2">
          <CardWord>{t.assignee}</CardWord>
          {assignee.isReader ? t.reader : assignee.name}
        </span>
      )}
      {row.isOpen && (
        <AssignButtons locale={locale} form={forms.assign} application={row} colleagues={queue.colleagues} />
      )}
    </span>
  )
}

function NothingThere({ locale, queue: { query } }: Pick<Shown, 'locale' | 'queue'>) {
  const t = workMessages[locale].queue.empty
  if (query.search || query.service || query.flags.length > 0)
    return <EmptyState title={t.found} text={query.search ? t.foundText : undefined} />
  if (query.view === 'open') return <EmptyState title={t.open} text={t.openText} />
  return <EmptyState title={t.view} />
}
