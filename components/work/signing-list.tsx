import { Details } from '@/components/ui/details'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import type { HeadKey } from '@/lib/applications/provider/head-key'
import type { SigningPage } from '@/lib/applications/provider/loaders'
import type { Waiting } from '@/lib/applications/provider/waiting'
import type { Locale } from '@/lib/domain/text'
import { commonMessages } from '@/lib/i18n/common'
import { headSigningMessages } from '@/lib/i18n/head-signing'
import { localePath } from '@/lib/i18n/locale'
import { ncaLayerMessages } from '@/lib/i18n/ncalayer'
import { HeadKeyNotes, HeadKeyText, NoScriptNote } from './head-key'
import { SigningDocument } from './signing-document'
import { SigningHeading, SigningSession } from './signing-session'

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
      <h1 className="mb-2 text-2xl">{t.title}</h1>
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
  const { rows, organisation, count } = list
  const { paperAllowed } = organisation
  if (rows.length === 0)
    return (
      <>
        <p className="mb-4">{t.empty}</p>
        <Elsewhere locale={locale} list={list} />
      </>
    )
  const before = <BeforeSigning locale={locale} list={list} headKey={headKey} />
  if (headKey.status !== 'ready')
    return (
      <>
        <SigningHeading>{t.waiting(count)}</SigningHeading>
        {before}
        <ol className="list-none space-y-3 p-0">
          {rows.map((row) => (
            <li key={row.number} className="rounded border border-line-soft p-3 md:px-4">
              <SigningDocument locale={locale} row={row} paperAllowed={paperAllowed} />
            </li>
          ))}
        </ol>
      </>
    )
  return (
    <SigningSession
      locale={locale}
      headings={[...rows.map((_, done) => t.waiting(count - done)), leftOver(count - rows.length)]}
      before={before}
      rows={rows.map((row) => ({
        number: row.number,
        reason: null,
        label: t.tick(row.subjectName, row.number),
        content: <SigningDocument locale={locale} row={row} paperAllowed={paperAllowed} />,
      }))}
      keys={{ iin: headKey.iin, extKeyUsageOids: headKey.extKeyUsageOids }}
      ncaLayer={headKey.ncaLayer}
      texts={t.course}
      edsTexts={ncaLayerMessages[locale]}
      note={t.confirm}
      list={localePath(locale, '/work/signing')}
    />
  )
}

/** What is read once, folded, so that the documents come first on every other day; what stands in the way is not. */
function BeforeSigning({ locale, list, headKey }: { locale: Locale; list: Waiting; headKey: HeadKey }) {
  const t = headSigningMessages[locale]
  const { rows, count, organisation } = list
  return (
    <>
      <Elsewhere locale={locale} list={list} />
      {rows.length < count && <p className="mb-4">{t.more(rows.length)}</p>}
      {headKey.status === 'ready' ? (
        <>
          <NoScriptNote locale={locale} />
          <div className="mb-4">
            <Details summary={t.how}>
              <p>{t.lead}</p>
              <p>{t.provisional}</p>
              <HeadKeyText locale={locale} headKey={headKey} organisation={named(organisation, locale)} />
            </Details>
          </div>
        </>
      ) : (
        <div className="mb-6">
          <HeadKeyNotes locale={locale} headKey={headKey} organisation={named(organisation, locale)} />
        </div>
      )}
    </>
  )
}

const named = ({ name, bin }: Waiting['organisation'], locale: Locale) => ({ name: name[locale], bin })

/** What somebody else has to sign. */
function Elsewhere({ locale, list: { conflicting, stuck } }: { locale: Locale; list: Waiting }) {
  const t = headSigningMessages[locale]
  if (conflicting === 0) return null
  return (
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
  )
}
