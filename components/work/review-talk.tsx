import { MessageThread } from '@/components/application/message-thread'
import { FieldsForm } from '@/components/form/fields-form'
import { Panel } from '@/components/ui/panel'
import type { ReviewTalk as Talk } from '@/lib/applications/provider/review-talk'
import { addInternalNote, sendMessageToApplicant } from '@/lib/applications/provider/talk-actions'
import type { FormField } from '@/lib/domain/form-state'
import type { Locale } from '@/lib/domain/text'
import { formTexts } from '@/lib/i18n/forms'
import { localePath } from '@/lib/i18n/locale'
import { talkMessages } from '@/lib/i18n/messages'

type Given = { locale: Locale; number: number; talk: Talk }

/** As long as a message may be; the server says the same. */
const LENGTH = 2000

const address = (locale: Locale, number: number | string, form: string) =>
  `${localePath(locale, `/work/applications/${number}`)}#${form}`

/** The forms of this panel, for a page that could not load itself. */
export function talkForms(locale: Locale, number: string) {
  return [
    { action: sendMessageToApplicant, permalink: address(locale, number, 'messages') },
    { action: addInternalNote, permalink: address(locale, number, 'notes') },
  ]
}

/** The talk with the applicant, and beside it what only the staff reads. */
export function ReviewTalk({ locale, number, talk }: { locale: Locale; number: number; talk: Talk | null }) {
  if (!talk) return null
  return (
    <div className="mt-8 grid items-start gap-8 lg:grid-cols-2">
      <Messages locale={locale} number={number} talk={talk} />
      <Notes locale={locale} number={number} talk={talk} />
    </div>
  )
}

function Messages({ locale, number, talk }: Given) {
  const t = talkMessages[locale]
  const { messages, templates, hasCabinet, applicantLocale } = talk
  const template: FormField[] =
    templates.length === 0
      ? []
      : [
          {
            name: 'template',
            kind: 'select',
            label: t.template,
            hint: t.templateHint,
            optional: true,
            options: templates.map(({ id, name }) => ({ value: id, label: name[locale] })),
            reload: t.insert,
          },
        ]
  return (
    <Panel title={t.titleStaff} id="messages">
      {(hasCabinet || messages.length > 0) && (
        <MessageThread
          locale={locale}
          messages={messages.map((message) => ({ ...message, isOwn: message.side === 'staff' }))}
          nameOf={({ isOwn, authorName }) => (isOwn ? authorName : `${t.applicant}: ${authorName}`)}
        />
      )}
      {hasCabinet ? (
        <FieldsForm
          action={sendMessageToApplicant}
          permalink={address(locale, number, 'messages')}
          locale={locale}
          texts={formTexts(locale)}
          idPrefix="talk-"
          hidden={{ 'talk.number': String(number) }}
          fields={[
            ...template,
            {
              name: 'message',
              kind: 'textarea',
              label: t.body,
              hint: `${t.hint(LENGTH)} ${t.language[applicantLocale]}`,
              maxLength: LENGTH,
            },
          ]}
          buttons={[{ label: t.send, variant: 'secondary' }]}
        />
      ) : (
        <p>{t.noCabinet}</p>
      )}
    </Panel>
  )
}

function Notes({ locale, number, talk }: Given) {
  const t = talkMessages[locale]
  return (
    <Panel title={t.notes} id="notes" tone="mist">
      <p className="mb-4 text-sm text-muted">{t.notesHint}</p>
      {talk.notes.length === 0 ? (
        <p className="mb-4 text-muted">{t.noNotes}</p>
      ) : (
        <MessageThread
          locale={locale}
          messages={talk.notes.map((note) => ({ ...note, isOwn: false }))}
          nameOf={({ authorName }) => authorName}
        />
      )}
      <FieldsForm
        action={addInternalNote}
        permalink={address(locale, number, 'notes')}
        locale={locale}
        texts={formTexts(locale)}
        idPrefix="note-"
        hidden={{ 'talk.number': String(number) }}
        fields={[{ name: 'note', kind: 'textarea', label: t.note, maxLength: LENGTH }]}
        buttons={[{ label: t.addNote, variant: 'secondary' }]}
      />
    </Panel>
  )
}
