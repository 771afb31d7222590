import { AnswerSections } from '@/components/application/answer-sections'
import { IncomeArithmetic } from '@/components/application/income-arithmetic'
import { DocumentList } from '@/components/documents/document-list'
import { Details } from '@/components/ui/details'
import { SIGNED_STATEMENT } from '@/lib/applications/document-slots'
import type { ApplicationPage } from '@/lib/applications/parent/loaders'
import { DOCUMENTS_STEP } from '@/lib/applications/parent/step-page'
import { applicationPath, editPath } from '@/lib/applications/schema'
import { documentTitle, neededDocuments } from '@/lib/domain/answers'
import { readSections } from '@/lib/domain/read-view'
import type { Locale } from '@/lib/domain/text'
import { applicationMessages } from '@/lib/i18n/application-page'
import { commonMessages } from '@/lib/i18n/common'
import { localePath } from '@/lib/i18n/locale'

/** What the application says: answers by step, then the documents. */
export function Content({ locale, page }: { locale: Locale; page: ApplicationPage }) {
  const t = applicationMessages[locale]
  const { application, answers, names, documents, signedStatement, canCancel, income, isRemade } = page
  const { service, number, status } = application
  const isEditable = status === 'draft'
  // Where there is nothing whole to come back to yet, the form is simply gone on with.
  const from = application.revision || isRemade ? 'review' : null
  const change = (step: string) => localePath(locale, editPath(number, step, { from }))
  const slots = neededDocuments(service, answers).map((slot) => ({ ...slot, title: documentTitle(slot) }))
  return (
    <section className="max-w-reading" aria-labelledby="answers">
      <h2 id="answers" className="mb-2 text-lg">
        {t.answers}
      </h2>
      <AnswerSections
        locale={locale}
        sections={readSections(service, answers, locale, names)}
        changeHref={isEditable ? change : undefined}
      />
      {income && (
        <div className="my-4">
          <IncomeArithmetic locale={locale} test={income} provider={page.organisation?.kind ?? null} />
        </div>
      )}
      <Details summary={t.documents}>
        {isEditable && (
          <p>
            <a href={change(DOCUMENTS_STEP)} className="inline-block py-1">
              {commonMessages[locale].change}
              <span className="sr-only">: {t.documents}</span>
            </a>
          </p>
        )}
        <DocumentList
          locale={locale}
          slots={signedStatement ? [...slots, SIGNED_STATEMENT] : slots}
          documents={signedStatement ? [...documents, signedStatement] : documents}
        />
      </Details>
      {canCancel && status !== 'draft' && (
        <p className="mt-8">
          <a href={localePath(locale, applicationPath(number, '/cancel'))} className="inline-block py-2">
            {t.cancel}
          </a>
        </p>
      )}
    </section>
  )
}
