import { Button } from '@/components/ui/button'
import { DateInput } from '@/components/ui/date-input'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import type { AuditQuery } from '@/lib/admin/audit/search'
import { datePieces } from '@/lib/domain/check-field'
import { sortKazakh } from '@/lib/domain/collation'
import type { Locale } from '@/lib/domain/text'
import { adminAuditMessages, auditActions } from '@/lib/i18n/admin-audit'
import { commonMessages } from '@/lib/i18n/common'
import { localePath } from '@/lib/i18n/locale'

/** By whom, on which application, what and when; a plain form, so that what was found has an address. */
export function AuditFilters({ locale, asked }: { locale: Locale; asked: AuditQuery }) {
  const t = adminAuditMessages[locale]
  const common = commonMessages[locale]
  const actions = Object.entries(auditActions(locale)).map(([value, label]) => ({ value, label }))
  const isAsked = Object.values(asked).some(Boolean)
  return (
    <form
      action={localePath(locale, '/admin/audit')}
      role="search"
      className="mb-6 grid gap-x-6 rounded bg-mist p-4 sm:p-6 lg:grid-cols-2"
    >
      <TextInput
        name="person"
        label={t.person}
        hint={t.personHint}
        defaultValue={asked.person}
        maxLength={200}
      />
      <TextInput
        name="number"
        label={t.number}
        inputMode="numeric"
        width="number"
        defaultValue={asked.number}
        maxLength={9}
      />
      <Select
        name="action"
        label={t.action}
        placeholder={t.anyAction}
        options={sortKazakh(actions, ({ label }) => label)}
        defaultValue={asked.action}
      />
      <div className="flex flex-wrap gap-x-6">
        <DateInput name="from" label={t.from} labels={common.date} defaultValue={datePieces(asked.from)} />
        <DateInput name="to" label={t.to} labels={common.date} defaultValue={datePieces(asked.to)} />
      </div>
      <p className="flex flex-wrap items-center gap-x-6">
        <Button variant="secondary">{common.search}</Button>
        {isAsked && (
          <a href={localePath(locale, '/admin/audit')} className="py-2">
            {t.clear}
          </a>
        )}
      </p>
    </form>
  )
}
