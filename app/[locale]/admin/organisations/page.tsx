import type { Metadata } from 'next'
import { AdminRoom } from '@/components/admin/admin-room'
import { Pager } from '@/components/admin/pager'
import { SearchForm } from '@/components/admin/search-form'
import { ButtonLink } from '@/components/ui/button'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { PageTitle } from '@/components/ui/page-title'
import { StatusTag } from '@/components/ui/status-tag'
import type { OrganisationList } from '@/lib/admin/organisations/list'
import { loadOrganisations } from '@/lib/admin/organisations/loaders'
import type { Locale } from '@/lib/domain/text'
import { adminOrganisationMessages } from '@/lib/i18n/admin-organisations'
import { type LocaleParams, loadLocale, localePath } from '@/lib/i18n/locale'
import { pathWithQuery, type Query } from '../../work/path-with-query'

type Props = { params: LocaleParams; searchParams: Promise<Query> }

const PATH = '/admin/organisations'

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: adminOrganisationMessages[await loadLocale(params)].title }
}

export default async function OrganisationsPage({ params, searchParams }: Props) {
  const locale = await loadLocale(params)
  const query = await searchParams
  const path = pathWithQuery(PATH, query)
  const page = await loadOrganisations(locale, path, query)
  const t = adminOrganisationMessages[locale]
  return (
    <AdminRoom locale={locale} path={path} current="organisations" page={page}>
      {(list) => (
        <>
          <PageTitle lead={t.lead}>{t.title}</PageTitle>
          <p className="mb-6 flex flex-wrap gap-3">
            <ButtonLink variant="secondary" href={localePath(locale, `${PATH}/new`)}>
              {t.add}
            </ButtonLink>
            <ButtonLink variant="secondary" href={localePath(locale, `${PATH}/import`)}>
              {t.import}
            </ButtonLink>
          </p>
          <SearchForm locale={locale} path={PATH} search={list.search} texts={t} />
          <Organisations locale={locale} list={list} />
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

function Organisations({ locale, list }: { locale: Locale; list: OrganisationList }) {
  const t = adminOrganisationMessages[locale]
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
        { key: 'kind', header: t.kind },
        { key: 'bin', header: t.bin },
        { key: 'district', header: t.district },
        { key: 'state', header: t.state },
      ]}
      rows={list.rows.map((row) => ({
        id: row.id,
        cells: {
          name: (
            <a href={localePath(locale, `${PATH}/${row.bin}`)} className="inline-block py-1">
              {row.name[locale]}
            </a>
          ),
          kind: t.kinds[row.kind],
          bin: <span className="tabular-nums">{row.bin}</span>,
          district: row.district[locale],
          state: (
            <StatusTag tone={row.isClosed ? 'warn' : 'ok'} icon={row.isClosed ? 'cross' : 'check'}>
              {row.isClosed ? t.closed : t.isOpen}
            </StatusTag>
          ),
        },
      }))}
    />
  )
}
