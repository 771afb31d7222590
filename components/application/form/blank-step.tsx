import { stepFields } from '@/components/application/step-fields'
import { FieldsForm } from '@/components/form/fields-form'
import { PageTitle } from '@/components/ui/page-title'
import type { From } from '@/lib/applications/schema'
import type { Field } from '@/lib/domain/fields'
import type { Step } from '@/lib/domain/service'
import type { Locale } from '@/lib/domain/text'
import { formTexts } from '@/lib/i18n/forms'
import { serviceBySlug } from '@/lib/services'
import type { FormRoom } from './form-room'
import { stepButtons, stepHidden } from './step-controls'

/**
 * A step whose session has gone while it was typed: drawn from the public definition alone, with what was typed
 * and the sign-in fields on top. What only the draft could tell how to draw stays in the form unseen: answers of the
 * profile, organisations, rows, and what hangs on them or on another step.
 */
export function BlankStep({
  room,
  locale,
  number,
  step: key,
  source,
  permalink,
  from,
}: {
  room: Pick<FormRoom, 'save'>
  locale: Locale
  number: string
  step: string
  source: string
  permalink: string
  from: From
}) {
  const [slug = '', version] = source.split('.')
  const service = serviceBySlug(slug)
  const step =
    service && String(service.version) === version ? service.steps.find((s) => s.key === key) : undefined
  const fields = step ? drawnFields(step) : []
  return (
    <div className="max-w-reading">
      {step && <PageTitle>{step.title[locale]}</PageTitle>}
      <FieldsForm
        id="step"
        action={room.save}
        permalink={permalink}
        locale={locale}
        texts={formTexts(locale)}
        hidden={stepHidden(number, key, from)}
        fields={stepFields(fields, locale, {}, null, key)}
        buttons={stepButtons(locale, service?.steps[0]?.key === key, from)}
      />
    </div>
  )
}

function drawnFields(step: Step): Field[] {
  const drawn: Field[] = []
  for (const field of step.fields) {
    if (field.profile || field.rows || field.kind === 'organisation') continue
    const above = drawn.some(({ key }) => `${step.key}.${key}` === field.showWhen?.field)
    if (above || !field.showWhen) drawn.push(field)
  }
  return drawn
}
