import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { Unbroken } from '@/components/ui/unbroken'
import type { DocumentType } from '@/lib/domain/service'
import type { Locale, Text } from '@/lib/domain/text'
import { commonMessages } from '@/lib/i18n/common'
import { documentMessages, faultSentence, isDocumentFault, spokenLimits } from '@/lib/i18n/documents'
import { type DocumentFile, DocumentRow } from './document-row'
import type { PostForm } from './post-file'
import { UploadForm } from './upload-form'

// HEIC is left out on purpose: phones and macOS then hand over a JPEG.
const ACCEPT: Readonly<Record<DocumentType, string>> = {
  jpeg: 'image/jpeg,.jpg,.jpeg',
  png: 'image/png,.png',
  pdf: 'application/pdf,.pdf',
  zip: 'application/zip,.zip',
  doc: 'application/msword,.doc,.docx',
}

type Slot = {
  key: string
  title: Text
  hint?: Text
  types: readonly DocumentType[]
  maxBytes: number
}

/** `document` and `fault` of the page's address: how the last upload went, script or not. */
export type UploadNews = { document?: string | string[]; fault?: string | string[] }

/** Where an error summary's link to a slot goes. */
export function uploadFieldId(slotKey: string): string {
  return `document-${slotKey}-file`
}

/** A place for one document: what is asked, the file that is there, and the form for another. */
export function UploadField({
  locale,
  slot,
  upload,
  current,
  news = {},
  optional = false,
  error,
  remove,
  lead,
  offer,
}: {
  locale: Locale
  slot: Slot
  upload: { form: PostForm; scripted: PostForm; completeHref: string }
  current?: DocumentFile
  news?: UploadNews
  optional?: boolean
  /** That the document is still missing, after «Далее». */
  error?: string
  /** Takes `number`, `slot` and `documentId`. */
  remove?: { action: (form: FormData) => void | Promise<void>; number: number }
  /** What stands under the title, such as why another file is asked for. */
  lead?: ReactNode
  /** What else may be done with this place, such as taking the file from «Семья». */
  offer?: ReactNode
}) {
  const t = documentMessages[locale]
  const limits = spokenLimits(locale, slot)
  const told = news.document === slot.key
  const fault = told && isDocumentFault(news.fault) ? faultSentence(locale, news.fault, slot) : error
  const sentence = (code: 'empty' | 'tooLarge' | 'wrongType' | 'missing' | 'unavailable') =>
    t.faults[code](limits)
  return (
    <section
      id={`document-${slot.key}`}
      aria-labelledby={`document-${slot.key}-title`}
      className="mb-6 rounded border border-line-soft p-4"
    >
      <h3 id={`document-${slot.key}-title`} className="text-lg">
        <Unbroken text={slot.title[locale]} />
        {optional && <span className="font-normal text-muted"> ({commonMessages[locale].optional})</span>}
      </h3>
      {lead}
      {slot.hint && <p className="text-muted">{slot.hint[locale]}</p>}
      {current && (
        <DocumentRow
          locale={locale}
          file={current}
          action={remove && <RemoveForm {...remove} slot={slot.key} file={current} label={t.remove} />}
        />
      )}
      {offer}
      <div className="mt-3">
        <UploadForm
          id={uploadFieldId(slot.key)}
          form={upload.form}
          scripted={upload.scripted}
          completeHref={upload.completeHref}
          accept={slot.types.map((type) => ACCEPT[type]).join(',')}
          maxBytes={slot.maxBytes}
          shrinks={slot.types.includes('jpeg')}
          replace={current && t.replace}
          fault={fault}
          done={told && !fault && current ? t.done : undefined}
          texts={{
            choose: current ? t.chooseNew : t.choose,
            accepted: t.accepted(limits),
            upload: t.upload,
            cancel: t.cancel,
            shrinking: t.shrinking,
            sending: t.sending,
            checking: t.checking,
            cancelled: t.cancelled,
            empty: sentence('empty'),
            tooLarge: sentence('tooLarge'),
            wrongType: sentence('wrongType'),
            missing: sentence('missing'),
            unavailable: sentence('unavailable'),
          }}
        />
      </div>
    </section>
  )
}

function RemoveForm({
  action,
  number,
  slot,
  file,
  label,
}: {
  action: (form: FormData) => void | Promise<void>
  number: number
  slot: string
  file: DocumentFile
  label: string
}) {
  return (
    <form action={action}>
      <input type="hidden" name="number" value={number} />
      <input type="hidden" name="slot" value={slot} />
      <input type="hidden" name="documentId" value={file.documentId} />
      <Button variant="quiet">
        {label}
        <span className="sr-only"> {file.fileName}</span>
      </Button>
    </form>
  )
}
