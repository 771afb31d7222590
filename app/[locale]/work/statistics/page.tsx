import type { Metadata } from 'next'
import { AnswersOverTime } from '@/components/statistics/answers-over-time'
import { ByOrganisation } from '@/components/statistics/by-organisation'
import { ByService } from '@/components/statistics/by-service'
import { ExportForm } from '@/components/statistics/export-form'
import { TotalFigures } from '@/components/statistics/figures'
import { RefusalGrounds } from '@/components/statistics/refusal-grounds'
import { StatisticsFilter } from '@/components/statistics/statistics-filter'
import { EmptyState } from '@/components/ui/empty-state'
import { PageTitle } from '@/components/ui/page-title'
import { WorkRoom } from '@/components/work/work-room'
import { type AddressQuery, pathWithQuery } from '@/lib/domain/address-query'
import { formatDate } from '@/lib/domain/dates'
import { type LocaleParams, loadLocale } from '@/lib/i18n/locale'
import { statisticsMessages } from '@/lib/i18n/statistics'
import { loadStatistics, type StatisticsPage } from '@/lib/statistics/loaders'

type Props = { params: LocaleParams; searchParams: Promise<AddressQuery> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: statisticsMessages[await loadLocale(params)].title }
}

const isEmpty = ({ total }: StatisticsPage) =>
  total.open + total.approved + total.refused + total.intakeRefused === 0

export default async function WorkStatisticsPage({ params, searchParams }: Props) {
  const locale = await loadLocale(params)
  const query = await searchParams
  const path = pathWithQuery('/work/statistics', query)
  const loaded = await loadStatistics(locale, path, query)
  const t = statisticsMessages[locale]
  const day = (date: string) => formatDate(date, locale, 'long')
  return (
    <WorkRoom locale={locale} path={path} current="statistics" page={loaded}>
      {(page) => (
        <>
          <PageTitle caption={t.days(day(page.days.from), day(page.days.to))}>{t.title}</PageTitle>
          <StatisticsFilter locale={locale} page={page} />
          {isEmpty(page) ? (
            <EmptyState title={t.empty} text={t.emptyText} />
          ) : (
            <div className="space-y-12">
              <TotalFigures locale={locale} total={page.total} />
              {page.organisations.length > 1 && <ByOrganisation locale={locale} page={page} />}
              <ByService locale={locale} services={page.services} />
              <AnswersOverTime locale={locale} page={page} />
              <RefusalGrounds locale={locale} refusals={page.refusals} />
              <section>
                <h2 className="mb-3 text-xl">{t.export.title}</h2>
                <ExportForm locale={locale} page={page} />
              </section>
            </div>
          )}
        </>
      )}
    </WorkRoom>
  )
}
