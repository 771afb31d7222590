import { stepFields } from '@/components/application/step-fields'
import { FieldsForm } from '@/components/form/fields-form'
import { ErrorSummary } from '@/components/ui/error-summary'
import { SummaryList } from '@/components/ui/summary-list'
import { editStep } from '@/lib/applications/parent/actions'
import type { StepPage } from '@/lib/applications/parent/step-page'
import { readAnswer } from '@/lib/domain/read-view'
import type { Locale } from '@/lib/domain/text'
import { cabinetMessages } from '@/lib/i18n/cabinet'
import { fieldErrors } from '@/lib/i18n/faults'
import { formTexts } from '@/lib/i18n/forms'
import { localePath } from '@/lib/i18n/locale'
import { FormHead, SavedNote } from './form-head'
import { stepButtons, stepHidden } from './step-controls'

export function StepForm({
  locale,
  page,
  permalink,
  check,
}: {
  locale: Locale
  page: StepPage
  permalink: string
  /** The form could not be submitted because of this step: what it lacks is said on top. */
  check: boolean
}) {
  const { step, asked, values, places, number, savedAt } = page
  const fields = stepFields(asked, locale, values, places)
  return (
    <div className="max-w-reading">
      <FormHead locale={locale} page={page} current={step.key} lead={step.intro?.[locale]} />
      <FieldsForm
        // Another step is another form, though a script would keep this one.
        key={step.key}
        id="step"
        action={editStep}
        permalink={permalink}
        locale={locale}
        texts={formTexts(locale)}
        hidden={stepHidden(number, step.key)}
        fields={fields}
        buttons={stepButtons(locale, page.service.steps[0]?.key === step.key)}
        before={
          <>
            {check && <Lacks locale={locale} page={page} />}
            <FromProfile locale={locale} page={page} />
          </>
        }
        after={<SavedNote locale={locale} savedAt={savedAt} />}
      />
    </div>
  )
}

function Lacks({ locale, page: { step, faults } }: { locale: Locale; page: StepPage }) {
  const errors = fieldErrors(locale, faults, step.fields).map(({ field, message }) => {
    const label = step.fields.find((f) => f.key === field)?.label[locale] ?? ''
    return { href: `#${field}`, text: `${label}: ${message}` }
  })
  return <ErrorSummary title={cabinetMessages[locale].form.fillFirst} errors={errors} />
}

/** What the profile knows is read here and changed there. */
function FromProfile({ locale, page: { given, asked } }: { locale: Locale; page: StepPage }) {
  const t = cabinetMessages[locale].form
  if (given.length === 0) return null
  const isKept = asked.some((field) => field.profile)
  return (
    <div className="mb-8">
      <p className="mb-3">{t.fromProfile}</p>
      <SummaryList
        rows={given.map(({ field, value }) => ({
          label: field.label[locale],
          value: readAnswer(field, value, locale, {}),
        }))}
      />
      <p className="mt-3">
        <a href={localePath(locale, '/cabinet/profile')} className="inline-block py-2">
          {t.toProfile}
        </a>
      </p>
      {isKept && <p className="mt-4">{t.toBeKept}</p>}
    </div>
  )
}
