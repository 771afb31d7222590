import type { Metadata } from 'next'
import { AdminRoom } from '@/components/admin/admin-room'
import { FieldsForm } from '@/components/form/fields-form'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageTitle } from '@/components/ui/page-title'
import { saveText } from '@/lib/admin/texts/actions'
import { loadText, type TextPage } from '@/lib/admin/texts/loaders'
import { type AddressQuery, pathWithQuery } from '@/lib/domain/address-query'
import type { FormField } from '@/lib/domain/form-state'
import { LOCALES, type Locale } from '@/lib/domain/text'
import { adminTextMessages } from '@/lib/i18n/admin-texts'
import { commonMessages } from '@/lib/i18n/common'
import { formTexts } from '@/lib/i18n/forms'
import { loadLocale, localePath } from '@/lib/i18n/locale'

type Props = { params: Promise<{ locale: string; id: string }>; searchParams: Promise<AddressQuery> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: adminTextMessages[await loadLocale(params)].title }
}

export default async function TextRoute({ params, searchParams }: Props) {
  const locale = await loadLocale(params)
  const { id } = await params
  const query = await searchParams
  const path = pathWithQuery(`/admin/texts/${id}`, query)
  const permalink = localePath(locale, path)
  const page = await loadText(locale, path, id, query)
  return (
    <AdminRoom
      locale={locale}
      path={path}
      current="texts"
      page={page}
      forms={[{ action: saveText, permalink }]}
    >
      {(data) => <Form locale={locale} page={data} permalink={permalink} />}
    </AdminRoom>
  )
}

function Form({ locale, page, permalink }: { locale: Locale; page: TextPage; permalink: string }) {
  const t = adminTextMessages[locale]
  const { kind, text } = page
  const title = text?.name[locale] ?? t.form.added
  return (
    <div className="max-w-reading">
      <Breadcrumb
        label={commonMessages[locale].breadcrumb}
        items={[
          { href: localePath(locale, '/admin/texts'), label: t.title },
          { href: localePath(locale, `/admin/texts?kind=${kind}`), label: t.kinds[kind] },
        ]}
        current={title}
      />
      <div className="mt-4">
        <PageTitle caption={t.one[kind]}>{title}</PageTitle>
      </div>
      <FieldsForm
        action={saveText}
        permalink={permalink}
        locale={locale}
        // What was answered and saved nothing is a preview.
        texts={{ ...formTexts(locale), done: t.form.previewTitle }}
        hidden={text ? { id: text.id } : { kind }}
        fields={fieldsOf(page, locale)}
        buttons={[
          { label: t.form.save, variant: 'primary' },
          { label: t.form.preview, variant: 'secondary', intent: 'preview' },
        ]}
      />
    </div>
  )
}

function fieldsOf({ text }: TextPage, locale: Locale): FormField[] {
  const t = adminTextMessages[locale].form
  return [
    ...LOCALES.map(
      (language): FormField => ({
        name: `name-${language}`,
        kind: 'text',
        label: t.name[language],
        hint: t.nameHint,
        value: text?.name[language],
        maxLength: 100,
      }),
    ),
    ...LOCALES.map(
      (language): FormField => ({
        name: `body-${language}`,
        kind: 'textarea',
        label: t.body[language],
        hint: t.bodyHint,
        value: text?.body[language],
        maxLength: 2000,
      }),
    ),
    {
      name: 'state',
      kind: 'radio',
      label: t.state,
      value: text?.isOff ? 'off' : 'on',
      options: [
        { value: 'on', label: t.stateOn },
        { value: 'off', label: t.stateOff },
      ],
    },
  ]
}
