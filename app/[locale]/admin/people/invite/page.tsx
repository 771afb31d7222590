import type { Metadata } from 'next'
import { AdminRoom } from '@/components/admin/admin-room'
import { stepFields } from '@/components/application/step-fields'
import { FieldsForm } from '@/components/form/fields-form'
import { FormLanguages } from '@/components/form/form-languages'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageTitle } from '@/components/ui/page-title'
import { invitePerson } from '@/lib/admin/people/actions'
import { loadInviting } from '@/lib/admin/people/loaders'
import { INVITE_FIELDS } from '@/lib/admin/people/schema'
import { carriedValues } from '@/lib/auth/carried'
import { adminPeopleMessages } from '@/lib/i18n/admin-people'
import { commonMessages } from '@/lib/i18n/common'
import { formTexts } from '@/lib/i18n/forms'
import { type LocaleParams, loadLocale, localePath } from '@/lib/i18n/locale'
import { pathWithQuery, type Query } from '../../../work/path-with-query'

type Props = { params: LocaleParams; searchParams: Promise<Query> }

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
      {({ organisation }) => (
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
            fields={stepFields(INVITE_FIELDS, locale, { locale, organisation, ...withDates(carried) }, null)}
            buttons={[{ label: t.form.submit, variant: 'primary' }]}
          />
        </div>
      )}
    </AdminRoom>
  )
}

/** Three inputs were carried for one date; the form starts it from «20|5|2027». */
function withDates(carried: Readonly<Record<string, string>>): Record<string, string> {
  const dates = ['from', 'to'].map((name) => [
    name,
    ['day', 'month', 'year'].map((part) => carried[`${name}-${part}`] ?? '').join('|'),
  ])
  return { ...carried, ...Object.fromEntries(dates) }
}
