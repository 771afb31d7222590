import { DataTable } from '@/components/ui/data-table'
import type { TeamMember } from '@/lib/applications/provider/team'
import type { Locale } from '@/lib/domain/text'
import { teamMessages } from '@/lib/i18n/team'

/** Who works in the organisation today. */
export function TeamTable({ locale, people }: { locale: Locale; people: readonly TeamMember[] }) {
  const t = teamMessages[locale]
  return (
    <section className="mb-12 max-w-3xl">
      <h2 className="mb-3 text-xl">{t.people}</h2>
      <DataTable
        caption={t.people}
        columns={[
          { key: 'name', header: t.name },
          { key: 'role', header: t.role },
        ]}
        rows={people.map(({ accountId, name, isMe, roles }) => ({
          id: accountId,
          cells: {
            name: isMe ? `${name} (${t.me})` : name,
            role: roles
              .map(({ role, isActing }) => (isActing ? t.acting : (t.roles[role] ?? role)))
              .join(', '),
          },
        }))}
      />
      <p className="mt-3 text-muted">{t.fromAdmin}</p>
    </section>
  )
}
