import { PageTitle } from '@/components/ui/page-title'
import type { FormState } from '@/lib/domain/form-state'
import type { Locale } from '@/lib/domain/text'
import { accountMessages } from '@/lib/i18n/accounts'
import { formTexts } from '@/lib/i18n/forms'
import { FieldsForm } from './fields-form'

type Kept = {
  forms: readonly {
    action: (previous: FormState, form: FormData) => Promise<FormState>
    permalink: string
  }[]
  locale: Locale
}

/**
 * The forms of a page that could not be loaded, with all that was typed kept inside and one press to go on.
 * Give the same `action` and `permalink` as the forms' own.
 */
export function KeptForms({ forms, locale }: Kept) {
  return forms.map(({ action, permalink }, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes, and forms may share a permalink
    <FieldsForm key={index} {...{ action, permalink, locale }} texts={formTexts(locale)} />
  ))
}

/** What a page shows when its form was posted after the session had gone: the sign-in fields on top. */
export function SignedOut({ forms, locale }: Kept) {
  return (
    <div className="max-w-reading">
      <PageTitle>{accountMessages[locale].login.title}</PageTitle>
      <KeptForms forms={forms} locale={locale} />
    </div>
  )
}
