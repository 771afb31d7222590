import { ButtonLink } from '@/components/ui/button'
import type { Locale } from '@/lib/domain/text'
import { localePath } from '@/lib/i18n/locale'

/** On through a list, and back to its beginning; `kept` is what the address says beside the place. */
export function Pager({
  locale,
  path,
  kept,
  after,
  next,
  texts,
}: {
  locale: Locale
  path: string
  kept: Readonly<Record<string, string>>
  after: string
  next: string | null
  texts: { nextPage: string; firstPage: string }
}) {
  const href = (more: Readonly<Record<string, string>>) => {
    const query = new URLSearchParams(Object.entries({ ...kept, ...more }).filter(([, value]) => value))
    return localePath(locale, query.size > 0 ? `${path}?${query}` : path)
  }
  if (!next && !after) return null
  return (
    <p className="mt-6 flex flex-wrap gap-3">
      {next && (
        <ButtonLink variant="secondary" href={href({ after: next })}>
          {texts.nextPage}
        </ButtonLink>
      )}
      {after && (
        <ButtonLink variant="quiet" href={href({})}>
          {texts.firstPage}
        </ButtonLink>
      )}
    </p>
  )
}
