import { DataTable } from '@/components/ui/data-table'
import { Details } from '@/components/ui/details'
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
  return (
    <section>
      <h2 className="mb-4 text-xl">{t.grounds}</h2>
      {refusals.length === 0 ? (
        <p>{t.noRefusals}</p>
      ) : (
        <div className="grid items-start gap-8 lg:grid-cols-[2fr_3fr]">
          <BarChart
            label={t.refusedChart}
            bars={refusals.map(({ slug, name, refused }) => ({
              key: slug,
              label: name[locale],
              value: refused,
              told: String(refused),
            }))}
          />
          <div>
            {refusals.map(({ slug, name, refused, grounds }, at) => (
              <Details key={slug} summary={t.refusedOf(name[locale], refused)} open={at === 0}>
                <DataTable
                  caption={name[locale]}
                  columns={[
                    { key: 'ground', header: t.ground },
                    { key: 'times', header: t.times, numeric: true },
                  ]}
                  rows={grounds.map(({ code, text, count }) => ({
                    id: code,
                    cells: { ground: <span className="font-normal">{text[locale]}</span>, times: count },
                  }))}
                />
              </Details>
            ))}
          </div>
        </div>
      )}
    </section>
  )
}
