import type { Locale } from '@/lib/domain/text'
import { localePath } from '@/lib/i18n/locale'
import { statisticsMessages } from '@/lib/i18n/statistics'
import type { OrganisationFigures } from '@/lib/statistics/data'
import type { StatisticsPage } from '@/lib/statistics/loaders'
import { BarChart } from './bar-chart'
import { FiguresTable } from './figures-table'

const CHARTED = 12

/** What is late comes first, then what is loaded. */
function byLoad(a: OrganisationFigures, b: OrganisationFigures): number {
  return b.overdue - a.overdue || b.open - a.open
}

export function ByOrganisation({ locale, page }: { locale: Locale; page: StatisticsPage }) {
  const t = statisticsMessages[locale]
  const organisations = [...page.organisations].sort(byLoad)
  const charted = organisations.filter(({ open }) => open > 0).slice(0, CHARTED)
  return (
    <section>
      <h2 className="mb-4 text-xl">{t.organisations}</h2>
      <div className="grid gap-8">
        {charted.length > 0 && (
          <div className="max-w-reading">
            <h3 className="mb-3 text-lg">{t.open}</h3>
            <BarChart
              label={t.openChart(t.organisations)}
              bars={charted.map(({ id, name, open, overdue }) => ({
                key: id,
                label: name[locale],
                value: open,
                told: overdue > 0 ? `${open}, ${t.ofThemOverdue(overdue)}` : String(open),
              }))}
            />
            {charted.length < organisations.length && (
              <p className="mt-3 text-sm text-muted">{t.more(charted.length)}</p>
            )}
          </div>
        )}
        <FiguresTable
          locale={locale}
          caption={t.organisations}
          header={t.organisation}
          rows={organisations.map(({ id, name, ...figures }) => ({
            ...figures,
            key: id,
            name: (
              <a
                href={localePath(locale, `/work/statistics?period=${page.period}&organisation=${id}`)}
                className="inline-block py-1"
              >
                {name[locale]}
              </a>
            ),
          }))}
        />
      </div>
    </section>
  )
}
