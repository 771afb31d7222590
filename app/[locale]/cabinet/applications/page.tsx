import type { Metadata } from 'next'
import { CabinetPage } from '@/app/[locale]/cabinet/cabinet-page'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageTitle } from '@/components/ui/page-title'
import { loadList } from '@/lib/applications/parent/loaders'
import type { OwnList } from '@/lib/applications/parent/own-list'
import type { Locale } from '@/lib/domain/text'
import { cabinetMessages } from '@/lib/i18n/cabinet'
import { claimMessages } from '@/lib/i18n/claims'
import { type LocaleParams, loadLocale, localePath } from '@/lib/i18n/locale'
import { NotReady } from '../not-ready'
import { ApplicationCard } from './application-card'

type Props = { params: LocaleParams; searchParams: Promise<{ before?: string | string[] }> }

const PATH = '/cabinet/applications'

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: cabinetMessages[await loadLocale(params)].list.title }
}

export default async function ApplicationsPage({ params, searchParams }: Props) {
  const locale = await loadLocale(params)
  const { before } = await searchParams
  const page = await loadList(locale, before)
  const query = typeof before === 'string' ? `?before=${encodeURIComponent(before)}` : ''
  return (
    <CabinetPage locale={locale} path={`${PATH}${query}`} current="applications">
      {page.status === 'ready' ? (
        <List locale={locale} list={page.data} isFirst={query === ''} />
      ) : (
        <NotReady locale={locale} page={page} />
      )}
    </CabinetPage>
  )
}

function List({ locale, list, isFirst }: { locale: Locale; list: OwnList; isFirst: boolean }) {
  const t = cabinetMessages[locale].list
  return (
    <div className="max-w-reading">
      <PageTitle>{t.title}</PageTitle>
      {list.rows.length === 0 && (
        <EmptyState title={t.empty} text={t.emptyText}>
          <ButtonLink href={localePath(locale, '/cabinet/services')}>{t.toServices}</ButtonLink>
        </EmptyState>
      )}
      <ul className="space-y-4">
        {list.rows.map((row) => (
          <li key={row.number}>
            <ApplicationCard locale={locale} application={row} />
          </li>
        ))}
      </ul>
      <p className="mt-6">
        <a href={localePath(locale, '/cabinet/claim')} className="inline-block py-2">
          {claimMessages[locale].claim.link}
        </a>
      </p>
      <nav className="mt-2 flex flex-wrap gap-x-6">
        {!isFirst && (
          <a href={localePath(locale, PATH)} className="py-2">
            {t.newest}
          </a>
        )}
        {list.next !== null && (
          <a href={`${localePath(locale, PATH)}?before=${list.next}`} className="py-2" rel="next">
            {t.older}
          </a>
        )}
      </nav>
    </div>
  )
}
