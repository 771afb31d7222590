import type { Locale } from '@/lib/domain/text'
import { statisticsMessages } from '@/lib/i18n/statistics'
import { CATALOGUE, serviceBySlug } from '@/lib/services'
import type { ServiceFigures } from '@/lib/statistics/data'
import { BarChart } from './bar-chart'
import { medianTold } from './figures'
import { FiguresTable } from './figures-table'

/** How long each service takes against its term, and all else of it in the table. */
export function ByService({ locale, services }: { locale: Locale; services: readonly ServiceFigures[] }) {
  const t = statisticsMessages[locale]
  const inOrder = CATALOGUE.flatMap(({ slug, name }) => {
    const figures = services.find((service) => service.slug === slug)
    return figures ? [{ ...figures, name: name[locale] }] : []
  })
  const bars = inOrder.flatMap(({ slug, name, medianDays }) => {
    if (medianDays === null) return []
    const service = serviceBySlug(slug)
    // A day of the year is no number of days to be held against.
    const against = service?.answerBy ? undefined : service?.term
    return [
      {
        key: slug,
        label: name,
        value: medianDays,
        told: medianTold({ medianDays }, locale),
        note: against === undefined ? undefined : t.term(against),
        against,
      },
    ]
  })
  return (
    <section>
      <h2 className="mb-4 text-xl">{t.services}</h2>
      <div className={bars.length > 0 ? 'grid items-start gap-8 xl:grid-cols-[1fr_2fr]' : undefined}>
        {bars.length > 0 && (
          <div>
            <h3 className="mb-3 text-lg">{t.median}</h3>
            <BarChart label={t.medianChart(t.services)} bars={bars} />
            <p className="mt-3 text-sm text-muted">{t.medianHint}</p>
          </div>
        )}
        <FiguresTable
          locale={locale}
          caption={t.services}
          header={t.service}
          rows={inOrder.map(({ slug, ...figures }) => ({ ...figures, key: slug }))}
        />
      </div>
    </section>
  )
}
