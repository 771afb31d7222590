import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { FieldsForm } from '@/components/form/fields-form'
import { FormLanguages } from '@/components/form/form-languages'
import { AccountShell } from '@/components/shell/account-shell'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import { login } from '@/lib/auth/actions'
import { carriedValues } from '@/lib/auth/carried'
import { nextPath } from '@/lib/auth/next-path'
import { actorIfAny } from '@/lib/auth/session'
import { accountMessages } from '@/lib/i18n/accounts'
import { commonMessages } from '@/lib/i18n/common'
import { formTexts } from '@/lib/i18n/forms'
import { type LocaleParams, loadLocale, localePath } from '@/lib/i18n/locale'

type Props = { params: LocaleParams; searchParams: Promise<{ next?: string | string[]; left?: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: accountMessages[await loadLocale(params)].login.title }
}

export default async function LoginPage({ params, searchParams }: Props) {
  const locale = await loadLocale(params)
  const { next: wanted, left } = await searchParams
  const carried = await carriedValues('/login')
  const next = typeof wanted === 'string' ? wanted : (carried.next ?? '')
  if (await actorIfAny()) redirect(nextPath(next, locale))
  const t = accountMessages[locale].login
  const query = next && `?next=${encodeURIComponent(next)}`
  return (
    <AccountShell
      locale={locale}
      path="/login"
      current="cabinet"
      languageSwitch={<FormLanguages locale={locale} form="login" />}
    >
      {left && (
        <div className="mb-6">
          <Notice tone="ok" title={commonMessages[locale].done}>
            <p>{t.signedOut}</p>
          </Notice>
        </div>
      )}
      <PageTitle lead={t.lead}>{t.title}</PageTitle>
      <FieldsForm
        id="login"
        action={login}
        permalink={localePath(locale, `/login${query}`)}
        locale={locale}
        texts={formTexts(locale)}
        hidden={next ? { next } : {}}
        fields={[
          {
            name: 'email',
            kind: 'email',
            label: t.email,
            value: carried.email,
            autoComplete: 'username',
          },
          {
            name: 'password',
            kind: 'password',
            label: accountMessages[locale].password,
            autoComplete: 'current-password',
          },
        ]}
        buttons={[{ label: t.submit, variant: 'primary' }]}
      />
      <ul className="mt-8 space-y-2">
        <li>
          <a href={localePath(locale, '/password')} className="inline-block py-2">
            {t.forgot}
          </a>
        </li>
        <li>
          {t.noAccount}{' '}
          <a href={localePath(locale, `/register${query}`)} className="inline-block py-2">
            {t.register}
          </a>
        </li>
      </ul>
    </AccountShell>
  )
}
