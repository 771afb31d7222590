import { DataTable } from '@/components/ui/data-table'
import { COLUMNS, type Column } from '@/lib/domain/organisation-input'
import type { Locale } from '@/lib/domain/text'
import { adminImportMessages } from '@/lib/i18n/admin-import'
import { adminOrganisationMessages } from '@/lib/i18n/admin-organisations'

/** What a file has to hold, with an example and the codes of districts to take along. */
export function Columns({ locale }: { locale: Locale }) {
  const t = adminImportMessages[locale]
  const notes: Partial<Record<Column, string>> = {
    bin: t.notes.bin,
    kind: t.notes.kind,
    district: t.notes.district,
    parent_bin: t.notes.parent_bin,
    working_week: t.notes.week,
    closes_at: t.notes.time,
    sign_at_school: t.notes.yesNo,
    paper_orders: t.notes.yesNo,
  }
  return (
    <section>
      <h2 className="mb-2 text-lg">{t.columnsTitle}</h2>
      <p className="mb-4 flex flex-wrap gap-x-6">
        <a href="/api/admin/organisations/example" className="py-2">
          {t.example}
        </a>
        <a href="/api/admin/organisations/example?of=districts" className="py-2">
          {t.districts}
        </a>
      </p>
      <DataTable
        caption={t.columnsTitle}
        columns={[
          { key: 'column', header: t.column },
          { key: 'meaning', header: t.meaning },
        ]}
        rows={COLUMNS.map((column) => ({
          id: column,
          cells: {
            column: <code>{column}</code>,
            meaning: (
              <>
                {adminOrganisationMessages[locale].columns[column]}
                {notes[column] && <span className="block text-sm text-muted">{notes[column]}</span>}
              </>
            ),
          },
        }))}
      />
    </section>
  )
}
