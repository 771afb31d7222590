import { stepFields } from '@/components/application/step-fields'
import { FieldsForm } from '@/components/form/fields-form'
import { PageTitle } from '@/components/ui/page-title'
import { editStep } from '@/lib/applications/parent/actions'
import type { Locale } from '@/lib/domain/text'
import { formTexts } from '@/lib/i18n/forms'
import { serviceBySlug } from '@/lib/services'
import { stepButtons, stepHidden } from './step-controls'

/**
 * A step whose session has gone while it was typed: drawn from the public definition alone, with what was typed
 * and the sign-in fields on top. Answers of the profile and the provider stay in the form unseen.
 */
export function BlankStep({
  locale,
  number,
  step: key,
  source,
  permalink,
}: {
  locale: Locale
  number: string
  step: string
  source: string
  permalink: string
}) {
  const [slug = '', version] = source.split('.')
  const service = serviceBySlug(slug)
  const step =
    service && String(service.version) === version ? service.steps.find((s) => s.key === key) : undefined
  const asked = step?.fields.filter((field) => !field.profile) ?? []
  return (
    <div className="max-w-reading">
      {step && <PageTitle>{step.title[locale]}</PageTitle>}
      <FieldsForm
        id="step"
        action={editStep}
        permalink={permalink}
        locale={locale}
        texts={formTexts(locale)}
        hidden={stepHidden(number, key)}
        fields={stepFields(asked, locale, {}, null)}
        buttons={stepButtons(locale, service?.steps[0]?.key === key)}
      />
    </div>
  )
}
