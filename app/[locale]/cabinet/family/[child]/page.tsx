import type { Metadata } from 'next'
import { CabinetPage } from '@/app/[locale]/cabinet/cabinet-page'
import { stepFields } from '@/components/application/step-fields'
import { FieldsForm } from '@/components/form/fields-form'
import { FormLanguages } from '@/components/form/form-languages'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Details } from '@/components/ui/details'
import { PageTitle } from '@/components/ui/page-title'
import { carriedValues } from '@/lib/auth/carried'
import { readField } from '@/lib/domain/check-field'
import { fullName } from '@/lib/domain/person-name'
import type { Locale } from '@/lib/domain/text'
import { removeChild, saveChild } from '@/lib/family/actions'
import type { FamilyChild } from '@/lib/family/data'
import { loadChild } from '@/lib/family/loaders'
import { CHILD_FIELDS, FAMILY_PATH, NEW_CHILD } from '@/lib/family/schema'
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

export default async function ChildPage({ params }: Props) {
  const locale = await loadLocale(params)
  const { child: id } = await params
  const path = `${FAMILY_PATH}/${id}`
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
        <ChildForm locale={locale} id={id} child={page.data} typed={await carriedValues(path)} />
      ) : (
        <NotReady locale={locale} page={page} forms={[{ action: saveChild, permalink }]} />
      )}
    </CabinetPage>
  )
}

function ChildForm({
  locale,
  id,
  child,
  typed,
}: {
  locale: Locale
  id: string
  child: FamilyChild | null
  /** What stood in the form when the language was changed. */
  typed: Readonly<Record<string, string>>
}) {
  const t = familyMessages[locale]
  const name = child ? fullName(child) : t.child.addTitle
  const isCarried = Object.keys(typed).length > 0
  const kept = CHILD_FIELDS.map(({ key, family }) => {
    return [key, family && family !== 'school' ? (child?.[family] ?? '') : '']
  })
  const carried = CHILD_FIELDS.map((field) => [field.key, readField(field, (part) => typed[part] ?? '')])
  const form = { permalink: localePath(locale, `${FAMILY_PATH}/${id}`), locale, texts: formTexts(locale) }
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
        id="child"
        action={saveChild}
        hidden={{ 'form.child': id }}
        fields={stepFields(CHILD_FIELDS, locale, Object.fromEntries(isCarried ? carried : kept), null)}
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
