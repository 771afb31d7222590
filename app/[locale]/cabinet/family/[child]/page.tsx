import type { Metadata } from 'next'
import { CabinetPage } from '@/app/[locale]/cabinet/cabinet-page'
import { stepFields } from '@/components/application/step-fields'
import { FieldsForm } from '@/components/form/fields-form'
import { FormLanguages } from '@/components/form/form-languages'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Details } from '@/components/ui/details'
import { PageTitle } from '@/components/ui/page-title'
import { fullName } from '@/lib/domain/person-name'
import type { Locale } from '@/lib/domain/text'
import { removeChild, saveChild } from '@/lib/family/actions'
import { type ChildPage, loadChild } from '@/lib/family/loaders'
import { CHILD_FIELDS, childPath, FAMILY_PATH, NEW_CHILD } from '@/lib/family/schema'
import { commonMessages } from '@/lib/i18n/common'
import { familyMessages } from '@/lib/i18n/family'
import { formTexts } from '@/lib/i18n/forms'
import { loadLocale, localePath } from '@/lib/i18n/locale'
import { NotReady } from '../../not-ready'

type Props = { params: Promise<{ locale: string; child: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = familyMessages[await loadLocale(params)].child
  return { title: (await params).child === NEW_CHILD ? t.addTitle : t.changeTitle }
}

export default async function Page({ params }: Props) {
  const locale = await loadLocale(params)
  const { child: id } = await params
  const path = childPath(id)
  const permalink = localePath(locale, path)
  const page = await loadChild(locale, id)
  const isReady = page.status === 'ready'
  return (
    <CabinetPage
      locale={locale}
      path={path}
      current="family"
      languageSwitch={isReady ? <FormLanguages locale={locale} form="child" /> : undefined}
    >
      {isReady ? (
        <ChildForm locale={locale} id={id} page={page.data} />
      ) : (
        <NotReady locale={locale} page={page} forms={[{ action: saveChild, permalink }]} />
      )}
    </CabinetPage>
  )
}

function ChildForm({ locale, id, page }: { locale: Locale; id: string; page: ChildPage }) {
  const t = familyMessages[locale]
  const { child, values, places } = page
  const name = child ? fullName(child) : t.child.addTitle
  const form = { permalink: localePath(locale, childPath(id)), locale, texts: formTexts(locale) }
  return (
    <div className="max-w-reading">
      <Breadcrumb
        label={commonMessages[locale].breadcrumb}
        items={[{ href: localePath(locale, FAMILY_PATH), label: t.title }]}
        current={name}
      />
      <div className="mt-4">
        <PageTitle caption={child ? t.child.changeTitle : undefined}>{name}</PageTitle>
      </div>
      <FieldsForm
        {...form}
        // Drawn anew with other schools it is another form.
        key={JSON.stringify(values)}
        id="child"
        action={saveChild}
        hidden={{ 'form.child': id }}
        fields={stepFields(CHILD_FIELDS, locale, values, places)}
        buttons={[{ label: commonMessages[locale].save, variant: 'primary' }]}
      />
      {child && (
        <div className="mt-10">
          <Details summary={t.child.remove}>
            <p>{t.child.removeText}</p>
            <FieldsForm
              {...form}
              action={removeChild}
              hidden={{ child: id }}
              buttons={[{ label: t.child.removeConfirm, variant: 'danger' }]}
            />
          </Details>
        </div>
      )}
    </div>
  )
}
