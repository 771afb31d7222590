import type { Metadata } from 'next'
import { FieldsForm } from '@/components/form/fields-form'
import { FormLanguages } from '@/components/form/form-languages'
import { AccountShell } from '@/components/shell/account-shell'
import { PageTitle } from '@/components/ui/page-title'
import { requestReset } from '@/lib/auth/actions'
import { carriedValues } from '@/lib/auth/carried'
import { accountMessages } from '@/lib/i18n/accounts'
import { formTexts } from '@/lib/i18n/forms'
import { type LocaleParams, loadLocale, localePath } from '@/lib/i18n/locale'

type Props = { params: LocaleParams }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: accountMessages[await loadLocale(params)].forgot.title }
}

export default async function ForgotPasswordPage({ params }: Props) {
  const locale = await loadLocale(params)
  const { email } = await carriedValues('/password')
  const t = accountMessages[locale].forgot
  return (
    <AccountShell
      locale={locale}
      path="/password"
      current="cabinet"
      languageSwitch={<FormLanguages locale={locale} form="forgot" />}
    >
      <PageTitle lead={t.lead}>{t.title}</PageTitle>
      <FieldsForm
        id="forgot"
        action={requestReset}
        permalink={localePath(locale, '/password')}
        locale={locale}
        texts={formTexts(locale)}
        fields={[{ name: 'email', kind: 'email', label: t.email, value: email, autoComplete: 'username' }]}
        buttons={[{ label: t.submit, variant: 'primary' }]}
      />
    </AccountShell>
  )
}
