import { FieldsForm } from '@/components/form/fields-form'
import { Notice } from '@/components/ui/notice'
import { setNumbering } from '@/lib/applications/provider/journal-actions'
import type { JournalSettings } from '@/lib/applications/provider/journal-settings'
import type { Locale } from '@/lib/domain/text'
import { formTexts } from '@/lib/i18n/forms'
import { journalMessages } from '@/lib/i18n/journal'
import { workMessages } from '@/lib/i18n/work'

/** Where a journal begins and how its numbers are written; once one was given it only says how it goes on. */
export function NumberingForm({
  locale,
  settings,
  permalink,
}: {
  locale: Locale
  settings: JournalSettings
  permalink: string
}) {
  const t = journalMessages[locale]
  const { organisation, kind, year, journal, label, isBegun } = settings
  const { first, prefix, suffix } = journal
  if (isBegun)
    return (
      <div className="max-w-reading">
        <Notice tone="info" title={`${workMessages[locale].journal.kinds[kind]}, ${year}`}>
          <p>{t.begun(label, year)}</p>
        </Notice>
      </div>
    )
  return (
    <div className="max-w-reading">
      <p className="mb-4 text-lg font-bold">{t.looks(label)}</p>
      <FieldsForm
        action={setNumbering}
        permalink={permalink}
        locale={locale}
        texts={formTexts(locale)}
        fields={[
          {
            name: 'first',
            kind: 'digits',
            label: t.first,
            hint: t.firstHint,
            value: String(first),
            maxLength: 6,
          },
          {
            name: 'prefix',
            kind: 'text',
            label: t.prefix,
            hint: t.affixHint(t.prefixExample),
            value: prefix,
            maxLength: 10,
            autoComplete: 'off',
          },
          {
            name: 'suffix',
            kind: 'text',
            label: t.suffix,
            hint: t.affixHint(t.suffixExample),
            value: suffix,
            maxLength: 10,
            autoComplete: 'off',
          },
        ]}
        hidden={{
          organisation: organisation.id,
          kind,
          year: String(year),
          'seen.first': String(first),
          'seen.prefix': prefix,
          'seen.suffix': suffix,
        }}
        buttons={[{ label: t.save, variant: 'primary' }]}
        after={<p className="mb-4 text-muted">{t.once}</p>}
      />
    </div>
  )
}
