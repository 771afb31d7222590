import { stepFields } from '@/components/application/step-fields'
import { FieldsForm } from '@/components/form/fields-form'
import { DataTable } from '@/components/ui/data-table'
import { StatusTag } from '@/components/ui/status-tag'
import type { Team } from '@/lib/applications/provider/team'
import { appointActingHead, endActingHead } from '@/lib/applications/provider/team-actions'
import { formatDate } from '@/lib/domain/dates'
import type { Field } from '@/lib/domain/fields'
import type { Locale } from '@/lib/domain/text'
import { formTexts } from '@/lib/i18n/forms'
import { teamMessages } from '@/lib/i18n/team'

const LOOKS = {
  now: { tone: 'ok', icon: 'check' },
  coming: { tone: 'info', icon: 'clock' },
  past: { tone: 'neutral', icon: 'file' },
} as const

type Props = { locale: Locale; team: Team; permalink: string }

/** Who acts, acted or will act in the head's place, each with the order that says so. */
export function ActingTerms({ locale, team, permalink }: Props) {
  const t = teamMessages[locale]
  const { terms, mayAppoint, organisation } = team
  const day = (date: string) => formatDate(date, locale, 'short')
  return (
    <section className="mb-12">
      <h2 className="mb-3 text-xl">{t.terms}</h2>
      {terms.length === 0 && <p>{t.none}</p>}
      {terms.length > 0 && (
        <DataTable
          caption={t.terms}
          columns={[
            { key: 'name', header: t.name },
            { key: 'when', header: t.when },
            { key: 'basis', header: t.basis },
            { key: 'state', header: t.state },
            { key: 'action', header: t.action, isControl: true },
          ]}
          rows={terms.map((term) => ({
            id: term.id,
            cells: {
              name: term.name,
              when: <span className="tabular-nums">{t.days(day(term.from), day(term.to))}</span>,
              basis: term.basis,
              state: <StatusTag {...LOOKS[term.state]}>{t.states[term.state]}</StatusTag>,
              action:
                mayAppoint && term.state !== 'past' ? (
                  <FieldsForm
                    action={endActingHead}
                    permalink={`${permalink}#${term.id}`}
                    locale={locale}
                    texts={formTexts(locale)}
                    hidden={{ organisation: organisation.id, term: term.id }}
                    buttons={[
                      {
                        label: term.state === 'now' ? t.end : t.withdraw,
                        about: term.name,
                        variant: 'secondary',
                      },
                    ]}
                  />
                ) : null,
            },
          }))}
        />
      )}
    </section>
  )
}

/** The appointment: whom, between which days, by which order. */
export function ActingForm({ locale, team, fields, permalink }: Props & { fields: readonly Field[] }) {
  const t = teamMessages[locale]
  if (!team.mayAppoint) return <p className="text-muted">{t.notHead}</p>
  return (
    <section className="max-w-reading">
      <h2 className="mb-3 text-xl">{t.appoint}</h2>
      {team.candidates.length === 0 && <p>{t.nobody}</p>}
      {team.candidates.length > 0 && (
        <>
          <p className="mb-3">{t.appointText}</p>
          <p className="mb-6 text-muted">{t.key}</p>
          <FieldsForm
            action={appointActingHead}
            permalink={`${permalink}#appoint`}
            locale={locale}
            texts={formTexts(locale)}
            fields={stepFields(fields, locale, {}, null)}
            hidden={{ organisation: team.organisation.id }}
            buttons={[{ label: t.form.submit, variant: 'primary' }]}
          />
        </>
      )}
    </section>
  )
}
