import type { SummaryRow } from '@/components/ui/summary-list'
import { SignaturePanel } from '@/components/verify/signature-panel'
import type { Locale } from '@/lib/domain/text'
import { fileSize } from '@/lib/i18n/documents'
import { fileCheckMessages } from '@/lib/i18n/verify-file'
import { signatureMessages } from '@/lib/i18n/verify-signature'
import type { Inspected } from '@/lib/papers/handed'
import { Told } from './check-answer'

/** Whose signature a stranger's file carries. */
export function InspectedAnswer({ locale, inspected }: { locale: Locale; inspected: Inspected | null }) {
  const t = fileCheckMessages[locale]
  if (!inspected) return <Told tone="warn" title={t.expiredTitle} text={t.expired} />
  return (
    <SignaturePanel
      id="answer"
      locale={locale}
      title={signatureMessages[locale].inspected}
      signature={inspected.signature}
      about={rowsOf(locale, inspected.signed)}
    />
  )
}

function rowsOf(locale: Locale, signed: Inspected['signed']): SummaryRow[] {
  const t = signatureMessages[locale]
  if (!signed) return []
  return [
    { label: t.signedFile, value: `${signed.name ?? t.inside}, ${fileSize(locale, signed.bytes)}` },
    { label: t.sha256, value: <span className="text-sm">{signed.sha256}</span> },
  ]
}
