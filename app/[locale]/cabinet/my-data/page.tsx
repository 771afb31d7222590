import type { Metadata } from 'next'
import { CabinetPage } from '@/app/[locale]/cabinet/cabinet-page'
import { DataTable } from '@/components/ui/data-table'
import { Details } from '@/components/ui/details'
import { EmptyState } from '@/components/ui/empty-state'
import { PageTitle } from '@/components/ui/page-title'
import { loadMyData } from '@/lib/applications/parent/loaders'
import type { Look, LookedAt, MyData } from '@/lib/applications/parent/my-data'
import { applicationPath } from '@/lib/applications/schema'
import { formatDateTime } from '@/lib/domain/dates'
import type { Locale } from '@/lib/domain/text'
import { type LocaleParams, loadLocale, localePath } from '@/lib/i18n/locale'
import { myDataMessages } from '@/lib/i18n/my-data'
import { NotReady } from '../not-ready'

type Query = { application?: string | string[]; after?: string | string[] }
type Props = { params: LocaleParams; searchParams: Promise<Query> }

const PATH = '/cabinet/my-data'

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: myDataMessages[await loadLocale(params)].title }
}

export default async function MyDataPage({ params, searchParams }: Props) {
  const locale = await loadLocale(params)
  const { application, after } = await searchParams
  const one = (value: string | string[] | undefined) => (typeof value === 'string' ? value : null)
  const query = { application: one(application), after: one(after) }
  const page = await loadMyData(locale, query)
  return (
    <CabinetPage locale={locale} path={addressOf(query)} current="profile">
      {page.status === 'ready' ? (
        <Looks locale={locale} data={page.data} isFirst={query.after === null} />
      ) : (
        <NotReady locale={locale} page={page} />
      )}
    </CabinetPage>
  )
}

function addressOf({ application, after }: { application: string | null; after?: string | null }): string {
  const params = new URLSearchParams()
  if (application) params.set('application', application)
  if (after) params.set('after', after)
  return params.size > 0 ? `${PATH}?${params}` : PATH
}

function Looks({ locale, data, isFirst }: { locale: Locale; data: MyData; isFirst: boolean }) {
  const t = myDataMessages[locale]
  const { of, applications, next } = data
  const application = of === null ? null : String(of)
  return (
    <>
      <PageTitle lead={t.lead}>{of === null ? t.title : t.ofOne(of)}</PageTitle>
      {of !== null && (
        <p className="mb-6">
          <a href={localePath(locale, PATH)} className="inline-block py-2">
            {t.all}
          </a>
        </p>
      )}
      {applications.length === 0 && <EmptyState title={t.empty} text={t.emptyText} />}
      {applications.map((looked) => (
        <Application key={looked.number} locale={locale} looked={looked} />
      ))}
      <nav aria-label={t.title} className="mb-8 flex flex-wrap gap-x-6 empty:hidden">
        {!isFirst && (
          <a href={localePath(locale, addressOf({ application }))} className="py-2">
            {t.newest}
          </a>
        )}
        {next !== null && (
          <a href={localePath(locale, addressOf({ application, after: next }))} className="py-2" rel="next">
            {t.older}
          </a>
        )}
      </nav>
      <Details summary={t.rights}>
        <p>{t.law}</p>
        <p>{t.doubt}</p>
      </Details>
    </>
  )
}

function Application({ locale, looked: { number, service, looks } }: { locale: Locale; looked: LookedAt }) {
  const t = myDataMessages[locale]
  return (
    <section className="mb-10">
      <h2 className="mb-3 text-lg">
        {`${service[locale]} · `}
        <a href={localePath(locale, applicationPath(number))}>{t.numbered(number)}</a>
      </h2>
      <DataTable
        caption={t.ofOne(number)}
        columns={[
          { key: 'when', header: t.when },
          { key: 'who', header: t.who },
          { key: 'what', header: t.what },
        ]}
        rows={looks.map((look) => ({
          id: look.id,
          cells: {
            when: <span className="tabular-nums">{formatDateTime(look.at, locale)}</span>,
            who: <Who locale={locale} look={look} />,
            what: openedIn(look, locale),
          },
        }))}
      />
    </section>
  )
}

function Who({ locale, look }: { locale: Locale; look: Look }) {
  const t = myDataMessages[locale]
  const { readerName, role, organisation, reason } = look
  const post = [role && t.roles[role], organisation?.[locale]].filter(Boolean).join(', ')
  return (
    <>
      <span className="block">{readerName}</span>
      <span className="block text-sm text-muted">{post}</span>
      {reason && <span className="block text-sm">{t.reason(reason)}</span>}
    </>
  )
}

/** «заявка; приложенные документы (3 раза)». */
function openedIn({ opened }: Look, locale: Locale): string {
  const t = myDataMessages[locale]
  return opened
    .map(({ what, times }) => (times > 1 ? `${t.kinds[what]} (${t.times(times)})` : t.kinds[what]))
    .join('; ')
}
