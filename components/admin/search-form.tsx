import { Button } from '@/components/ui/button'
import { TextInput } from '@/components/ui/text-input'
import type { Locale } from '@/lib/domain/text'
import { commonMessages } from '@/lib/i18n/common'
import { localePath } from '@/lib/i18n/locale'

/** What a list is searched by; `path` is the list's own address. */
export function SearchForm({
  locale,
  path,
  search,
  texts,
}: {
  locale: Locale
  path: string
  search: string
  texts: { search: string; searchClear: string }
}) {
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
