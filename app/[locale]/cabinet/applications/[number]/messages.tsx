import { MessageThread } from '@/components/application/message-thread'
import { FieldsForm } from '@/components/form/fields-form'
import { MESSAGE_LENGTH } from '@/lib/applications/messages'
import type { ApplicationPage } from '@/lib/applications/parent/loaders'
import { writeMessage } from '@/lib/applications/parent/talk-actions'
import type { Locale } from '@/lib/domain/text'
import { formTexts } from '@/lib/i18n/forms'
import { talkMessages } from '@/lib/i18n/messages'

/** What was written about a sent application, and the form for more. */
export function Messages({
  locale,
  page,
  permalink,
}: {
  locale: Locale
  page: ApplicationPage
  permalink: string
}) {
  const t = talkMessages[locale]
  const { application, messages } = page
  return (
    <section id="messages" aria-labelledby="messages-title" className="mb-10 max-w-reading">
      <h2 id="messages-title" className="mb-3 text-lg">
        {t.title}
      </h2>
      {messages.length === 0 ? (
        <p className="mb-4">{t.leadParent}</p>
      ) : (
        <MessageThread
          locale={locale}
          messages={messages.map((message) => ({ ...message, isOwn: message.side === 'applicant' }))}
          nameOf={({ isOwn, authorName }) => (isOwn ? t.you : authorName)}
        />
      )}
      <FieldsForm
        action={writeMessage}
        permalink={`${permalink}#messages`}
        locale={locale}
        texts={formTexts(locale)}
        hidden={{ number: String(application.number) }}
        fields={[
          {
            name: 'message',
            kind: 'textarea',
            label: t.body,
            hint: t.hintParent(MESSAGE_LENGTH),
            maxLength: MESSAGE_LENGTH,
          },
        ]}
        buttons={[{ label: t.send, variant: 'secondary' }]}
      />
    </section>
  )
}
