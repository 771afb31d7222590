import type { Metadata } from 'next'
import { FieldsForm } from '@/components/form/fields-form'
import { AccountShell } from '@/components/shell/account-shell'
import { ButtonLink } from '@/components/ui/button'
import { PageTitle } from '@/components/ui/page-title'
import { Unavailable } from '@/components/ui/unavailable'
import { resetPassword } from '@/lib/auth/actions'
import { loadLink } from '@/lib/auth/loaders'
import { load } from '@/lib/auth/loading'
import type { Locale } from '@/lib/domain/text'
import { accountMessages } from '@/lib/i18n/accounts'
import { formTexts } from '@/lib/i18n/forms'
import { loadLocale, localePath } from '@/lib/i18n/locale'

type Props = { params: Promise<{ locale: string; token: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: accountMessages[await loadLocale(params)].reset.title }
}

export default async function ResetPasswordPage({ params }: Props) {
  const locale = await loadLocale(params)
  const { token } = await params
  const link = await load(() => loadLink('reset', token))
  return (
    <AccountShell locale={locale} path={`/password/${token}`} current="cabinet">
      {link.status === 'unavailable' ? (
        <Unavailable locale={locale} requestId={link.requestId} />
      ) : link.status === 'ready' && link.data.status === 'open' ? (
        <NewPassword locale={locale} token={token} />
      ) : (
        <Expired locale={locale} />
      )}
    </AccountShell>
  )
}

function NewPassword({ locale, token }: { locale: Locale; token: string }) {
  const { register, reset: t } = accountMessages[locale]
  return (
    <>
      <PageTitle lead={t.lead}>{t.title}</PageTitle>
      <FieldsForm
        action={resetPassword}
        permalink={localePath(locale, `/password/${token}`)}
        locale={locale}
        texts={formTexts(locale)}
        hidden={{ token }}
        fields={[
          {
            name: 'password',
            kind: 'password',
            label: t.password,
            hint: register.passwordHint,
            autoComplete: 'new-password',
          },
          {
            name: 'passwordRepeat',
            kind: 'password',
            label: register.passwordRepeat,
            autoComplete: 'new-password',
          },
        ]}
        buttons={[{ label: t.submit, variant: 'primary' }]}
      />
    </>
  )
}

function Expired({ locale }: { locale: Locale }) {
  const t = accountMessages[locale].reset
  return (
    <>
      <PageTitle lead={t.expiredLead}>{t.expired}</PageTitle>
      <ButtonLink href={localePath(locale, '/password')}>{t.again}</ButtonLink>
    </>
  )
}
