import type { Locale } from '@/lib/domain/text'
import { localePath } from '@/lib/i18n/locale'
import { statisticsMessages } from '@/lib/i18n/statistics'
import type { OrganisationFigures } from '@/lib/statistics/data'
import type { StatisticsPage } from '@/lib/statistics/loaders'
import { BarChart } from './bar-chart'
import { FiguresTable } from './figures-table'

const CHARTED = 12

const byLoad = (a: OrganisationFigures, b: OrganisationFigures) => b.open - a.open || b.overdue - a.overdue

/** Where most is waiting, and all else of each organisation in the table. */
export function ByOrganisation({ locale, page }: { locale: Locale; page: StatisticsPage }) {
  const t = statisticsMessages[locale]
  const organisations = [...page.organisations].sort(byLoad)
  const charted = organisations.filter(({ open }) => open > 0).slice(0, CHARTED)
  return (
    <section>
      <h2 className="mb-4 text-xl">{t.organisations}</h2>
      <div className="grid items-start gap-8 lg:grid-cols-[2fr_3fr]">
        {charted.length > 0 && (
          <div>
            <h3 className="mb-3 text-lg">{t.open}</h3>
            <BarChart
              label={t.openChart(t.organisations)}
              bars={charted.map(({ id, name, open, overdue }) => ({
                key: id,
                label: name[locale],
                value: open,
                told: String(open),
                note: overdue > 0 ? t.ofThemOverdue(overdue) : undefined,
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
