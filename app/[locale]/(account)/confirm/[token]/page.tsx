import type { Metadata } from 'next'
import { FieldsForm } from '@/components/form/fields-form'
import { AccountShell } from '@/components/shell/account-shell'
import { ButtonLink } from '@/components/ui/button'
import { PageTitle } from '@/components/ui/page-title'
import { Unavailable } from '@/components/ui/unavailable'
import { confirmAddress } from '@/lib/auth/actions'
import { loadLink } from '@/lib/auth/loaders'
import { load } from '@/lib/auth/loading'
import type { Locale } from '@/lib/domain/text'
import { accountMessages } from '@/lib/i18n/accounts'
import { formTexts } from '@/lib/i18n/forms'
import { loadLocale, localePath } from '@/lib/i18n/locale'

type Props = { params: Promise<{ locale: string; token: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: accountMessages[await loadLocale(params)].confirm.title }
}

export default async function ConfirmAddressPage({ params }: Props) {
  const locale = await loadLocale(params)
  const { token } = await params
  const link = await load(() => loadLink('confirm', token))
  return (
    <AccountShell locale={locale} path={`/confirm/${token}`} current="cabinet">
      {link.status === 'unavailable' ? (
        <Unavailable locale={locale} requestId={link.requestId} />
      ) : link.status === 'ready' && link.data.status === 'open' ? (
        <Confirm locale={locale} token={token} isOwn={link.data.isOwn} />
      ) : (
        <Outcome locale={locale} isDone={link.status === 'ready' && link.data.status === 'done'} />
      )}
    </AccountShell>
  )
}

function Confirm({ locale, token, isOwn }: { locale: Locale; token: string; isOwn: boolean }) {
  const { confirm: t, password } = accountMessages[locale]
  return (
    <>
      <PageTitle lead={isOwn ? t.lead : t.passwordLead}>{t.title}</PageTitle>
      <FieldsForm
        action={confirmAddress}
        permalink={localePath(locale, `/confirm/${token}`)}
        locale={locale}
        texts={formTexts(locale)}
        hidden={{ token }}
        fields={
          isOwn
            ? []
            : [{ name: 'password', kind: 'password', label: password, autoComplete: 'current-password' }]
        }
        buttons={[{ label: t.submit, variant: 'primary' }]}
      />
    </>
  )
}

function Outcome({ locale, isDone }: { locale: Locale; isDone: boolean }) {
  const t = accountMessages[locale].confirm
  return (
    <>
      <PageTitle lead={isDone ? t.doneLead : t.expiredLead}>{isDone ? t.done : t.expired}</PageTitle>
      <ButtonLink href={localePath(locale, '/cabinet')}>{t.cabinet}</ButtonLink>
    </>
  )
}
