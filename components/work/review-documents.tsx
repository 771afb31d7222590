import { DocumentRow } from '@/components/documents/document-row'
import { PdfViewer } from '@/components/documents/pdf-viewer'
import { SignatureFile } from '@/components/eds/statement-signed'
import { FileRow } from '@/components/ui/file-row'
import type { ReviewDocument as Document, Review } from '@/lib/applications/provider/review'
import type { Locale } from '@/lib/domain/text'
import { pdfViewerMessages } from '@/lib/i18n/pdf-viewer'
import { workMessages } from '@/lib/i18n/work'

/** The documents beside the answers: photos to look at in place, a PDF when it is asked for, all else to open. */
export function ReviewDocuments({ locale, review }: { locale: Locale; review: Review }) {
  const t = workMessages[locale].review
  const { eds } = review.revision
  const statement = `/api/papers/statement/${review.number}`
  return (
    <>
      {review.documents.map((document) => (
        <ReviewDocument key={document.documentId} locale={locale} document={document} />
      ))}
      <FileRow
        name={t.statementRevision(review.revision.ordinal)}
        href={statement}
        format="PDF"
        note={eds && !review.scan ? undefined : t.mark(review.revision.mark)}
      />
      <PdfViewer
        href={statement}
        title={t.statementRevision(review.revision.ordinal)}
        texts={pdfViewerMessages[locale]}
      />
      {eds && <SignatureFile locale={locale} number={review.number} eds={eds} />}
      {review.scan && <ReviewDocument locale={locale} document={review.scan} />}
      {review.signedOrder && <ReviewDocument locale={locale} document={review.signedOrder} />}
    </>
  )
}

export function ReviewDocument({ locale, document }: { locale: Locale; document: Document }) {
  const t = workMessages[locale].review
  const href = `/api/documents/${document.documentId}`
  return (
    <div className="mb-4">
      <DocumentRow locale={locale} file={document} title={document.title} />
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
