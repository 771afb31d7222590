import { DataTable } from '@/components/ui/data-table'
import { formatDate } from '@/lib/domain/dates'
import type { Locale } from '@/lib/domain/text'
import { statisticsMessages } from '@/lib/i18n/statistics'
import type { StatisticsPage } from '@/lib/statistics/loaders'
import { ColumnChart } from './column-chart'

/** How many answers there were week by week, or month by month. */
export function AnswersOverTime({ locale, page }: { locale: Locale; page: StatisticsPage }) {
  const t = statisticsMessages[locale]
  const day = (date: string) => formatDate(date, locale, 'short')
  return (
    <section>
      <h2 className="mb-4 text-xl">{t.dynamics}</h2>
      <div className="grid items-start gap-8 lg:grid-cols-2">
        <ColumnChart
          label={t.dynamicsChart}
          columns={page.parts.map(({ from, approved, refused }) => ({
            key: from,
            // Day and month are enough to find it; the table has the year.
            label: page.period === 'year' ? from.slice(5, 7) : day(from).slice(0, 5),
            value: approved + refused,
          }))}
        />
        <DataTable
          caption={t.dynamics}
          columns={[
            { key: 'part', header: t.part },
            { key: 'approved', header: t.approved, numeric: true },
            { key: 'refused', header: t.refused, numeric: true },
            { key: 'total', header: t.total, numeric: true },
          ]}
          rows={page.parts.map(({ from, to, approved, refused }) => ({
            id: from,
            cells: {
              part: (
                <span className="tabular-nums">{from === to ? day(from) : t.days(day(from), day(to))}</span>
              ),
              approved,
              refused,
              total: approved + refused,
            },
          }))}
        />
      </div>
    </section>
  )
}
