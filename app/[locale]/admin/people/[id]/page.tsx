import type { Metadata } from 'next'
import { AdminRoom } from '@/components/admin/admin-room'
import { Done } from '@/components/admin/done'
import { FieldsForm } from '@/components/form/fields-form'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import { changeRole, resend } from '@/lib/admin/people/actions'
import { loadPerson } from '@/lib/admin/people/loaders'
import type { Person } from '@/lib/admin/people/person'
import type { Locale } from '@/lib/domain/text'
import { adminPeopleMessages } from '@/lib/i18n/admin-people'
import { commonMessages } from '@/lib/i18n/common'
import { formTexts } from '@/lib/i18n/forms'
import { loadLocale, localePath } from '@/lib/i18n/locale'
import { RoleCard } from './role-card'

type Props = {
  params: Promise<{ locale: string; id: string }>
  searchParams: Promise<{ done?: string | string[] }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: adminPeopleMessages[await loadLocale(params)].title }
}

export default async function PersonPage({ params, searchParams }: Props) {
  const locale = await loadLocale(params)
  const { id } = await params
  const { done } = await searchParams
  const path = `/admin/people/${id}`
  const permalink = localePath(locale, path)
  const page = await loadPerson(locale, id)
  const t = adminPeopleMessages[locale]
  return (
    <AdminRoom
      locale={locale}
      path={path}
      current="people"
      page={page}
      forms={[
        { action: changeRole, permalink },
        { action: resend, permalink },
      ]}
    >
      {(person) => (
        <div className="max-w-reading">
          <Breadcrumb
            label={commonMessages[locale].breadcrumb}
            items={[{ href: localePath(locale, '/admin/people'), label: t.title }]}
            current={person.name}
          />
          <div className="mt-4">
            <PageTitle lead={person.email}>{person.name}</PageTitle>
          </div>
          <Done
            locale={locale}
            done={done}
            words={{ ended: t.person.ended, saved: t.person.saved, invited: t.person.invited }}
          />
          {person.isSelf && (
            <div className="mb-6">
              <Notice tone="info" title={commonMessages[locale].warning}>
                <p>{t.person.self}</p>
              </Notice>
            </div>
          )}
          {!person.accepted && <Unaccepted locale={locale} person={person} permalink={permalink} />}
          <h2 className="mb-3 text-lg">{t.rolesTitle}</h2>
          <ul className="space-y-4">
            {person.roles.map((role) => (
              <li key={role.id}>
                <RoleCard locale={locale} person={person} role={role} permalink={permalink} />
              </li>
            ))}
          </ul>
          {!person.isSelf && (
            <p className="mt-8">
              <ButtonLink variant="secondary" href={localePath(locale, '/admin/people/invite')}>
                {t.invite}
              </ButtonLink>
            </p>
          )}
        </div>
      )}
    </AdminRoom>
  )
}

function Unaccepted({ locale, person, permalink }: { locale: Locale; person: Person; permalink: string }) {
  const t = adminPeopleMessages[locale]
  return (
    <section className="mb-8 rounded bg-mist p-4 sm:p-6">
      <h2 className="mb-3 text-lg">{t.unaccepted}</h2>
      <FieldsForm
        action={resend}
        permalink={`${permalink}#resend`}
        locale={locale}
        texts={formTexts(locale)}
        hidden={{ person: person.id }}
        buttons={[{ label: t.person.resend, variant: 'secondary' }]}
      />
    </section>
  )
}
