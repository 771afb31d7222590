import type { Locale } from '@/lib/domain/text'
import { statisticsMessages } from '@/lib/i18n/statistics'
import type { Figures } from '@/lib/statistics/data'

/** The whole at a glance. */
export function TotalFigures({ locale, total }: { locale: Locale; total: Figures }) {
  const t = statisticsMessages[locale]
  const figures = [
    { label: t.open, value: total.open },
    { label: t.overdue, value: total.overdue, isBad: total.overdue > 0 },
    { label: t.approved, value: total.approved },
    { label: t.refused, value: total.refused + total.intakeRefused },
    { label: t.median, value: medianTold(total, locale) },
  ]
  return (
    <dl className="grid grid-cols-2 gap-4 sm:grid-cols-3 lg:grid-cols-5">
      {figures.map(({ label, value, isBad }) => (
        <div key={label} className="flex flex-col rounded bg-mist p-3 last:max-sm:col-span-2 sm:p-4">
          <dt className="text-sm font-normal text-muted">{label}</dt>
          <dd className={`mt-auto pt-1 text-xl font-bold tabular-nums ${isBad ? 'text-bad' : ''}`}>
            {value}
          </dd>
        </div>
      ))}
    </dl>
  )
}

export function medianTold({ medianDays }: Pick<Figures, 'medianDays'>, locale: Locale): string {
  const t = statisticsMessages[locale]
  return medianDays === null ? '–' : t.taken(medianDays)
}
