import type { Metadata } from 'next'
import { CabinetPage } from '@/app/[locale]/cabinet/cabinet-page'
import { FieldsForm } from '@/components/form/fields-form'
import { FormLanguages } from '@/components/form/form-languages'
import { SignedOut } from '@/components/form/signed-out'
import { Absent } from '@/components/ui/absent'
import { PageTitle } from '@/components/ui/page-title'
import { Unavailable } from '@/components/ui/unavailable'
import { getProfile, type Profile } from '@/lib/accounts/data'
import { accountField } from '@/lib/accounts/form-fields'
import { PROFILE_FIELDS } from '@/lib/accounts/schema'
import { resendConfirmation, saveProfile } from '@/lib/auth/actions'
import { carriedValues } from '@/lib/auth/carried'
import { loadAs } from '@/lib/auth/loading'
import { readField } from '@/lib/domain/check-field'
import type { Field } from '@/lib/domain/fields'
import type { Locale } from '@/lib/domain/text'
import { accountMessages } from '@/lib/i18n/accounts'
import { formTexts } from '@/lib/i18n/forms'
import { type LocaleParams, loadLocale, localePath } from '@/lib/i18n/locale'
import { myDataMessages } from '@/lib/i18n/my-data'
import { asActor } from '@/lib/platform/db'

type Props = { params: LocaleParams }

const PATH = '/cabinet/profile'

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: accountMessages[await loadLocale(params)].profile.title }
}

export default async function ProfilePage({ params }: Props) {
  const locale = await loadLocale(params)
  const permalink = localePath(locale, PATH)
  const page = await loadAs(locale, permalink, (actor) => asActor(actor, (tx) => getProfile(tx, actor)))
  const forms = [
    { action: saveProfile, permalink },
    { action: resendConfirmation, permalink },
  ]
  return (
    <CabinetPage
      locale={locale}
      path={PATH}
      current="profile"
      languageSwitch={page.status === 'ready' ? <FormLanguages locale={locale} form="profile" /> : undefined}
    >
      {page.status === 'ready' && <ProfileForms locale={locale} profile={page.data} />}
      {page.status === 'signedOut' && <SignedOut forms={forms} locale={locale} />}
      {page.status === 'absent' && <Absent locale={locale} />}
      {page.status === 'unavailable' && <Unavailable locale={locale} requestId={page.requestId} />}
    </CabinetPage>
  )
}

async function ProfileForms({ locale, profile }: { locale: Locale; profile: Profile }) {
  const t = accountMessages[locale].profile
  const carried = await carriedValues(PATH)
  const permalink = localePath(locale, PATH)
  const texts = formTexts(locale)
  return (
    <div className="max-w-reading">
      <PageTitle lead={t.lead}>{t.title}</PageTitle>
      <section className="mb-8 rounded bg-mist px-4 py-4">
        <h2 className="text-lg">{t.address}</h2>
        <p className="mt-1 [overflow-wrap:anywhere]">
          <strong>{profile.email}</strong> – {profile.confirmed ? t.confirmed : t.unconfirmed}
        </p>
        {!profile.confirmed && (
          <>
            <p className="mt-1 mb-4">{t.unconfirmedText}</p>
            <FieldsForm
              action={resendConfirmation}
              permalink={permalink}
              locale={locale}
              texts={texts}
              buttons={[{ label: t.resend, variant: 'secondary' }]}
            />
          </>
        )}
      </section>
      <FieldsForm
        id="profile"
        action={saveProfile}
        permalink={permalink}
        locale={locale}
        texts={texts}
        fields={PROFILE_FIELDS.map((field) =>
          accountField(field, locale, typedBefore(field, carried) ?? profile[field.profile ?? 'iin']),
        )}
        buttons={[{ label: t.save, variant: 'primary' }]}
      />
      <p className="mt-8">
        <a href={localePath(locale, '/cabinet/my-data')} className="inline-block py-2">
          {myDataMessages[locale].link}
        </a>
      </p>
    </div>
  )
}

/** What stood in a field when the language was changed; three inputs make one date. */
function typedBefore(field: Field, carried: Readonly<Record<string, string>>): string | undefined {
  const isCarried = Object.keys(carried).length > 0
  return isCarried ? readField(field, (name) => carried[name] ?? '') : undefined
}
