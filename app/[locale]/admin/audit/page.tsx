import type { Metadata } from 'next'
import { AdminRoom } from '@/components/admin/admin-room'
import { Pager } from '@/components/admin/pager'
import { ButtonLink } from '@/components/ui/button'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { PageTitle } from '@/components/ui/page-title'
import { type AuditPage, loadAudit } from '@/lib/admin/audit/loaders'
import type { Named } from '@/lib/admin/audit/search'
import { type AddressQuery, pathWithQuery } from '@/lib/domain/address-query'
import { formatDateTime } from '@/lib/domain/dates'
import type { Locale } from '@/lib/domain/text'
import { adminAuditMessages, auditActions } from '@/lib/i18n/admin-audit'
import { type LocaleParams, loadLocale, localePath } from '@/lib/i18n/locale'
import { AuditFilters } from './filters'

type Props = { params: LocaleParams; searchParams: Promise<AddressQuery> }

const PATH = '/admin/audit'

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: adminAuditMessages[await loadLocale(params)].title }
}

export default async function AuditRoute({ params, searchParams }: Props) {
  const locale = await loadLocale(params)
  const query = await searchParams
  const path = pathWithQuery(PATH, query)
  const page = await loadAudit(locale, path, query)
  const t = adminAuditMessages[locale]
  const { after: _, ...rest } = query
  return (
    <AdminRoom locale={locale} path={path} current="audit" page={page}>
      {(data) => (
        <>
          <PageTitle lead={t.lead}>{t.title}</PageTitle>
          <p className="mb-6">
            <ButtonLink variant="secondary" href={localePath(locale, '/admin/applications')}>
              {t.look}
            </ButtonLink>
          </p>
          <AuditFilters locale={locale} asked={data.asked} />
          <Entries locale={locale} page={data} />
          <Pager
            locale={locale}
            path={PATH}
            kept={Object.fromEntries(
              Object.entries(rest).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
            )}
            after={data.asked.after}
            next={data.list.next}
            texts={t}
          />
        </>
      )}
    </AdminRoom>
  )
}

function Entries({ locale, page }: { locale: Locale; page: AuditPage }) {
  const t = adminAuditMessages[locale]
  const { rows, empty } = page.list
  const actions = auditActions(locale)
  if (empty === 'noPerson') return <EmptyState title={t.noPerson} text={t.noPersonText} />
  if (empty) return <EmptyState title={empty === 'noNumber' ? t.noNumber : t.none} text={t.noneText} />
  return (
    <DataTable
      caption={t.title}
      columns={[
        { key: 'at', header: t.at },
        { key: 'who', header: t.who },
        { key: 'what', header: t.what },
        { key: 'about', header: t.about },
      ]}
      rows={rows.map(({ id, at, who, action, about, detail }) => ({
        id,
        cells: {
          at: <span className="font-normal tabular-nums">{formatDateTime(at, locale)}</span>,
          who: <span className="[overflow-wrap:anywhere]">{nameOf(who, locale) ?? t.system}</span>,
          what: (
            <>
              {actions[action] ?? <code>{action}</code>}
              {detail && <span className="block text-sm text-muted [overflow-wrap:anywhere]">{detail}</span>}
            </>
          ),
          about: about && <span className="[overflow-wrap:anywhere]">{nameOf(about, locale)}</span>,
        },
      }))}
    />
  )
}

function nameOf(named: Named, locale: Locale): string | null {
  const t = adminAuditMessages[locale]
  if (named === null) return null
  if ('gone' in named) return t.gone
  if ('stranger' in named) return t.stranger
  if ('number' in named) return t.application(named.number)
  return typeof named.text === 'string' ? named.text : named.text[locale]
}
