import { FileRow } from '@/components/ui/file-row'
import { formatDate } from '@/lib/domain/dates'
import { PAPER_LABELS, type PaperKind } from '@/lib/domain/paper-kind'
import type { Locale } from '@/lib/domain/text'
import { applicationMessages } from '@/lib/i18n/application-page'
import { fileSize } from '@/lib/i18n/documents'

type Paper = {
  id: string
  kind: PaperKind
  number: string
  issuedOn: string
  bytes: number
  revoked: boolean
}

/** Issued papers to open: receipt, order, notification, refusal. */
export function PaperRows({ locale, papers }: { locale: Locale; papers: readonly Paper[] }) {
  const t = applicationMessages[locale]
  return papers.map((paper) => (
    <FileRow
      key={paper.id}
      name={PAPER_LABELS[paper.kind][locale]}
      href={`/api/papers/${paper.id}`}
      format="PDF"
      size={fileSize(locale, paper.bytes)}
      note={[
        t.paperOf(paper.number, formatDate(paper.issuedOn, locale, 'short')),
        ...(paper.revoked ? [t.paperRevoked] : []),
      ].join(', ')}
    />
  ))
}
