import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import type { RegisterPage } from '@/lib/applications/provider/registers'
import { formatDate, formatDateTime } from '@/lib/domain/dates'
import type { Locale } from '@/lib/domain/text'
import { journalMessages } from '@/lib/i18n/journal'
import { localePath } from '@/lib/i18n/locale'
import { workMessages } from '@/lib/i18n/work'

type Props = { locale: Locale; register: RegisterPage }

export function JournalTable({ locale, register }: Props) {
  const { journal: t } = workMessages[locale]
  const { papers, issued, year } = register
  if (papers.length + issued.rows.length === 0) return <EmptyState title={t.empty(year)} text={t.emptyText} />
  return register.kind === 'issued' ? (
    <IssueTable locale={locale} register={register} />
  ) : (
    <PaperTable locale={locale} register={register} />
  )
}

function ApplicationLink({ locale, number }: { locale: Locale; number: number }) {
  return (
    <a href={localePath(locale, `/work/applications/${number}`)} className="inline-block py-1">
      {workMessages[locale].queue.numbered(number)}
    </a>
  )
}

/** What was handed out in the office. */
function IssueTable({ locale, register }: Props) {
  const { journal: t } = workMessages[locale]
  return (
    <DataTable
      caption={t.kinds.issued}
      columns={[
        { key: 'at', header: t.date },
        { key: 'subject', header: t.subject },
        { key: 'application', header: t.application },
        { key: 'noted', header: t.noted },
        { key: 'by', header: t.by },
      ]}
      rows={register.issued.rows.map((row) => ({
        id: row.id,
        cells: {
          at: <span className="tabular-nums">{formatDateTime(row.at, locale)}</span>,
          subject: row.subjectName,
          application: <ApplicationLink locale={locale} number={row.applicationNumber} />,
          noted: row.noted[locale],
          by: row.byName,
        },
      }))}
    />
  )
}

function PaperTable({ locale, register }: Props) {
  const { journal: t } = workMessages[locale]
  return (
    <DataTable
      caption={t.kinds[register.kind]}
      columns={[
        { key: 'number', header: t.number },
        { key: 'date', header: t.date },
        { key: 'subject', header: t.subject },
        { key: 'signer', header: t.signer },
        { key: 'application', header: t.application },
        { key: 'paper', header: t.paper },
      ]}
      rows={register.papers.map((order) => ({
        id: order.paperId,
        cells: {
          number: <span className="tabular-nums">№ {order.number}</span>,
          date: <span className="tabular-nums">{formatDate(order.issuedOn, locale, 'short')}</span>,
          subject: (
            <>
              {order.subjectName}
              <span className="block text-sm text-muted">{order.content[locale]}</span>
            </>
          ),
          signer: order.signerName,
          application: <ApplicationLink locale={locale} number={order.applicationNumber} />,
          paper: (
            <>
              <a href={`/api/papers/${order.paperId}`} className="inline-block py-1">
                {t.open}
                <span className="sr-only">: № {order.number}</span>
              </a>
              {order.isRevoked && (
                <span className="block text-sm font-bold text-bad">
                  {order.annulledBy
                    ? journalMessages[locale].revokedBy(
                        order.annulledBy.number,
                        formatDate(order.annulledBy.date, locale, 'short'),
                      )
                    : t.revoked}
                </span>
              )}
            </>
          ),
        },
      }))}
    />
  )
}
