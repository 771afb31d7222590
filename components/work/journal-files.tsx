import type { RegisterPage } from '@/lib/applications/provider/registers'
import type { Locale } from '@/lib/domain/text'
import { journalMessages } from '@/lib/i18n/journal'
import { localePath } from '@/lib/i18n/locale'

/** The journal of this year to be printed or worked on elsewhere, and how its numbers are written. */
export function JournalFiles({ locale, register }: { locale: Locale; register: RegisterPage }) {
  const t = journalMessages[locale]
  const { kind, organisation, year, volumes, mayNumber } = register
  if (kind === 'issued') return null
  const book = { organisation: organisation.id, kind, year: String(year) }
  const file = (format: string, more: Record<string, string> = {}) =>
    `/api/journal/${format}?${new URLSearchParams({ ...book, ...more })}`
  const link = 'inline-block py-2'
  return (
    <nav aria-label={t.files} className="mb-6">
      <ul className="flex flex-wrap gap-x-6">
        {volumes.map(({ after, from, to }) => (
          <li key={after}>
            <a className={link} href={file('pdf', volumes.length > 1 ? { after: String(after) } : {})}>
              {volumes.length > 1 ? t.pdfPart(from, to) : t.pdf}
            </a>
          </li>
        ))}
        {volumes.length > 0 &&
          (['xlsx', 'csv'] as const).map((format) => (
            <li key={format}>
              <a className={link} href={file(format)}>
                {t[format]}
              </a>
            </li>
          ))}
        {mayNumber && (
          <li>
            <a
              className={link}
              href={localePath(locale, `/work/journal/settings?${new URLSearchParams(book)}`)}
            >
              {t.settings}
            </a>
          </li>
        )}
      </ul>
    </nav>
  )
}
