import type { Metadata } from 'next'
import { AccountShell } from '@/components/shell/account-shell'
import { PageTitle } from '@/components/ui/page-title'
import { Unavailable } from '@/components/ui/unavailable'
import { type LocaleParams, loadLocale } from '@/lib/i18n/locale'
import { verifyMessages } from '@/lib/i18n/verify'
import { loadCheck } from '@/lib/papers/loaders'
import { CheckAnswer } from './check-answer'
import { CheckForm } from './check-form'

type Props = { params: LocaleParams; searchParams: Promise<{ code?: string | string[] }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  // A code in an address is for its reader, not for search engines.
  return { title: verifyMessages[await loadLocale(params)].title, robots: { index: false } }
}

export default async function VerifyPage({ params, searchParams }: Props) {
  const locale = await loadLocale(params)
  const { code } = await searchParams
  const typed = typeof code === 'string' ? code.slice(0, 100) : ''
  const check = typed.trim() === '' ? null : await loadCheck(typed)
  const answer = check?.status === 'ready' ? check.data : null
  const t = verifyMessages[locale]
  const path = typed ? `/verify?code=${encodeURIComponent(typed)}` : '/verify'
  return (
    <AccountShell locale={locale} path={path} current="verify">
      {check?.status === 'unavailable' ? (
        <Unavailable locale={locale} requestId={check.requestId} />
      ) : (
        <>
          <PageTitle lead={answer?.status === 'found' ? undefined : t.lead}>{t.title}</PageTitle>
          {answer && <CheckAnswer locale={locale} check={answer} />}
          <CheckForm
            locale={locale}
            typed={answer?.status === 'found' ? '' : typed}
            title={answer?.status === 'found' ? t.again : undefined}
            error={answer?.status === 'malformed' ? t.malformed : undefined}
          />
        </>
      )}
    </AccountShell>
  )
}
