import { ButtonLink } from '@/components/ui/button'
import type { EntryDraft } from '@/lib/applications/paper/entry-page'
import { formatDateTime } from '@/lib/domain/dates'
import type { Locale } from '@/lib/domain/text'
import { localePath } from '@/lib/i18n/locale'
import { paperEntryMessages } from '@/lib/i18n/paper-entry'

/** What was begun at the desk and not accepted: to go on with. */
export function EntryDrafts({
  locale,
  drafts,
  path,
}: {
  locale: Locale
  drafts: readonly EntryDraft[]
  /** Of the list, without the language. */
  path: string
}) {
  const t = paperEntryMessages[locale]
  if (drafts.length === 0) return null
  return (
    <section className="mt-12" aria-labelledby="drafts">
      <h2 id="drafts" className="mb-3 text-lg">
        {t.drafts}
      </h2>
      <ul className="space-y-4">
        {drafts.map(({ number, service, applicantName, subjectName, byName, updatedAt }) => (
          <li key={number} className="rounded bg-mist p-4">
            <h3 className="text-lg">{subjectName || applicantName || t.nobody}</h3>
            <p>
              {service[locale]} · <span className="whitespace-nowrap">{t.numbered(number)}</span>
            </p>
            <p className="text-sm text-muted">{t.begunBy(byName, formatDateTime(updatedAt, locale))}</p>
            <p className="mt-3">
              <ButtonLink variant="secondary" href={localePath(locale, `${path}/${number}`)}>
                {t.resume}
                <span className="sr-only"> {t.numbered(number)}</span>
              </ButtonLink>
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
