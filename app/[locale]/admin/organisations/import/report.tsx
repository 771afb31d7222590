import { FieldsForm } from '@/components/form/fields-form'
import { DataTable } from '@/components/ui/data-table'
import { Notice } from '@/components/ui/notice'
import { importChecked } from '@/lib/admin/organisations/actions'
import type { ImportReport } from '@/lib/admin/organisations/import-report'
import type { Locale } from '@/lib/domain/text'
import { adminImportMessages } from '@/lib/i18n/admin-import'
import { adminOrganisationMessages } from '@/lib/i18n/admin-organisations'
import { formTexts } from '@/lib/i18n/forms'
import type { FileFault } from '@/lib/organisations/import-file'
import type { RowFault } from '@/lib/organisations/importing'

type Checked = Extract<ImportReport, { status: 'checked' }>

/** What the file would do; while a row is bad it says which and what to do, and offers nothing to press. */
export function Report({
  locale,
  report,
  sha256,
  permalink,
}: {
  locale: Locale
  report: Checked
  sha256: string
  permalink: string
}) {
  const t = adminImportMessages[locale]
  const isBad = report.faults.length > 0
  const counts = [
    [t.added, report.added],
    [t.changed, report.changed],
    [t.unchanged, report.unchanged],
    [t.bad, new Set(report.faults.map(({ line }) => line)).size],
  ] as const
  return (
    <section className="mb-10">
      <h2 className="mb-2 text-lg">{t.result}</h2>
      <dl className="mb-4 grid max-w-reading grid-cols-2 gap-4 sm:grid-cols-4">
        {counts.map(([label, count]) => (
          <div key={label} className="flex flex-col rounded bg-mist p-3">
            <dt className="text-sm">{label}</dt>
            <dd className="mt-auto text-xl font-bold tabular-nums">{count}</dd>
          </div>
        ))}
      </dl>
      {isBad && <Faults locale={locale} report={report} />}
      {!isBad && report.added + report.changed === 0 && <p>{t.nothing}</p>}
      {!isBad && report.added + report.changed > 0 && (
        <FieldsForm
          action={importChecked}
          permalink={permalink}
          locale={locale}
          texts={formTexts(locale)}
          hidden={{ sha256 }}
          buttons={[{ label: t.submit, variant: 'primary' }]}
        />
      )}
    </section>
  )
}

function Faults({ locale, report }: { locale: Locale; report: Checked }) {
  const t = adminImportMessages[locale]
  const { columns } = adminOrganisationMessages[locale]
  return (
    <>
      <div className="mb-4 max-w-reading">
        <Notice tone="bad" title={t.fix} />
      </div>
      <DataTable
        caption={t.bad}
        columns={[
          { key: 'line', header: t.line },
          { key: 'column', header: t.column },
          { key: 'what', header: t.what },
        ]}
        rows={report.faults.map((fault) => ({
          id: `${fault.line} ${fault.column} ${fault.fault}`,
          cells: {
            line: <span className="tabular-nums">{fault.line}</span>,
            column: fault.column && (
              <>
                <code>{fault.column}</code>
                <span className="block text-sm text-muted">{columns[fault.column]}</span>
              </>
            ),
            what: tellRow(fault, locale),
          },
        }))}
      />
      {report.more > 0 && <p className="mt-4">{t.more(report.more)}</p>}
    </>
  )
}

function tellRow(fault: RowFault, locale: Locale): string {
  const t = adminOrganisationMessages[locale]
  switch (fault.fault) {
    case 'shape':
      return adminImportMessages[locale].shape
    case 'twice':
      return t.twice(fault.first)
    case 'otherKind':
      return t.otherKind
    default:
      return t.faults[fault.fault]
  }
}

export function tellFile(why: FileFault, locale: Locale): string {
  const t = adminImportMessages[locale].faults
  switch (why.fault) {
    case 'missing':
    case 'unknown':
    case 'twice':
      return t[why.fault](why.columns.join(', '))
    case 'quote':
      return t.quote(why.line)
    default:
      return t[why.fault]
  }
}
