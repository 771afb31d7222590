import { DataTable } from '@/components/ui/data-table'
import type { Locale } from '@/lib/domain/text'
import { statisticsMessages } from '@/lib/i18n/statistics'
import type { RefusedService } from '@/lib/statistics/grounds'
import { BarChart } from './bar-chart'

/** Why people are refused: where a form or a list of documents would have to say more. */
export function RefusalGrounds({
  locale,
  refusals,
}: {
  locale: Locale
  refusals: readonly RefusedService[]
}) {
  const t = statisticsMessages[locale]
  const rows = refusals.flatMap(({ slug, name, grounds }) =>
    grounds.map((ground) => ({ ...ground, key: `${slug} ${ground.code}`, service: name[locale] })),
  )
  return (
    <section>
      <h2 className="mb-4 text-xl">{t.grounds}</h2>
      {rows.length === 0 ? (
        <p>{t.noRefusals}</p>
      ) : (
        <div className="grid items-start gap-8 lg:grid-cols-2">
          <BarChart
            label={t.groundsChart}
            bars={rows.map(({ key, service, text, count }) => ({
              key,
              label: `${service}: ${text[locale]}`,
              value: count,
              told: String(count),
            }))}
          />
          <DataTable
            caption={t.grounds}
            columns={[
              { key: 'service', header: t.service },
              { key: 'ground', header: t.ground },
              { key: 'times', header: t.times, numeric: true },
            ]}
            rows={rows.map(({ key, service, text, count }) => ({
              id: key,
              cells: { service, ground: text[locale], times: count },
            }))}
          />
        </div>
      )}
    </section>
  )
}
