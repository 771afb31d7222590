import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageTitle } from '@/components/ui/page-title'
import { TextInput } from '@/components/ui/text-input'
import type { Locale } from '@/lib/domain/text'
import { commonMessages } from '@/lib/i18n/common'
import { localePath } from '@/lib/i18n/locale'
import { Pager } from './pager'

type Texts = Readonly<
  Record<
    | 'title'
    | 'lead'
    | 'search'
    | 'searchClear'
    | 'none'
    | 'noneText'
    | 'empty'
    | 'emptyText'
    | 'nextPage'
    | 'firstPage',
    string
  >
>

type Shown = { locale: Locale; path: string; search: string; texts: Texts }

/** A list that is searched and gone through page by page; `path` is its own address, `children` its table. */
export function SearchList({
  list,
  actions,
  children,
  ...shown
}: Omit<Shown, 'search'> & {
  list: { rows: readonly unknown[]; search: string; after: string; next: string | null }
  actions: ReactNode
  children: ReactNode
}) {
  const { locale, path, texts } = shown
  const { search, after, next } = list
  return (
    <>
      <PageTitle lead={texts.lead}>{texts.title}</PageTitle>
      <p className="mb-6 flex flex-wrap gap-3">{actions}</p>
      <SearchForm {...shown} search={search} />
      {list.rows.length > 0 ? (
        children
      ) : search ? (
        <EmptyState title={texts.none} text={texts.noneText} />
      ) : (
        <EmptyState title={texts.empty} text={texts.emptyText} />
      )}
      <Pager locale={locale} path={path} kept={{ q: search }} after={after} next={next} texts={texts} />
    </>
  )
}

function SearchForm({ locale, path, search, texts }: Shown) {
  return (
    <form action={localePath(locale, path)} role="search" className="flex flex-wrap items-end gap-x-3">
      <div className="min-w-0 grow basis-64 sm:max-w-reading">
        <TextInput name="q" type="search" label={texts.search} defaultValue={search} maxLength={100} />
      </div>
      <div className="mb-6 flex flex-wrap items-center gap-x-3">
        <Button variant="secondary">{commonMessages[locale].search}</Button>
        {search && <a href={localePath(locale, path)}>{texts.searchClear}</a>}
      </div>
    </form>
  )
}
