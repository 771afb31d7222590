import type { ReactNode } from 'react'
import { DataTable } from '@/components/ui/data-table'
import type { Locale } from '@/lib/domain/text'
import { statisticsMessages } from '@/lib/i18n/statistics'
import type { Figures } from '@/lib/statistics/data'

/** The same figures row by row, of services or of organisations. */
export function FiguresTable({
  locale,
  caption,
  header,
  rows,
}: {
  locale: Locale
  caption: string
  header: string
  rows: readonly (Figures & { key: string; name: ReactNode })[]
}) {
  const t = statisticsMessages[locale]
  return (
    <DataTable
      caption={caption}
      columns={[
        { key: 'name', header },
        { key: 'open', header: t.open, numeric: true },
        { key: 'overdue', header: t.overdue, numeric: true },
        { key: 'approved', header: t.approved, numeric: true },
        { key: 'refused', header: t.refused, numeric: true },
        { key: 'median', header: t.medianColumn, numeric: true },
      ]}
      rows={rows.map(({ key, name, ...figures }) => ({
        id: key,
        cells: {
          name,
          open: figures.open,
          overdue:
            figures.overdue > 0 ? <strong className="text-bad">{figures.overdue}</strong> : figures.overdue,
          approved: figures.approved,
          refused: figures.refused + figures.intakeRefused,
          median: figures.medianDays ?? '–',
        },
      }))}
    />
  )
}
