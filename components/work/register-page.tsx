import { UploadField, type UploadNews } from '@/components/documents/upload-field'
import { FileRow } from '@/components/ui/file-row'
import type { DecisionPage } from '@/lib/applications/provider/loaders'
import { formatDate } from '@/lib/domain/dates'
import type { FormField } from '@/lib/domain/form-state'
import type { Locale } from '@/lib/domain/text'
import { commonMessages } from '@/lib/i18n/common'
import { decisionMessages } from '@/lib/i18n/decisions'
import { DecisionForm } from './decision-form'
import { DecisionFrame } from './decision-frame'

/** «Зарегистрировать»; who signs at the school signs first. */
export function RegisterPage({
  locale,
  decision,
  register,
  news,
}: {
  locale: Locale
  decision: DecisionPage
  register: Extract<DecisionPage, { step: 'register' }>
  news: UploadNews
}) {
  const t = decisionMessages[locale].steps.register
  const { wanted } = register
  return (
    <DecisionFrame locale={locale} decision={decision} title={t.title} lead={t.lead}>
      {wanted && decision.upload && (
        <section className="mb-8">
          <h2 className="mb-2 text-lg">{t.steps}</h2>
          <ol className="mb-4 list-decimal space-y-1 pl-6">
            <li>{t.stepPrint}</li>
            <li>{t.stepSign}</li>
            <li>{t.stepScan}</li>
            <li>{t.stepMark(register.mark)}</li>
          </ol>
          <div className="mb-4">
            <FileRow name={t.print} href={`/api/papers/statement/${decision.number}`} format="PDF" />
          </div>
          <UploadField
            locale={locale}
            slot={wanted.slot}
            upload={decision.upload}
            current={wanted.current ?? undefined}
            news={news}
          />
        </section>
      )}
      {register.isSigned ? (
        <>
          <p className="mb-6 font-bold">{t.answerDue(formatDate(register.answerDue, locale, 'weekday'))}</p>
          <DecisionForm
            locale={locale}
            number={decision.number}
            step="register"
            fields={register.area ? [areaField(locale, register.area[locale])] : []}
            submit={{ label: t.action, variant: 'primary' }}
          />
        </>
      ) : (
        <p className="text-muted">{t.unsigned}</p>
      )}
    </DecisionFrame>
  )
}

/** The clerk says it, and nothing is said beforehand: by it the places are given. */
function areaField(locale: Locale, answer: string): FormField {
  const t = decisionMessages[locale].steps.register
  const { yes, no } = commonMessages[locale]
  return {
    name: 'inArea',
    kind: 'radio',
    label: t.area,
    hint: t.areaHint(answer),
    options: [
      { value: 'yes', label: yes },
      { value: 'no', label: no },
      { value: 'later', label: t.areaLater },
    ],
  }
}
