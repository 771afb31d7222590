import { formatDateTime } from '@/lib/domain/dates'
import type { Locale } from '@/lib/domain/text'
import { talkMessages } from '@/lib/i18n/messages'

type Message = { id: string; at: Date; authorName: string; body: string; isNew?: boolean; isOwn: boolean }

/** What was written, the newest last; one's own stands to the right, and says whose it is in words too. */
export function MessageThread({
  locale,
  messages,
  nameOf,
}: {
  locale: Locale
  messages: readonly Message[]
  /** Whose a message is, as this reader calls them. */
  nameOf: (message: Message) => string
}) {
  const t = talkMessages[locale]
  if (messages.length === 0) return <p className="mb-4 text-muted">{t.none}</p>
  return (
    <ol className="mb-6 list-none space-y-3 pl-0">
      {messages.map((message) => (
        <li
          key={message.id}
          className={`max-w-[34rem] rounded border px-4 py-3 ${
            message.isOwn ? 'ml-auto border-transparent bg-mist' : 'mr-auto border-line-soft bg-paper'
          }`}
        >
          <p className="text-sm text-muted">
            <span className="font-bold">{nameOf(message)}</span>{' '}
            <span className="tabular-nums">{formatDateTime(message.at, locale)}</span>
            {message.isNew && (
              <strong className="ml-2 rounded bg-gold px-2 text-ink forced-colors:border">{t.isNew}</strong>
            )}
          </p>
          <p className="mt-1 whitespace-pre-line [overflow-wrap:anywhere]">{message.body}</p>
        </li>
      ))}
    </ol>
  )
}
