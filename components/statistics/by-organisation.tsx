import { Details } from '@/components/ui/details'
import type { Locale } from '@/lib/domain/text'
import { localePath } from '@/lib/i18n/locale'
import { statisticsMessages } from '@/lib/i18n/statistics'
import type { OrganisationFigures } from '@/lib/statistics/data'
import type { StatisticsPage } from '@/lib/statistics/loaders'
import { BarChart } from './bar-chart'
import { FiguresTable } from './figures-table'

/** So many are charted, and stand in the table at once: a phone shows each as a card. */
const FIRST = 8

const byLoad = (a: OrganisationFigures, b: OrganisationFigures) => b.open - a.open || b.overdue - a.overdue

type Given = { locale: Locale; page: StatisticsPage }

/** Where most is waiting, and all else of each organisation in the table; those with less to do are folded. */
export function ByOrganisation({ locale, page }: Given) {
  const t = statisticsMessages[locale]
  const organisations = [...page.organisations].sort(byLoad)
  const first = organisations.slice(0, FIRST)
  const others = organisations.slice(FIRST)
  const charted = first.filter(({ open }) => open > 0)
  return (
    <section>
      <h2 className="mb-4 text-xl">{t.organisations}</h2>
      <div className={charted.length > 0 ? 'grid items-start gap-8 xl:grid-cols-[1fr_2fr]' : undefined}>
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
          </div>
        )}
        <Table locale={locale} page={page} organisations={first} />
      </div>
      {others.length > 0 && (
        <Details summary={t.others(others.length)} wide>
          <Table locale={locale} page={page} organisations={others} />
        </Details>
      )}
    </section>
  )
}

function Table({ locale, page, organisations }: Given & { organisations: readonly OrganisationFigures[] }) {
  const t = statisticsMessages[locale]
  return (
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
  )
}
