import type { Metadata } from 'next'
import { AdminRoom } from '@/components/admin/admin-room'
import { SearchList } from '@/components/admin/search-list'
import { ButtonLink } from '@/components/ui/button'
import { DataTable } from '@/components/ui/data-table'
import { StatusTag } from '@/components/ui/status-tag'
import type { PeopleList } from '@/lib/admin/people/list'
import { loadPeople } from '@/lib/admin/people/loaders'
import { type AddressQuery, pathWithQuery } from '@/lib/domain/address-query'
import type { Locale } from '@/lib/domain/text'
import { adminPeopleMessages } from '@/lib/i18n/admin-people'
import { type LocaleParams, loadLocale, localePath } from '@/lib/i18n/locale'

type Props = { params: LocaleParams; searchParams: Promise<AddressQuery> }

const PATH = '/admin/people'

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: adminPeopleMessages[await loadLocale(params)].title }
}

export default async function PeoplePage({ params, searchParams }: Props) {
  const locale = await loadLocale(params)
  const query = await searchParams
  const path = pathWithQuery(PATH, query)
  const page = await loadPeople(locale, path, query)
  const t = adminPeopleMessages[locale]
  return (
    <AdminRoom locale={locale} path={path} current="people" page={page}>
      {(list) => (
        <SearchList
          locale={locale}
          path={PATH}
          texts={t}
          list={list}
          actions={
            <ButtonLink variant="secondary" href={localePath(locale, `${PATH}/invite`)}>
              {t.invite}
            </ButtonLink>
          }
        >
          <People locale={locale} list={list} />
        </SearchList>
      )}
    </AdminRoom>
  )
}

function People({ locale, list }: { locale: Locale; list: PeopleList }) {
  const t = adminPeopleMessages[locale]
  return (
    <DataTable
      caption={t.title}
      columns={[
        { key: 'name', header: t.name },
        { key: 'roles', header: t.rolesTitle },
        { key: 'email', header: t.email },
      ]}
      rows={list.rows.map((row) => ({
        id: row.id,
        cells: {
          name: (
            <a href={localePath(locale, `${PATH}/${row.id}`)} className="inline-block py-1">
              {row.name}
            </a>
          ),
          roles: (
            <>
              {row.roles.map(({ role, isActing, organisation }) => (
                <span key={`${role} ${organisation.ru}`} className="block">
                  {t.roles[role]}
                  {isActing && ` (${t.acting})`}, {organisation[locale]}
                </span>
              ))}
              {row.roles.length === 0 && t.noRoles}
            </>
          ),
          email: (
            <>
              <span className="block [overflow-wrap:anywhere]">{row.email}</span>
              {!row.accepted && (
                <StatusTag tone="warn" icon="clock">
                  {t.unaccepted}
                </StatusTag>
              )}
            </>
          ),
        },
      }))}
    />
  )
}
