import { Notice } from '@/components/ui/notice'
import { SummaryList, type SummaryRow } from '@/components/ui/summary-list'
import { formatCheckCode } from '@/lib/domain/check-code'
import { formatDate } from '@/lib/domain/dates'
import { PAPER_LABELS } from '@/lib/domain/paper-kind'
import type { Locale } from '@/lib/domain/text'
import { verifyMessages } from '@/lib/i18n/verify'
import type { Check } from '@/lib/papers/loaders'

/** What anyone may learn of a paper: enough to compare it with the one in hand, and nothing more. */
export function CheckAnswer({ locale, check }: { locale: Locale; check: Check }) {
  const t = verifyMessages[locale]
  switch (check.status) {
    case 'malformed':
      return null
    case 'unknown':
      return <Told tone="warn" title={t.unknownTitle} text={t.unknown} />
    case 'tooMany':
      return <Told tone="warn" title={t.tooManyTitle} text={t.tooMany} />
    case 'found': {
      const { revoked } = check.paper
      return (
        <div className="mb-10">
          <Told
            tone={revoked ? 'bad' : 'ok'}
            title={revoked ? t.revoked : t.valid}
            text={revoked ? undefined : t.compare}
          />
          <SummaryList rows={rowsOf(locale, check)} />
        </div>
      )
    }
  }
}

function Told({ tone, title, text }: { tone: 'ok' | 'warn' | 'bad'; title: string; text?: string }) {
  return (
    <div className="mb-6">
      <Notice tone={tone} title={title} live>
        {text && <p>{text}</p>}
      </Notice>
    </div>
  )
}

function rowsOf(locale: Locale, { code, paper }: Extract<Check, { status: 'found' }>): SummaryRow[] {
  const t = verifyMessages[locale]
  const isSigned = paper.signedAs === 'paper'
  return [
    { label: t.kind, value: PAPER_LABELS[paper.kind][locale] },
    { label: t.number, value: `№ ${paper.number}` },
    { label: t.issuedOn, value: formatDate(paper.issuedOn, locale, 'long') },
    { label: t.organisation, value: paper.organisation[locale] },
    { label: isSigned ? t.signer : t.issuer, value: paper.signerName },
    { label: t.signedAs, value: isSigned ? t.signedOnPaper : t.unsigned },
    { label: t.subject, value: paper.initials },
    { label: t.state, value: paper.revoked ? t.stateRevoked : t.stateValid },
    { label: t.code, value: formatCheckCode(code) },
  ]
}
