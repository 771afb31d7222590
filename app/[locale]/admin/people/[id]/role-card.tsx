import { stepFields } from '@/components/application/step-fields'
import { FieldsForm } from '@/components/form/fields-form'
import { Panel } from '@/components/ui/panel'
import { StatusTag } from '@/components/ui/status-tag'
import { changeRole } from '@/lib/admin/people/actions'
import type { HeldRole, Person } from '@/lib/admin/people/person'
import { lastDay, PERIOD_FIELDS } from '@/lib/admin/people/schema'
import { dateInAlmaty, formatDate } from '@/lib/domain/dates'
import type { Locale } from '@/lib/domain/text'
import { adminPeopleMessages } from '@/lib/i18n/admin-people'
import { formTexts } from '@/lib/i18n/forms'

const LOOKS = {
  now: { tone: 'ok', icon: 'check' },
  ahead: { tone: 'info', icon: 'clock' },
  past: { tone: 'neutral', icon: 'cross' },
} as const

type Given = { locale: Locale; person: Person; role: HeldRole; permalink: string }

/** One role of somebody, with what may be changed of it. */
export function RoleCard({ locale, person, role, permalink }: Given) {
  const t = adminPeopleMessages[locale]
  const to = role.to && lastDay(role.to)
  const mayChange = !person.isSelf && role.state !== 'past'
  return (
    <Panel>
      <h3 className="text-base">
        {t.roles[role.role]}
        {role.isActing && ` (${t.acting})`}
      </h3>
      <p>{role.organisation[locale]}</p>
      <p className="mt-1 mb-2">
        {t.since(formatDate(dateInAlmaty(role.from), locale, 'short'))}
        {to ? ` ${t.until(formatDate(to, locale, 'short'))}` : `, ${t.person.unlimited.toLowerCase()}`}
      </p>
      {role.basis && <p className="mb-2 text-sm">{t.person.basis(role.basis)}</p>}
      {role.iin && (
        <p className="mb-2 text-sm tabular-nums">
          {t.person.iin}: {role.iin}
        </p>
      )}
      <StatusTag {...LOOKS[role.state]}>{t.person.states[role.state]}</StatusTag>
      {mayChange && (
        <div className="mt-4 border-t border-line-soft pt-4">
          <h4 className="mb-2 text-base">{t.person.change}</h4>
          <FieldsForm
            action={changeRole}
            permalink={`${permalink}#${role.id}`}
            locale={locale}
            texts={formTexts(locale)}
            idPrefix={`${role.id}-`}
            hidden={{ id: role.id, person: person.id }}
            fields={stepFields(PERIOD_FIELDS, locale, { to: to ?? '' }, null)}
            before={<p className="mb-4">{role.isActing ? t.person.actingNote : t.person.changeLead}</p>}
            buttons={[
              { label: t.person.save, variant: 'secondary', intent: 'save' },
              { label: t.person.end, variant: 'quiet', intent: 'end', unchecked: true },
            ]}
          />
        </div>
      )}
    </Panel>
  )
}
