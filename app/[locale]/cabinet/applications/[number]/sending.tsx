import { FieldsForm } from '@/components/form/fields-form'
import { ButtonLink } from '@/components/ui/button'
import { sendApplication } from '@/lib/applications/parent/actions'
import type { ApplicationPage } from '@/lib/applications/parent/loaders'
import { maySend } from '@/lib/applications/revision'
import { resendConfirmation } from '@/lib/auth/actions'
import { formatDate } from '@/lib/domain/dates'
import { mayBegin } from '@/lib/domain/intake-window'
import type { Locale } from '@/lib/domain/text'
import { applicationMessages } from '@/lib/i18n/application-page'
import { formTexts } from '@/lib/i18n/forms'
import { localePath } from '@/lib/i18n/locale'
import { signingMessages } from '@/lib/i18n/signing'
import { windowMessages, windowSentence } from '@/lib/i18n/windows'

type Given = { locale: Locale; page: ApplicationPage; permalink: string }

/** «Отправить в школу», or the one thing that still stands in its way. */
export function Sending({ locale, page, permalink }: Given) {
  const t = signingMessages[locale].send
  const { application, organisation, due, confirmed, email, window } = page
  const { who, to } = applicationMessages[locale].providers[organisation?.kind ?? 'school']
  const day = (date: string) => formatDate(date, locale, 'weekday')
  const form = { permalink, locale, texts: formTexts(locale) }
  const isSigned = application.revision !== null && maySend(application.revision)
  const isEarly = window.kind === 'before'
  return (
    <section id="send" aria-labelledby="send-title" className="rounded bg-mist p-4 sm:p-6">
      <h2 id="send-title" className="mb-2 text-lg">
        {t.title}
      </h2>
      {!isSigned && (
        <p className="max-w-reading">{isEarly ? windowMessages[locale].signAhead : t.signFirst}</p>
      )}
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
      {isSigned && confirmed && isEarly && <Early locale={locale} page={page} permalink={permalink} />}
      {isSigned && confirmed && !isEarly && (
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

/** Ready before the opening: when the button comes, and that one press will do. */
function Early({ locale, page, permalink }: Given) {
  const t = windowMessages[locale]
  const { to } = applicationMessages[locale].providers[page.organisation?.kind ?? 'school']
  return (
    <div className="max-w-reading">
      <p className="font-bold">{windowSentence(page.window, locale)}</p>
      <p className="mt-2 mb-4">{t.readyText(to)}</p>
      <ButtonLink variant="secondary" href={permalink}>
        {t.reload}
      </ButtonLink>
    </div>
  )
}

/** Not sent before the intake was over: what can be done instead. */
export function Missed({ locale, page }: { locale: Locale; page: ApplicationPage }) {
  const t = windowMessages[locale]
  const { slug } = page.application.service
  const isNextKnown = mayBegin(page.nextWindow)
  return (
    <section className="max-w-reading rounded bg-mist p-4 sm:p-6">
      <p className="mb-4">{isNextKnown ? t.missedNext : t.missedLast}</p>
      {isNextKnown ? (
        <ButtonLink href={localePath(locale, `/cabinet/services/${slug}`)}>{t.prepareNext}</ButtonLink>
      ) : (
        <ButtonLink href={localePath(locale, `/services/${slug}`)}>{t.toService}</ButtonLink>
      )}
    </section>
  )
}
