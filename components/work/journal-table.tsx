import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import type { OrderRegister } from '@/lib/applications/provider/order-register'
import { formatDate } from '@/lib/domain/dates'
import type { Locale } from '@/lib/domain/text'
import { localePath } from '@/lib/i18n/locale'
import { workMessages } from '@/lib/i18n/work'

export function JournalTable({ locale, register }: { locale: Locale; register: OrderRegister }) {
  const { journal: t, queue } = workMessages[locale]
  if (register.orders.length === 0) return <EmptyState title={t.empty(register.year)} text={t.emptyText} />
  return (
    <DataTable
      caption={t.title}
      columns={[
        { key: 'number', header: t.number },
        { key: 'date', header: t.date },
        { key: 'subject', header: t.subject },
        { key: 'application', header: t.application },
        { key: 'paper', header: t.paper },
      ]}
      rows={register.orders.map((order) => ({
        id: order.paperId,
        cells: {
          number: <span className="tabular-nums">№ {order.number}</span>,
          date: <span className="tabular-nums">{formatDate(order.issuedOn, locale, 'short')}</span>,
          subject: order.subjectName,
          application: (
            <a
              href={localePath(locale, `/work/applications/${order.applicationNumber}`)}
              className="inline-block py-1"
            >
              {queue.numbered(order.applicationNumber)}
            </a>
          ),
          paper: (
            <>
              <a href={`/api/papers/${order.paperId}`} className="inline-block py-1">
                {t.open}
                <span className="sr-only">: № {order.number}</span>
              </a>
              {order.isRevoked && <span className="block text-sm font-bold text-bad">{t.revoked}</span>}
            </>
          ),
        },
      }))}
    />
  )
}
