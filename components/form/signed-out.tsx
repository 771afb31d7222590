import type { FormState } from '@/lib/domain/form-state'
import type { Locale } from '@/lib/domain/text'
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
  return forms.map(({ action, permalink }) => (
    <FieldsForm key={permalink} {...{ action, permalink, locale }} texts={formTexts(locale)} />
  ))
}
