import type { Metadata } from 'next'
import { AdminRoom } from '@/components/admin/admin-room'
import { stepFields } from '@/components/application/step-fields'
import { FieldsForm } from '@/components/form/fields-form'
import { FormLanguages } from '@/components/form/form-languages'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageTitle } from '@/components/ui/page-title'
import { invitePerson } from '@/lib/admin/people/actions'
import { type Inviting, loadInviting } from '@/lib/admin/people/loaders'
import { INVITE_FIELDS } from '@/lib/admin/people/schema'
import { carriedValues } from '@/lib/auth/carried'
import { type AddressQuery, pathWithQuery } from '@/lib/domain/address-query'
import type { FormField } from '@/lib/domain/form-state'
import type { Locale } from '@/lib/domain/text'
import { adminPeopleMessages } from '@/lib/i18n/admin-people'
import { commonMessages } from '@/lib/i18n/common'
import { formTexts } from '@/lib/i18n/forms'
import { type LocaleParams, loadLocale, localePath } from '@/lib/i18n/locale'

type Props = { params: LocaleParams; searchParams: Promise<AddressQuery> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: adminPeopleMessages[await loadLocale(params)].form.title }
}

export default async function InvitePage({ params, searchParams }: Props) {
  const locale = await loadLocale(params)
  const query = await searchParams
  const path = pathWithQuery('/admin/people/invite', query)
  const permalink = localePath(locale, path)
  const page = await loadInviting(locale, path, query)
  const carried = await carriedValues('/admin/people/invite')
  const t = adminPeopleMessages[locale]
  return (
    <AdminRoom
      locale={locale}
      path={path}
      current="people"
      page={page}
      languageSwitch={<FormLanguages locale={locale} form="invite" />}
      forms={[{ action: invitePerson, permalink }]}
    >
      {(inviting) => (
        <div className="max-w-reading">
          <Breadcrumb
            label={commonMessages[locale].breadcrumb}
            items={[{ href: localePath(locale, '/admin/people'), label: t.title }]}
            current={t.form.title}
          />
          <div className="mt-4">
            <PageTitle lead={t.form.lead}>{t.form.title}</PageTitle>
          </div>
          <FieldsForm
            id="invite"
            action={invitePerson}
            permalink={permalink}
            locale={locale}
            texts={formTexts(locale)}
            fields={fieldsOf(inviting, carried, locale)}
            buttons={[{ label: t.form.submit, variant: 'primary' }]}
          />
        </div>
      )}
    </AdminRoom>
  )
}

function fieldsOf(
  { organisation, today }: Inviting,
  carried: Readonly<Record<string, string>>,
  locale: Locale,
): FormField[] {
  const isCarried = Object.keys(carried).length > 0
  const given = isCarried ? withDates(carried) : { organisation: organisation.bin, from: today }
  const fields = stepFields(INVITE_FIELDS, locale, { locale, ...given }, null)
  if (!organisation.name) return fields
  // A BIN alone is nobody's to recognise.
  const hint = `${organisation.bin} – ${organisation.name[locale]}`
  return fields.map((field) => (field.name === 'organisation' ? { ...field, hint } : field))
}

/** Three inputs were carried for one date; the form starts it from «20|5|2027». */
function withDates(carried: Readonly<Record<string, string>>): Record<string, string> {
  const dates = ['from', 'to'].map((name) => [
    name,
    ['day', 'month', 'year'].map((part) => carried[`${name}-${part}`] ?? '').join('|'),
  ])
  return { ...carried, ...Object.fromEntries(dates) }
}
