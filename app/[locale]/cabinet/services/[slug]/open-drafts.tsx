import { ButtonLink } from '@/components/ui/button'
import type { OpenDraft } from '@/lib/applications/parent/start-choices'
import { applicationPath } from '@/lib/applications/schema'
import { formatDateTime } from '@/lib/domain/dates'
import type { Locale } from '@/lib/domain/text'
import { cabinetMessages } from '@/lib/i18n/cabinet'
import { localePath } from '@/lib/i18n/locale'

/** What was begun and not sent: to go on with, or to throw away. */
export function OpenDrafts({ locale, drafts }: { locale: Locale; drafts: readonly OpenDraft[] }) {
  const t = cabinetMessages[locale].start
  const href = (number: number, rest: string) => localePath(locale, applicationPath(number, rest))
  return (
    <section className="mb-10">
      <h2 className="mb-3 text-lg">{t.draftsTitle}</h2>
      <ul className="space-y-4">
        {drafts.map(({ number, childName, updatedAt }) => (
          <li key={number} className="rounded bg-mist p-4">
            <h3 className="text-lg">{t.draft(number)}</h3>
            {childName && <p>{t.child(childName)}</p>}
            <p className="text-muted">{t.savedAt(formatDateTime(updatedAt, locale))}</p>
            <div className="mt-3 flex flex-wrap items-center gap-x-6 gap-y-2">
              <ButtonLink href={href(number, '/edit')}>{t.resume(number)}</ButtonLink>
              <a href={href(number, '/cancel')} className="py-2">
                {t.remove}
                <span className="sr-only"> {t.draft(number)}</span>
              </a>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
