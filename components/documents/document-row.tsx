import type { ReactNode } from 'react'
import { FileRow } from '@/components/ui/file-row'
import { formatDateTime } from '@/lib/domain/dates'
import type { Locale } from '@/lib/domain/text'
import { documentMessages, fileSize } from '@/lib/i18n/documents'

export type DocumentFile = { documentId: string; fileName: string; bytes: number; uploadedAt: Date }

/** One attached file: opens in the browser, tells its format, size and when it came. */
export function DocumentRow({
  locale,
  file,
  title,
  action,
}: {
  locale: Locale
  file: DocumentFile
  /** What the document is, where the row stands alone. */
  title?: string
  action?: ReactNode
}) {
  const t = documentMessages[locale]
  return (
    <FileRow
      name={title ? `${title}: ${file.fileName}` : file.fileName}
      href={`/api/documents/${file.documentId}`}
      format={file.fileName.split('.').at(-1)?.toUpperCase() ?? ''}
      size={fileSize(locale, file.bytes)}
      note={t.attachedAt(formatDateTime(file.uploadedAt, locale))}
      action={action}
    />
  )
}
