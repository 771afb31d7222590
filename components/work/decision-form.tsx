import { FieldsForm } from '@/components/form/fields-form'
import {
  approveResult,
  completeApplicationStage,
  handOverPaper,
  prepareApplicationResult,
  registerApplication,
  takeResultBack,
} from '@/lib/applications/provider/actions'
import {
  closeApplicationCorrection,
  requestApplicationCorrection,
} from '@/lib/applications/provider/correction-actions'
import {
  annulResult,
  refuseApplication,
  refuseApplicationIntake,
} from '@/lib/applications/provider/refusal-actions'
import type { Step } from '@/lib/applications/provider/steps'
import type { FormButton, FormField, FormState } from '@/lib/domain/form-state'
import type { Locale } from '@/lib/domain/text'
import { formTexts } from '@/lib/i18n/forms'
import { localePath } from '@/lib/i18n/locale'

export const STEP_ACTIONS: Readonly<
  Record<Step, (previous: FormState, form: FormData) => Promise<FormState>>
> = {
  register: registerApplication,
  stage: completeApplicationStage,
  'hand-over': handOverPaper,
  prepare: prepareApplicationResult,
  sign: approveResult,
  correct: requestApplicationCorrection,
  'close-correction': closeApplicationCorrection,
  'refuse-intake': refuseApplicationIntake,
  'take-back': takeResultBack,
  refuse: refuseApplication,
  revoke: annulResult,
}

export function stepAddress(locale: Locale, number: number | string, step: Step): string {
  return localePath(locale, `/work/applications/${number}/${step}`)
}

/** The form of a decision: its fields and the one button that takes it. */
export function DecisionForm({
  locale,
  number,
  step,
  submit,
  other,
  fields = [],
  hidden = {},
  note,
}: {
  locale: Locale
  number: number
  step: Step
  submit: FormButton
  /** A second way to take it. */
  other?: FormButton
  fields?: readonly FormField[]
  hidden?: Readonly<Record<string, string>>
  /** Said right above the button. */
  note?: string
}) {
  return (
    <FieldsForm
      action={STEP_ACTIONS[step]}
      permalink={stepAddress(locale, number, step)}
      locale={locale}
      texts={formTexts(locale)}
      fields={fields}
      // The dot keeps our names apart from those of a provider's questions: a diploma has a number too.
      hidden={{ 'form.number': String(number), ...hidden }}
      buttons={other ? [submit, other] : [submit]}
      after={note && <p className="mb-4">{note}</p>}
    />
  )
}
