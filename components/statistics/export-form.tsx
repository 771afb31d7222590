import { Button } from '@/components/ui/button'
import { CheckboxField } from '@/components/ui/checkbox-field'
import type { Locale } from '@/lib/domain/text'
import { statisticsMessages } from '@/lib/i18n/statistics'
import type { StatisticsPage } from '@/lib/statistics/loaders'

/** The applications behind the numbers, as a file; with names only for who works them. */
export function ExportForm({ locale, page }: { locale: Locale; page: StatisticsPage }) {
  const { export: t } = statisticsMessages[locale]
  return (
    <form action="/api/statistics/export" className="max-w-reading">
      <p className="mb-4">{t.lead}</p>
      <input type="hidden" name="period" value={page.period} />
      {page.chosen && <input type="hidden" name="organisation" value={page.chosen} />}
      {page.mayHaveNames && <CheckboxField name="personal" label={t.personal} hint={t.personalHint} />}
      <div className="flex flex-wrap gap-4">
        <Button variant="secondary" name="format" value="xlsx">
          {t.xlsx}
        </Button>
        <Button variant="secondary" name="format" value="csv">
          {t.csv}
        </Button>
      </div>
    </form>
  )
}
