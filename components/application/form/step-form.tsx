import { IncomeArithmetic } from '@/components/application/income-arithmetic'
import { stepFields } from '@/components/application/step-fields'
import { namedError } from '@/components/form/field-names'
import { FieldsForm } from '@/components/form/fields-form'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Notice } from '@/components/ui/notice'
import { SummaryList } from '@/components/ui/summary-list'
import type { StepPage } from '@/lib/applications/parent/step-page'
import type { From } from '@/lib/applications/schema'
import type { FormField } from '@/lib/domain/form-state'
import { readAnswer } from '@/lib/domain/read-view'
import type { Locale } from '@/lib/domain/text'
import { cabinetMessages } from '@/lib/i18n/cabinet'
import { commonMessages } from '@/lib/i18n/common'
import { fieldErrors } from '@/lib/i18n/faults'
import { formTexts } from '@/lib/i18n/forms'
import { incomeMessages } from '@/lib/i18n/income'
import { FormHead, SavedNote } from './form-head'
import type { FormRoom } from './form-room'
import { stepButtons, stepHidden } from './step-controls'

export function StepForm({
  room,
  locale,
  page,
  permalink,
  check,
  from,
}: {
  room: FormRoom
  locale: Locale
  page: StepPage
  permalink: string
  /** The form could not be submitted because of this step: what it lacks is said on top. */
  check: boolean
  from: From
}) {
  const { step, asked, values, places, number, savedAt } = page
  // Where it goes is known, and nobody is told to choose it.
  const isSettled = page.given.some(({ field }) => field.kind === 'organisation')
  const fields = stepFields(asked, locale, values, places, step.key)
  return (
    <>
      <FormHead
        room={room}
        locale={locale}
        page={page}
        current={step.key}
        lead={isSettled ? undefined : step.intro?.[locale]}
      />
      <div className="max-w-reading">
        <FieldsForm
          // Another step is another form, though a script would keep this one.
          key={step.key}
          id="step"
          action={room.save}
          permalink={permalink}
          locale={locale}
          texts={formTexts(locale)}
          hidden={stepHidden(number, step.key, from)}
          fields={fields}
          buttons={stepButtons(locale, page.steps[0]?.key === step.key, from)}
          standing={<Advice locale={locale} page={page} />}
          before={
            <>
              {check && <Lacks locale={locale} page={page} fields={fields} />}
              <Given room={room} locale={locale} page={page} />
            </>
          }
          after={
            <>
              <Income locale={locale} page={page} />
              <SavedNote locale={locale} savedAt={savedAt} />
            </>
          }
        />
      </div>
    </>
  )
}

function Lacks({
  locale,
  page: { step, faults },
  fields,
}: {
  locale: Locale
  page: StepPage
  fields: readonly FormField[]
}) {
  const errors = fieldErrors(locale, faults, step.fields).map(({ field, message }) => ({
    href: `#${field}`,
    text: namedError(fields, field, message),
  }))
  return <ErrorSummary title={cabinetMessages[locale].form.fillFirst} errors={errors} />
}

/** What the kept answers call for saying, as it was said when they were given. */
function Advice({ locale, page: { advice } }: { locale: Locale; page: StepPage }) {
  if (advice.length === 0) return null
  return (
    <div className="mb-6">
      <Notice tone="warn" title={commonMessages[locale].warning}>
        {advice.map((text) => (
          <p key={text[locale]}>{text[locale]}</p>
        ))}
      </Notice>
    </div>
  )
}

function Income({ locale, page: { income } }: { locale: Locale; page: StepPage }) {
  if (!income) return null
  return (
    <div className="mb-6">
      <IncomeArithmetic locale={locale} {...income} note={incomeMessages[locale].saved} />
    </div>
  )
}

/** What is known already is read here: of the profile, which is changed there, and where the application goes. */
function Given({ room, locale, page }: { room: FormRoom; locale: Locale; page: StepPage }) {
  const { profile } = room
  const told = page.given.filter(({ field }) => field.profile)
  const settled = page.given.filter(({ field }) => !field.profile)
  const isKept = page.asked.some((field) => field.profile)
  const listed = (given: StepPage['given']) => (
    <SummaryList
      rows={given.map(({ field, value }) => ({
        label: field.label[locale],
        value: readAnswer(field, value, locale, page.names),
      }))}
    />
  )
  return (
    <>
      {profile && told.length > 0 && (
        <div className="mb-8">
          <p className="mb-3">{profile.lead}</p>
          {listed(told)}
          <p className="mt-3">
            <a href={profile.href} className="inline-block py-2">
              {profile.label}
            </a>
          </p>
          {isKept && <p className="mt-4">{profile.kept}</p>}
        </div>
      )}
      {settled.length > 0 && (
        <div className="mb-8">
          <p className="mb-3">{cabinetMessages[locale].form.settled}</p>
          {listed(settled)}
        </div>
      )}
    </>
  )
}
