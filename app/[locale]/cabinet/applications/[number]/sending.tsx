import { FieldsForm } from '@/components/form/fields-form'
import { sendApplication } from '@/lib/applications/parent/actions'
import type { ApplicationPage } from '@/lib/applications/parent/loaders'
import { resendConfirmation } from '@/lib/auth/actions'
import { formatDate } from '@/lib/domain/dates'
import type { Locale } from '@/lib/domain/text'
import { applicationMessages } from '@/lib/i18n/application-page'
import { formTexts } from '@/lib/i18n/forms'
import { signingMessages } from '@/lib/i18n/signing'

/** «Отправить в школу», or the one thing that still stands in its way. */
export function Sending({
  locale,
  page,
  permalink,
}: {
  locale: Locale
  page: ApplicationPage
  permalink: string
}) {
  const t = signingMessages[locale].send
  const { application, organisation, due, confirmed, email } = page
  const { who, to } = applicationMessages[locale].providers[organisation?.kind ?? 'school']
  const day = (date: string) => formatDate(date, locale, 'weekday')
  const form = { permalink, locale, texts: formTexts(locale) }
  const isSigned = application.revision?.signedBy !== null
  return (
    <section id="send" aria-labelledby="send-title" className="rounded bg-mist p-4 sm:p-6">
      <h2 id="send-title" className="mb-2 text-lg">
        {t.title}
      </h2>
      {!isSigned && <p className="max-w-reading">{t.signFirst}</p>}
      {isSigned && !confirmed && (
        <div className="max-w-reading">
          <p className="mb-4">{t.unconfirmed(email)}</p>
          <FieldsForm
            {...form}
            action={resendConfirmation}
            buttons={[{ label: t.resend, variant: 'secondary' }]}
          />
        </div>
      )}
      {isSigned && confirmed && (
        <div className="max-w-reading">
          {due && <p className="mb-4">{t.due(who, day(due.answerDue), day(due.intakeDue))}</p>}
          <FieldsForm
            {...form}
            action={sendApplication}
            hidden={{ number: String(application.number) }}
            buttons={[{ label: t.action(to), variant: 'primary' }]}
          />
        </div>
      )}
    </section>
  )
}
