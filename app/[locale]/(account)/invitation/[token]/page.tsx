import type { Metadata } from 'next'
import { FieldsForm } from '@/components/form/fields-form'
import { AccountShell } from '@/components/shell/account-shell'
import { ButtonLink } from '@/components/ui/button'
import { PageTitle } from '@/components/ui/page-title'
import { Panel } from '@/components/ui/panel'
import { Unavailable } from '@/components/ui/unavailable'
import { acceptInvitation } from '@/lib/auth/invitation-actions'
import { type InvitedRole, loadInvitation, type OpenedInvitation } from '@/lib/auth/invitations'
import { load } from '@/lib/auth/loading'
import { dateInAlmaty, formatDate } from '@/lib/domain/dates'
import type { FormField } from '@/lib/domain/form-state'
import type { Locale } from '@/lib/domain/text'
import { accountMessages } from '@/lib/i18n/accounts'
import { formTexts } from '@/lib/i18n/forms'
import { loadLocale, localePath } from '@/lib/i18n/locale'
import { Consent } from '../../consent'

type Props = { params: Promise<{ locale: string; token: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: accountMessages[await loadLocale(params)].invitation.title }
}

export default async function InvitationPage({ params }: Props) {
  const locale = await loadLocale(params)
  const { token } = await params
  const path = `/invitation/${token}`
  const page = await load(() => loadInvitation(token))
  return (
    <AccountShell locale={locale} path={path} current="cabinet">
      {page.status === 'unavailable' ? (
        <Unavailable locale={locale} requestId={page.requestId} />
      ) : (
        <Invitation locale={locale} token={token} page={page.status === 'ready' ? page.data : EXPIRED} />
      )}
    </AccountShell>
  )
}

const EXPIRED: OpenedInvitation = { status: 'expired' }

function Invitation({ locale, token, page }: { locale: Locale; token: string; page: OpenedInvitation }) {
  const t = accountMessages[locale].invitation
  switch (page.status) {
    case 'open':
      return (
        <>
          <PageTitle lead={t.lead(page.email)}>{t.title}</PageTitle>
          <Roles locale={locale} roles={page.roles} />
          <FieldsForm
            action={acceptInvitation}
            permalink={localePath(locale, `/invitation/${token}`)}
            locale={locale}
            texts={formTexts(locale)}
            hidden={{ token }}
            fields={fieldsOf(locale)}
            leads={{ consent: <Consent locale={locale} /> }}
            buttons={[{ label: t.submit, variant: 'primary' }]}
          />
        </>
      )
    case 'member':
      return (
        <>
          <PageTitle lead={t.doneLead}>{t.done}</PageTitle>
          <Roles locale={locale} roles={page.roles} />
          {/* Whoever is not signed in is asked to there, and led back. */}
          <ButtonLink href={localePath(locale, roomOf(page.roles))}>{t.work}</ButtonLink>
        </>
      )
    case 'expired':
      return (
        <>
          <PageTitle lead={t.expiredLead}>{t.expired}</PageTitle>
          <ButtonLink href={localePath(locale, '/login')}>{t.signIn}</ButtonLink>
        </>
      )
  }
}

const roomOf = (roles: readonly InvitedRole[]) =>
  roles.length > 0 && roles.every(({ role }) => role === 'admin') ? '/admin' : '/work'

function Roles({ locale, roles }: { locale: Locale; roles: readonly InvitedRole[] }) {
  const t = accountMessages[locale].invitation
  const day = (at: Date) => formatDate(dateInAlmaty(at), locale, 'short')
  return (
    <div className="mb-8">
      <Panel title={t.roles} tone="mist">
        <ul className="space-y-2">
          {roles.map(({ role, organisation, from, to }) => (
            <li key={`${role} ${organisation.ru} ${from.getTime()}`}>
              <span className="block font-bold">{t.names[role]}</span>
              <span className="block">{organisation[locale]}</span>
              <span className="block text-sm text-muted">
                {t.from(day(from))} {to && t.to(day(new Date(to.getTime() - 1)))}
              </span>
            </li>
          ))}
        </ul>
      </Panel>
    </div>
  )
}

function fieldsOf(locale: Locale): FormField[] {
  const { register: t, consent } = accountMessages[locale]
  return [
    {
      name: 'password',
      kind: 'password',
      label: t.password,
      hint: t.passwordHint,
      autoComplete: 'new-password',
    },
    { name: 'passwordRepeat', kind: 'password', label: t.passwordRepeat, autoComplete: 'new-password' },
    { name: 'consent', kind: 'checkbox', label: consent.agree },
  ]
}
