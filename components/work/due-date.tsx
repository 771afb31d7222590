import { Icon } from '@/components/ui/icon'
import type { Due } from '@/lib/applications/provider/queue'
import { formatDate } from '@/lib/domain/dates'
import type { Status } from '@/lib/domain/status'
import type { Locale } from '@/lib/domain/text'
import { ENDED } from '@/lib/domain/workflow'
import { workMessages } from '@/lib/i18n/work'

/** By when, and in words when that day is today or gone, or nothing is waited for any more. */
export function DueDate({ locale, due, status }: { locale: Locale; due: Due | null; status: Status }) {
  const t = workMessages[locale].queue
  if (!due)
    return <span className="font-normal text-muted">{ENDED.includes(status) ? t.over : t.noTerm}</span>
  return (
    <>
      <span className="block tabular-nums">{formatDate(due.date, locale, 'short')}</span>
      {status === 'correction' ? (
        <ApplicantsTurn locale={locale} due={due} />
      ) : (
        <DueWords locale={locale} due={due} />
      )}
    </>
  )
}

/** The day of who was asked to correct: when it is gone, somebody has to decide what comes next. */
function ApplicantsTurn({ locale, due }: { locale: Locale; due: Due }) {
  const t = workMessages[locale].queue
  if (due.state !== 'past') return <span className="text-sm font-normal text-muted">{t.asked}</span>
  return (
    <span className="text-sm font-bold text-warn">
      <Icon name="warn" /> {t.unanswered}
    </span>
  )
}

export function DueWords({ locale, due }: { locale: Locale; due: Due }) {
  const t = workMessages[locale].queue
  if (due.state === 'ahead') return null
  const isToday = due.state === 'today'
  const words = isToday ? t.today : due.overdue > 0 ? t.overdue(due.overdue) : t.expired
  return (
    <span
      className={`text-sm font-bold whitespace-nowrap md:whitespace-normal ${isToday ? 'text-warn' : 'text-bad'}`}
    >
      <Icon name={isToday ? 'clock' : 'warn'} /> {words}
    </span>
  )
}
