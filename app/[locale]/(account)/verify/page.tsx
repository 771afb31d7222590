import type { Metadata } from 'next'
import { AccountShell } from '@/components/shell/account-shell'
import { Details } from '@/components/ui/details'
import { PageTitle } from '@/components/ui/page-title'
import { Unavailable } from '@/components/ui/unavailable'
import type { Locale } from '@/lib/domain/text'
import { type LocaleParams, loadLocale } from '@/lib/i18n/locale'
import { verifyMessages } from '@/lib/i18n/verify'
import { fileCheckMessages, isFileFault } from '@/lib/i18n/verify-file'
import { loadVerification } from '@/lib/papers/loaders'
import { CheckAnswer } from './check-answer'
import { CheckForm } from './check-form'
import { FileCheck } from './file-check'
import { InspectedAnswer } from './inspected-answer'
import { Original } from './original'

/** `code` is typed or scanned; the others are written by the form for files and its answer. */
type Query = 'code' | 'sha256' | 'signature' | 'fault'
type Props = {
  params: LocaleParams
  searchParams: Promise<Partial<Record<Query, string | string[]>>>
}

const one = (value: string | string[] | undefined) => (typeof value === 'string' ? value.slice(0, 100) : '')

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  // A code in an address is for its reader, not for search engines.
  return { title: verifyMessages[await loadLocale(params)].title, robots: { index: false } }
}

export default async function VerifyPage({ params, searchParams }: Props) {
  const locale = await loadLocale(params)
  const query = await searchParams
  const asked = { code: one(query.code), sha256: one(query.sha256), signature: one(query.signature) }
  const loaded = await loadVerification(asked)
  const answer = loaded.status === 'ready' ? loaded.data : null
  const check = answer && answer.about !== 'signature' ? answer.check : null
  const isFound = check?.status === 'found' || answer?.about === 'signature'
  const fault = one(query.fault)
  const t = verifyMessages[locale]
  const given = Object.entries({ ...asked, fault }).filter(([, value]) => value !== '')
  const path = given.length > 0 ? `/verify?${new URLSearchParams(given)}` : '/verify'
  return (
    <AccountShell locale={locale} path={path} current="verify">
      {loaded.status === 'unavailable' ? (
        <Unavailable locale={locale} requestId={loaded.requestId} />
      ) : (
        <>
          <PageTitle lead={isFound ? undefined : t.lead}>{t.title}</PageTitle>
          {check && (
            <CheckAnswer locale={locale} check={check} by={answer?.about === 'file' ? 'file' : 'code'} />
          )}
          {answer?.about === 'signature' && <InspectedAnswer locale={locale} inspected={answer.inspected} />}
          {check?.status === 'found' && <Original locale={locale} code={check.paper.code} />}
          {isFound ? (
            <Details summary={t.again}>
              <Ways locale={locale} />
            </Details>
          ) : (
            <Ways
              locale={locale}
              typed={asked.code}
              error={check?.status === 'malformed' ? t.malformed : undefined}
              fault={isFileFault(fault) ? fileCheckMessages[locale].faults[fault] : undefined}
            />
          )}
        </>
      )}
    </AccountShell>
  )
}

/** The two ways of asking; `error` and `fault` are how the last try of each ended. */
function Ways({
  locale,
  typed = '',
  error,
  fault,
}: {
  locale: Locale
  typed?: string
  error?: string
  fault?: string
}) {
  return (
    <>
      <CheckForm locale={locale} typed={typed} title={verifyMessages[locale].byCode} error={error} />
      <FileCheck locale={locale} fault={fault} />
    </>
  )
}
