import type { ReactNode } from 'react'
import { DocumentRow } from '@/components/documents/document-row'
import { PdfViewer } from '@/components/documents/pdf-viewer'
import { SignatureFile } from '@/components/eds/statement-signed'
import { FileRow } from '@/components/ui/file-row'
import type { ReviewDocument as Document, Review } from '@/lib/applications/provider/review'
import { documentTarget } from '@/lib/domain/correction'
import { formatDateTime } from '@/lib/domain/dates'
import { statementPath, statementSignaturePath } from '@/lib/domain/statement-path'
import type { Locale } from '@/lib/domain/text'
import { correctionMessages } from '@/lib/i18n/corrections'
import { localePath } from '@/lib/i18n/locale'
import { pdfViewerMessages } from '@/lib/i18n/pdf-viewer'
import { signingMessages } from '@/lib/i18n/signing'
import { workMessages } from '@/lib/i18n/work'

/** The documents beside the answers: photos to look at in place, a PDF when it is asked for, all else to open. */
export function ReviewDocuments({ locale, review }: { locale: Locale; review: Review }) {
  const t = workMessages[locale].review
  const corrections = correctionMessages[locale]
  const { number, revision, steps } = review
  const { eds, signed, ordinal, mark, confirmedAt } = revision
  const title = t.statementRevision(ordinal)
  const markNote = eds && !review.scan ? undefined : t.mark(signed.mark)
  const back = (slot: string) =>
    `${localePath(locale, `/work/applications/${number}/correct`)}?item=${encodeURIComponent(documentTarget(slot))}`
  return (
    <>
      {review.documents.map((document) => (
        <ReviewDocument
          key={document.documentId}
          locale={locale}
          document={document}
          action={
            steps.includes('correct') && (
              <a href={back(document.slot)} className="inline-block py-2">
                {corrections.ask.action}
                <span className="sr-only">: {document.title}</span>
              </a>
            )
          }
        />
      ))}
      <FileRow
        name={title}
        href={statementPath(number)}
        format="PDF"
        note={confirmedAt ? corrections.review.confirmed(formatDateTime(confirmedAt, locale)) : markNote}
      />
      <PdfViewer href={statementPath(number)} title={title} texts={pdfViewerMessages[locale]} />
      {signed.ordinal !== ordinal && (
        <FileRow
          name={corrections.review.signedRevision(signed.ordinal)}
          href={statementPath(number, signed.ordinal)}
          format="PDF"
          note={signed.mark === mark ? undefined : markNote}
        />
      )}
      {eds && <SignatureFile locale={locale} number={number} eds={eds} />}
      {review.earlier
        .filter((statement) => statement.ordinal !== signed.ordinal)
        .map((statement) => (
          <EarlierStatement key={statement.ordinal} locale={locale} number={number} statement={statement} />
        ))}
      {review.scan && <ReviewDocument locale={locale} document={review.scan} />}
      {review.signedOrder && <ReviewDocument locale={locale} document={review.signedOrder} />}
    </>
  )
}

/** What was sent before, with the signature that it has; its scan is found in the history of the files. */
function EarlierStatement({
  locale,
  number,
  statement: { ordinal, isSignedByEds },
}: {
  locale: Locale
  number: number
  statement: Review['earlier'][number]
}) {
  return (
    <>
      <FileRow
        name={correctionMessages[locale].review.earlier(ordinal)}
        href={statementPath(number, ordinal)}
        format="PDF"
      />
      {isSignedByEds && (
        <FileRow
          name={signingMessages[locale].signed.file}
          href={statementSignaturePath(number, ordinal)}
          format="CMS"
        />
      )}
    </>
  )
}

export function ReviewDocument({
  locale,
  document,
  action,
}: {
  locale: Locale
  document: Document
  action?: ReactNode
}) {
  const t = workMessages[locale].review
  const href = `/api/documents/${document.documentId}`
  return (
    <div className="mb-4">
      <DocumentRow locale={locale} file={document} title={document.title} action={action} />
      {document.mediaType.startsWith('image/') && (
        <a href={href} className="mt-3 block">
          {/* biome-ignore lint/performance/noImgElement: private bytes of the store, never optimised */}
          <img
            src={href}
            alt={t.preview(document.title)}
            loading="lazy"
            className="max-h-[36rem] w-full rounded border border-line-soft bg-mist object-contain"
          />
          <span className="inline-block py-1 text-sm">{t.openFull}</span>
        </a>
      )}
      {document.mediaType === 'application/pdf' && (
        <PdfViewer href={href} title={document.title} texts={pdfViewerMessages[locale]} />
      )}
    </div>
  )
}
