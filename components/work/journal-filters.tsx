import type { RegisterPage } from '@/lib/applications/provider/registers'
import { sortKazakh } from '@/lib/domain/collation'
import type { Locale } from '@/lib/domain/text'
import { localePath } from '@/lib/i18n/locale'
import { workMessages } from '@/lib/i18n/work'
import { Choices } from './choices'

type Part = Pick<RegisterPage, 'kind' | 'organisation' | 'organisations' | 'year'> & { after?: string }

export function journalPath({ kind, organisation, organisations, year, after }: Part): string {
  const query = new URLSearchParams({ kind, year: String(year) })
  if (organisations.length > 1) query.set('organisation', organisation.id)
  if (after) query.set('after', after)
  return `/work/journal?${query}`
}

/** Which register and year, and whose when there are several. */
export function JournalFilters({ locale, register }: { locale: Locale; register: RegisterPage }) {
  const t = workMessages[locale].journal
  const { kind, kinds, organisation, organisations, year, years } = register
  return (
    <>
      {organisations.length > 1 && (
        <Choices
          label={t.organisations}
          items={sortKazakh(organisations, (o) => o.name[locale]).map((o) => ({
            href: localePath(locale, journalPath({ ...register, organisation: o })),
            label: o.name[locale],
            current: o.id === organisation.id,
          }))}
        />
      )}
      {kinds.length > 1 && (
        <Choices
          label={t.registers}
          items={kinds.map((k) => ({
            href: localePath(locale, journalPath({ ...register, kind: k })),
            label: t.kinds[k],
            current: k === kind,
          }))}
        />
      )}
      {years.length > 1 && (
        <Choices
          label={t.years}
          items={years.map((y) => ({
            href: localePath(locale, journalPath({ ...register, year: y })),
            label: String(y),
            current: y === year,
          }))}
        />
      )}
    </>
  )
}
