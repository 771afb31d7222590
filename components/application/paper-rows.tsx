import { FileRow } from '@/components/ui/file-row'
import { formatDate } from '@/lib/domain/dates'
import { ANNULMENT_LABEL, type PaperKind, paperName } from '@/lib/domain/paper-kind'
import type { ServiceDefinition } from '@/lib/domain/service'
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
  isAnnulling: boolean
}

/** Issued papers to open: receipt, order, notification, refusal. */
export function PaperRows({
  locale,
  service,
  papers,
}: {
  locale: Locale
  service: Pick<ServiceDefinition, 'stages'>
  papers: readonly Paper[]
}) {
  const t = applicationMessages[locale]
  return papers.map((paper) => (
    <FileRow
      key={paper.id}
      name={(paper.isAnnulling ? ANNULMENT_LABEL : paperName(service, paper.kind))[locale]}
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
