import { stepFields } from '@/components/application/step-fields'
import { UploadField } from '@/components/documents/upload-field'
import { FieldsForm } from '@/components/form/fields-form'
import { saveCorrectedAnswers } from '@/lib/applications/parent/correction-actions'
import type {
  AskedAnswer,
  CorrectedDocument,
  CorrectedStep,
  CorrectionPage,
} from '@/lib/applications/parent/correction-page'
import type { Locale } from '@/lib/domain/text'
import { commonMessages } from '@/lib/i18n/common'
import { correctionMessages } from '@/lib/i18n/corrections'
import { formTexts } from '@/lib/i18n/forms'
import { removing } from '../../removing'
import { AskedWords } from '../correction-task'

type News = { document?: string | string[]; fault?: string | string[] }
type Given = { locale: Locale; page: CorrectionPage; permalink: string; news: News }

/** Each thing to put right: why, what was sent, and the place for what is right. */
export function Items({ locale, page, permalink, news }: Given) {
  return (
    <div className="max-w-reading">
      {page.documents.map((document) => (
        <DocumentItem key={document.slot.key} locale={locale} page={page} document={document} news={news} />
      ))}
      {page.steps.map((step) => (
        <StepItem
          key={step.step.key}
          locale={locale}
          number={page.number}
          corrected={step}
          permalink={permalink}
        />
      ))}
      {page.statement && (
        <section className="mb-8">
          <h2 className="mb-2 text-lg">{page.statement.label}</h2>
          <AskedWords locale={locale} item={page.statement} />
          <p className="mt-3">{correctionMessages[locale].task.statementText}</p>
        </section>
      )}
    </div>
  )
}

function DocumentItem({
  locale,
  page,
  document,
  news,
}: {
  locale: Locale
  page: CorrectionPage
  document: CorrectedDocument
  news: News
}) {
  const t = correctionMessages[locale].task
  const { slot, asked, was, current, required } = document
  const upload = page.uploads.get(slot.key)
  if (!upload) return null
  return (
    <UploadField
      locale={locale}
      slot={slot}
      upload={upload}
      current={current}
      news={news}
      optional={!required}
      remove={{ action: removing(locale), number: page.number }}
      lead={
        <>
          <div className="mt-2">
            {asked ? (
              <AskedWords locale={locale} item={asked} />
            ) : (
              <p className="font-bold">{t.calledFile}</p>
            )}
          </div>
          {was && (
            <p className="my-2 [overflow-wrap:anywhere]">
              {`${t.wasFile}: `}
              <a href={`/api/documents/${was.documentId}`}>{was.fileName}</a>
            </p>
          )}
        </>
      }
    />
  )
}

function StepItem({
  locale,
  number,
  corrected,
  permalink,
}: {
  locale: Locale
  number: number
  corrected: CorrectedStep
  permalink: string
}) {
  const { step, fields, asked, values, places } = corrected
  const leads = Object.fromEntries(
    fields.map(({ key }) => [key, <Lead key={key} locale={locale} asked={asked[key]} />] as const),
  )
  // A choice of an organisation is three controls, the first of which has the field's lead.
  const controls = stepFields(fields, locale, values, places, step.key)
  const first = (key: string) =>
    controls.find(({ name }) => name === key || name.startsWith(`${key}-`))?.name ?? key
  return (
    <section id={`step-${step.key}`} className="mb-8 rounded border border-line-soft p-4">
      <h2 className="mb-3 text-lg">{step.title[locale]}</h2>
      <FieldsForm
        action={saveCorrectedAnswers}
        permalink={`${permalink}#step-${step.key}`}
        locale={locale}
        texts={formTexts(locale)}
        idPrefix={`${step.key}-`}
        hidden={{ 'form.number': String(number), 'form.step': step.key }}
        fields={controls}
        leads={Object.fromEntries(Object.entries(leads).map(([key, lead]) => [first(key), lead]))}
        buttons={[
          { label: correctionMessages[locale].task.save, variant: 'secondary', about: step.title[locale] },
        ]}
      />
    </section>
  )
}

function Lead({ locale, asked }: { locale: Locale; asked: AskedAnswer | undefined }) {
  const t = correctionMessages[locale].task
  if (!asked) return <p className="mb-2 font-bold">{t.called}</p>
  return (
    <div className="mb-3">
      <AskedWords locale={locale} item={asked} />
      <p className="mt-2 whitespace-pre-line [overflow-wrap:anywhere]">
        {`${t.was}: `}
        <strong>{asked.was || commonMessages[locale].notGiven}</strong>
      </p>
    </div>
  )
}
