import { DataTable } from '@/components/ui/data-table'
import { formatDate, formatDateTime, formatMonthDay } from '@/lib/domain/dates'
import type { Locale } from '@/lib/domain/text'
import { localePath } from '@/lib/i18n/locale'
import { statisticsMessages } from '@/lib/i18n/statistics'
import type { PublicRow, PublicStatistics } from '@/lib/statistics/public'
import { BarChart } from './bar-chart'

/** What everybody may see. `leastAnswers`: of fewer nothing is said. */
export function PublicFigures({
  locale,
  statistics,
  leastAnswers,
}: {
  locale: Locale
  statistics: PublicStatistics
  leastAnswers: number
}) {
  const t = statisticsMessages[locale]
  const { from, to, countedAt, rows } = statistics
  const bars = rows.flatMap(({ slug, name, medianDays, norm }) => {
    if (medianDays === null) return []
    return [
      {
        key: slug,
        label: name[locale],
        value: medianDays,
        told: t.taken(medianDays),
        ...('days' in norm ? { note: t.term(norm.days), against: norm.days } : {}),
      },
    ]
  })
  return (
    <div className="space-y-8">
      <div className="max-w-reading">
        <p>
          {t.public.days(formatDate(from, locale, 'long'), formatDate(to, locale, 'long'))}{' '}
          {t.public.countedAt(formatDateTime(countedAt, locale))}
        </p>
        <p className="mt-2 text-muted">{t.medianHint}</p>
      </div>
      {bars.length > 0 && (
        <div className="max-w-reading">
          <BarChart label={t.public.chart} bars={bars} />
        </div>
      )}
      <DataTable
        caption={t.public.title}
        columns={[
          { key: 'service', header: t.service },
          { key: 'median', header: t.medianColumn, numeric: true },
          { key: 'norm', header: t.public.norm, numeric: true },
          { key: 'sent', header: t.public.sent, numeric: true },
          { key: 'answered', header: t.public.answered, numeric: true },
          { key: 'onTime', header: t.public.onTime, numeric: true },
        ]}
        rows={rows.map((row) => ({ id: row.slug, cells: cellsOf(row, locale) }))}
      />
      {rows.some(({ medianDays }) => medianDays === null) && (
        <p className="text-sm text-muted">{t.public.fewHint(leastAnswers)}</p>
      )}
    </div>
  )
}

function cellsOf({ slug, name, norm, sent, answered, medianDays, onTime }: PublicRow, locale: Locale) {
  const t = statisticsMessages[locale]
  return {
    service: (
      <a href={localePath(locale, `/services/${slug}`)} className="inline-block py-1">
        {name[locale]}
      </a>
    ),
    median: medianDays ?? t.public.few,
    norm: 'days' in norm ? norm.days : t.public.normBy(formatMonthDay(norm.by, locale)),
    sent,
    answered,
    onTime: onTime === null ? '–' : t.public.percent(onTime),
  }
}
