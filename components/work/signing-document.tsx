import { Details } from '@/components/ui/details'
import type { WaitingRow } from '@/lib/applications/provider/waiting'
import { formatDate } from '@/lib/domain/dates'
import type { Locale } from '@/lib/domain/text'
import { headSigningMessages } from '@/lib/i18n/head-signing'
import { localePath } from '@/lib/i18n/locale'
import { workMessages } from '@/lib/i18n/work'
import { DueWords } from './due-date'
import { PaperText } from './paper-text'

/** One document that waits: whom and what it is about at a glance, and folded what there is to read before it is signed. */
export function SigningDocument({
  locale,
  row,
  paperAllowed,
}: {
  locale: Locale
  row: WaitingRow
  paperAllowed: boolean
}) {
  const t = headSigningMessages[locale]
  const { number, subjectName, service, paper, given, due, filledIn, text } = row
  const link = 'inline-block py-1 md:py-2'
  return (
    <>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <p className="text-lg font-bold">{subjectName}</p>
        <p className="flex flex-wrap gap-x-4 text-sm text-muted">
          <span>{t.given(paper, given.label)}</span>
          <span>{workMessages[locale].queue.numbered(number)}</span>
          {due && (
            <span>
              {t.due}: {formatDate(due.date, locale, 'short')} <DueWords locale={locale} due={due} />
            </span>
          )}
        </p>
      </div>
      <p>{service[locale]}</p>
      <Details summary={t.filled}>
        <dl className="space-y-1">
          {filledIn.map(({ field, label, value }) => (
            <div key={field} className="min-w-0 [overflow-wrap:anywhere]">
              <dt className="inline text-muted">{label}: </dt>
              <dd className="inline">{value}</dd>
            </div>
          ))}
        </dl>
        <PaperText locale={locale} paper={paper} text={text} open />
      </Details>
      <p className="mt-1 flex flex-wrap gap-x-4 text-sm md:gap-x-6">
        <a className={link} href={localePath(locale, `/work/applications/${number}`)}>
          {t.open}
        </a>
        {paperAllowed && (
          <a className={link} href={`/api/papers/draft/${number}`}>
            {t.draft}
          </a>
        )}
        <a
          className={paperAllowed ? link : `${link} scripted:hidden`}
          href={localePath(locale, `/work/applications/${number}/sign`)}
        >
          {t.sheet}
        </a>
      </p>
    </>
  )
}
