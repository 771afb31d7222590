import type { Locale, Text } from '@/lib/domain/text'
import { documentMessages } from '@/lib/i18n/documents'
import { type DocumentFile, DocumentRow } from './document-row'

/** The documents of an application to look at: each slot with its file, or the words that there is none. */
export function DocumentList({
  locale,
  slots,
  documents,
}: {
  locale: Locale
  slots: readonly { key: string; title: Text }[]
  documents: readonly (DocumentFile & { slot: string })[]
}) {
  return (
    <ul className="list-none pl-0">
      {slots.map((slot) => {
        const file = documents.find((document) => document.slot === slot.key)
        return (
          <li key={slot.key}>
            {file ? (
              <DocumentRow locale={locale} file={file} title={slot.title[locale]} />
            ) : (
              <p className="border-b border-line-soft py-3">
                <span className="font-bold">{slot.title[locale]}</span>
                <span className="block text-sm text-muted">{documentMessages[locale].none}</span>
              </p>
            )}
          </li>
        )
      })}
    </ul>
  )
}
