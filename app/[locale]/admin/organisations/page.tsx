import type { Metadata } from 'next'
import { AdminRoom } from '@/components/admin/admin-room'
import { SearchList } from '@/components/admin/search-list'
import { ButtonLink } from '@/components/ui/button'
import { DataTable } from '@/components/ui/data-table'
import { StatusTag } from '@/components/ui/status-tag'
import type { OrganisationList } from '@/lib/admin/organisations/list'
import { loadOrganisations } from '@/lib/admin/organisations/loaders'
import { type AddressQuery, pathWithQuery } from '@/lib/domain/address-query'
import type { Locale } from '@/lib/domain/text'
import { adminOrganisationMessages } from '@/lib/i18n/admin-organisations'
import { type LocaleParams, loadLocale, localePath } from '@/lib/i18n/locale'

type Props = { params: LocaleParams; searchParams: Promise<AddressQuery> }

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
        <SearchList
          locale={locale}
          path={PATH}
          texts={t}
          list={list}
          actions={
            <>
              <ButtonLink variant="secondary" href={localePath(locale, `${PATH}/new`)}>
                {t.add}
              </ButtonLink>
              <ButtonLink variant="secondary" href={localePath(locale, `${PATH}/import`)}>
                {t.import}
              </ButtonLink>
            </>
          }
        >
          <Organisations locale={locale} list={list} />
        </SearchList>
      )}
    </AdminRoom>
  )
}

function Organisations({ locale, list }: { locale: Locale; list: OrganisationList }) {
  const t = adminOrganisationMessages[locale]
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
