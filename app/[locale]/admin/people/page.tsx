import type { Metadata } from 'next'
import { AdminRoom } from '@/components/admin/admin-room'
import { Pager } from '@/components/admin/pager'
import { SearchForm } from '@/components/admin/search-form'
import { ButtonLink } from '@/components/ui/button'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { PageTitle } from '@/components/ui/page-title'
import { StatusTag } from '@/components/ui/status-tag'
import type { PeopleList } from '@/lib/admin/people/list'
import { loadPeople } from '@/lib/admin/people/loaders'
import type { Locale } from '@/lib/domain/text'
import { adminPeopleMessages } from '@/lib/i18n/admin-people'
import { type LocaleParams, loadLocale, localePath } from '@/lib/i18n/locale'
import { pathWithQuery, type Query } from '../../work/path-with-query'

type Props = { params: LocaleParams; searchParams: Promise<Query> }

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
        <>
          <PageTitle lead={t.lead}>{t.title}</PageTitle>
          <p className="mb-6">
            <ButtonLink variant="secondary" href={localePath(locale, `${PATH}/invite`)}>
              {t.invite}
            </ButtonLink>
          </p>
          <SearchForm locale={locale} path={PATH} search={list.search} texts={t} />
          <People locale={locale} list={list} />
          <Pager
            locale={locale}
            path={PATH}
            kept={{ q: list.search }}
            after={list.after}
            next={list.next}
            texts={t}
          />
        </>
      )}
    </AdminRoom>
  )
}

function People({ locale, list }: { locale: Locale; list: PeopleList }) {
  const t = adminPeopleMessages[locale]
  if (list.rows.length === 0)
    return list.search ? (
      <EmptyState title={t.none} text={t.noneText} />
    ) : (
      <EmptyState title={t.empty} text={t.emptyText} />
    )
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
