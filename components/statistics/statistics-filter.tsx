import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/select'
import { PERIODS_SHOWN } from '@/lib/domain/statistic-period'
import type { Locale } from '@/lib/domain/text'
import { localePath } from '@/lib/i18n/locale'
import { statisticsMessages } from '@/lib/i18n/statistics'
import type { StatisticsPage } from '@/lib/statistics/loaders'

/** Over which time, and of which organisation where there are several. */
export function StatisticsFilter({ locale, page }: { locale: Locale; page: StatisticsPage }) {
  const { filter: t } = statisticsMessages[locale]
  const { places, period, chosen } = page
  return (
    <form
      action={localePath(locale, '/work/statistics')}
      className="grid items-end gap-x-4 sm:grid-cols-2 lg:grid-cols-[1fr_2fr_auto]"
    >
      <Select
        name="period"
        label={t.period}
        defaultValue={period}
        options={PERIODS_SHOWN.map((value) => ({ value, label: t.periods[value] }))}
      />
      {places.length > 1 && (
        <Select
          name="organisation"
          label={t.organisation}
          defaultValue={chosen ?? ''}
          placeholder={t.all}
          options={places.map(({ id, name }) => ({ value: id, label: name[locale] }))}
        />
      )}
      <div className="mb-6">
        <Button variant="secondary">{t.show}</Button>
      </div>
    </form>
  )
}
