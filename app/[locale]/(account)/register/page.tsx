import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { FieldsForm } from '@/components/form/fields-form'
import { FormLanguages } from '@/components/form/form-languages'
import { AccountShell } from '@/components/shell/account-shell'
import { PageTitle } from '@/components/ui/page-title'
import { accountField } from '@/lib/accounts/form-fields'
import { REGISTRATION_FIELDS } from '@/lib/accounts/schema'
import { register } from '@/lib/auth/actions'
import { carriedValues } from '@/lib/auth/carried'
import { nextPath } from '@/lib/auth/next-path'
import { actorIfAny } from '@/lib/auth/session'
import type { FormField } from '@/lib/domain/form-state'
import type { Locale } from '@/lib/domain/text'
import { accountMessages } from '@/lib/i18n/accounts'
import { formTexts } from '@/lib/i18n/forms'
import { type LocaleParams, loadLocale, localePath } from '@/lib/i18n/locale'
import { Consent } from '../consent'

type Props = { params: LocaleParams; searchParams: Promise<{ next?: string | string[] }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: accountMessages[await loadLocale(params)].register.title }
}

export default async function RegisterPage({ params, searchParams }: Props) {
  const locale = await loadLocale(params)
  const { next: wanted } = await searchParams
  const carried = await carriedValues('/register')
  const next = typeof wanted === 'string' ? wanted : (carried.next ?? '')
  if (await actorIfAny()) redirect(nextPath(next, locale))
  const t = accountMessages[locale].register
  const query = next && `?next=${encodeURIComponent(next)}`
  return (
    <AccountShell
      locale={locale}
      path="/register"
      current="cabinet"
      languageSwitch={<FormLanguages locale={locale} form="register" />}
    >
      <PageTitle lead={t.lead}>{t.title}</PageTitle>
      <FieldsForm
        id="register"
        action={register}
        permalink={localePath(locale, `/register${query}`)}
        locale={locale}
        texts={formTexts(locale)}
        hidden={next ? { next } : {}}
        fields={fieldsOf(locale, carried)}
        leads={{ consent: <Consent locale={locale} /> }}
        buttons={[{ label: t.submit, variant: 'primary' }]}
      />
      <p className="mt-8">
        {t.haveAccount}{' '}
        <a href={localePath(locale, `/login${query}`)} className="inline-block py-2">
          {accountMessages[locale].login.submit}
        </a>
      </p>
    </AccountShell>
  )
}

function fieldsOf(locale: Locale, carried: Readonly<Record<string, string>>): FormField[] {
  const { register: t, consent } = accountMessages[locale]
  const own: Readonly<Record<string, Partial<FormField>>> = {
    email: { label: t.email },
    phone: { label: t.phone, hint: t.phoneHint },
  }
  return [
    ...REGISTRATION_FIELDS.map((field) => ({
      ...accountField(field, locale, carried[field.key]),
      ...own[field.key],
    })),
    {
      name: 'password',
      kind: 'password',
      label: t.password,
      hint: t.passwordHint,
      autoComplete: 'new-password',
    },
    { name: 'passwordRepeat', kind: 'password', label: t.passwordRepeat, autoComplete: 'new-password' },
    { name: 'consent', kind: 'checkbox', label: consent.agree, value: carried.consent },
  ]
}
