import { PageTitle } from '@/components/ui/page-title'
import type { FormState } from '@/lib/domain/form-state'
import type { Locale } from '@/lib/domain/text'
import { accountMessages } from '@/lib/i18n/accounts'
import { formTexts } from '@/lib/i18n/forms'
import { FieldsForm } from './fields-form'

/**
 * What a page shows when its form was posted after the session had gone (`loadAs` answers `signedOut`):
 * sign-in fields, with all that was typed kept inside. Give the same `action` and `permalink` as the form's.
 */
export function SignedOut({
  forms,
  locale,
}: {
  forms: readonly {
    action: (previous: FormState, form: FormData) => Promise<FormState>
    permalink: string
  }[]
  locale: Locale
}) {
  return (
    <div className="max-w-reading">
      <PageTitle>{accountMessages[locale].login.title}</PageTitle>
      {forms.map(({ action, permalink }, index) => (
        <FieldsForm
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes, and forms may share a permalink
          key={index}
          {...{ action, permalink, locale }}
          texts={formTexts(locale)}
        />
      ))}
    </div>
  )
}
