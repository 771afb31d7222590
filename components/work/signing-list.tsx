import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import type { HeadKey } from '@/lib/applications/provider/head-key'
import type { SigningPage } from '@/lib/applications/provider/loaders'
import type { Waiting, WaitingRow } from '@/lib/applications/provider/waiting'
import { formatDate } from '@/lib/domain/dates'
import type { Locale } from '@/lib/domain/text'
import { commonMessages } from '@/lib/i18n/common'
import { headSigningMessages } from '@/lib/i18n/head-signing'
import { localePath } from '@/lib/i18n/locale'
import { ncaLayerMessages } from '@/lib/i18n/ncalayer'
import { workMessages } from '@/lib/i18n/work'
import { DueWords } from './due-date'
import { HeadKeyNotes } from './head-key'
import { PaperText } from './paper-text'
import { SigningSession } from './signing-session'

/** All that waits for the head's signature; of two organisations two lists, since a key names one. */
export function SigningList({ locale, page }: { locale: Locale; page: SigningPage }) {
  const t = headSigningMessages[locale]
  if (page.lists.length === 0) {
    return (
      <>
        <PageTitle>{t.title}</PageTitle>
        <EmptyState title={t.empty} text={t.emptyText} />
      </>
    )
  }
  return (
    <>
      <PageTitle lead={`${t.lead} ${t.provisional}`}>{t.title}</PageTitle>
      {page.lists.map((list) => (
        <section key={list.organisation.id} className="mb-12 max-w-3xl">
          {page.lists.length > 1 && <h2 className="mb-4 text-xl">{list.organisation.name[locale]}</h2>}
          <OneList locale={locale} list={list} headKey={page.key} />
        </section>
      ))}
    </>
  )
}

function OneList({ locale, list, headKey }: { locale: Locale; list: Waiting; headKey: HeadKey }) {
  const t = headSigningMessages[locale]
  const leftOver = (n: number) => (n > 0 ? t.waiting(n) : t.allSigned)
  const { rows, organisation, conflicting, stuck, count } = list
  const { name, bin, paperAllowed } = organisation
  return (
    <>
      {conflicting > 0 && (
        <div className="mb-4">
          <Notice tone="info" title={commonMessages[locale].warning}>
            <p>{t.conflicting(conflicting)}</p>
            {stuck > 0 && (
              <p>
                {t.stuck(stuck)} <a href={localePath(locale, '/work/team')}>{t.team}</a>
              </p>
            )}
          </Notice>
        </div>
      )}
      {count === 0 && <p>{t.empty}</p>}
      {rows.length < count && <p className="mb-4">{t.more(rows.length)}</p>}
      {rows.length > 0 && (
        <>
          <div className="mb-6">
            <HeadKeyNotes locale={locale} headKey={headKey} organisation={{ name: name[locale], bin }} />
          </div>
          {headKey.status === 'ready' ? (
            <SigningSession
              locale={locale}
              headings={[...rows.map((_, done) => t.waiting(count - done)), leftOver(count - rows.length)]}
              rows={rows.map((row) => ({
                number: row.number,
                reason: null,
                label: t.tick(row.subjectName, row.number),
                content: <RowContent locale={locale} row={row} paperAllowed={paperAllowed} />,
              }))}
              keys={{ iin: headKey.iin, extKeyUsageOids: headKey.extKeyUsageOids }}
              ncaLayer={headKey.ncaLayer}
              texts={t.course}
              edsTexts={ncaLayerMessages[locale]}
              list={localePath(locale, '/work/signing')}
            />
          ) : (
            <>
              <p className="mb-4 text-lg font-bold">{t.waiting(count)}</p>
              <ol className="list-none space-y-4 p-0">
                {rows.map((row) => (
                  <li key={row.number} className="rounded border border-line-soft p-4">
                    <RowContent locale={locale} row={row} paperAllowed={paperAllowed} />
                  </li>
                ))}
              </ol>
            </>
          )}
        </>
      )}
    </>
  )
}

function RowContent({
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
  const link = 'inline-block py-2'
  return (
    <>
      <p className="text-lg font-bold">{subjectName}</p>
      <p>{service[locale]}</p>
      <p className="flex flex-wrap gap-x-4 text-sm text-muted">
        <span>{t.given(paper, given.label)}</span>
        <span>{workMessages[locale].queue.numbered(number)}</span>
        {due && (
          <span>
            {t.due}: {formatDate(due.date, locale, 'short')} <DueWords locale={locale} due={due} />
          </span>
        )}
      </p>
      <dl className="mt-3 grid gap-x-6 gap-y-1 sm:grid-cols-2">
        {filledIn.map(({ field, label, value }) => (
          <div key={field} className="min-w-0 [overflow-wrap:anywhere]">
            <dt className="inline text-muted">{label}: </dt>
            <dd className="inline">{value}</dd>
          </div>
        ))}
      </dl>
      <PaperText locale={locale} paper={paper} text={text} />
      <p className="flex flex-wrap gap-x-6">
        {paperAllowed && (
          <a className={link} href={`/api/papers/draft/${number}`}>
            {t.draft}
          </a>
        )}
        <a className={link} href={localePath(locale, `/work/applications/${number}`)}>
          {t.open}
        </a>
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
