import { Notice, type NoticeTone } from '@/components/ui/notice'
import { SummaryList, type SummaryRow } from '@/components/ui/summary-list'
import { SignaturePanel } from '@/components/verify/signature-panel'
import { formatCheckCode } from '@/lib/domain/check-code'
import { formatDate } from '@/lib/domain/dates'
import { PAPER_LABELS, paperLabel } from '@/lib/domain/paper-kind'
import type { Locale } from '@/lib/domain/text'
import { annulmentTexts } from '@/lib/i18n/annulment'
import { localePath } from '@/lib/i18n/locale'
import { verifyMessages } from '@/lib/i18n/verify'
import { signatureMessages } from '@/lib/i18n/verify-signature'
import type { Check } from '@/lib/papers/check'
import type { CheckedPaper } from '@/lib/papers/data'

type Found = Extract<Check, { status: 'found' }>

/** What anyone may learn of a paper: enough to compare it with the one in hand, and nothing more. */
export function CheckAnswer({ locale, check, by }: { locale: Locale; check: Check; by: 'code' | 'file' }) {
  const t = verifyMessages[locale]
  switch (check.status) {
    case 'malformed':
      return null
    case 'unknown':
      return by === 'code' ? (
        <Told tone="warn" title={t.unknownTitle} text={t.unknown} />
      ) : (
        <Told tone="warn" title={t.unknownFileTitle} text={t.unknownFile} />
      )
    case 'tooMany':
      return <Told tone="warn" title={t.tooManyTitle} text={t.tooMany} />
    case 'found':
      return (
        <>
          <State locale={locale} paper={check.paper} by={by} />
          <div className="mb-8">
            <SummaryList rows={rowsOf(locale, check.paper)} />
          </div>
          <Signatures locale={locale} signatures={check.signatures} />
        </>
      )
  }
}

function State({ locale, paper, by }: { locale: Locale; paper: CheckedPaper; by: 'code' | 'file' }) {
  const t = verifyMessages[locale]
  const state = stateOf(paper)
  const tones = { valid: 'ok', superseded: 'warn', revoked: 'bad' } as const
  const { replacedBy } = paper
  const texts = {
    valid: by === 'file' ? t.fileMatches : t.compare,
    superseded: t.supersededText,
    revoked:
      replacedBy &&
      annulmentTexts[locale].by(replacedBy.number, formatDate(replacedBy.issuedOn, locale, 'short')),
  }
  return (
    <Told tone={tones[state]} title={t[state]} text={texts[state] ?? undefined}>
      {replacedBy && (
        <p>
          <CheckLink
            locale={locale}
            code={replacedBy.code}
            label={paper.revoked ? t.annulment : t.replacement}
          />
        </p>
      )}
    </Told>
  )
}

function stateOf({ revoked, replacedBy }: CheckedPaper): 'valid' | 'revoked' | 'superseded' {
  if (revoked) return 'revoked'
  return replacedBy ? 'superseded' : 'valid'
}

function CheckLink({ locale, code, label }: { locale: Locale; code: string; label: string }) {
  return <a href={`${localePath(locale, '/verify')}?code=${code}`}>{label}</a>
}

export function Told({
  tone,
  title,
  text,
  children,
}: {
  tone: NoticeTone
  title: string
  text?: string
  children?: React.ReactNode
}) {
  return (
    <div id="answer" tabIndex={-1} className="mb-6">
      <Notice tone={tone} title={title} live>
        {text && <p>{text}</p>}
        {children}
      </Notice>
    </div>
  )
}

function Signatures({ locale, signatures }: { locale: Locale; signatures: Found['signatures'] }) {
  const t = signatureMessages[locale]
  if (signatures === 'unavailable')
    return (
      <div className="mb-8">
        <Notice tone="warn" title={t.unavailable} />
      </div>
    )
  return signatures.map((signature) => (
    <SignaturePanel
      key={`${signature.format} ${signature.signer?.serial}`}
      locale={locale}
      title={t.titles[signature.format]}
      signature={signature}
    />
  ))
}

function rowsOf(locale: Locale, paper: CheckedPaper): SummaryRow[] {
  const t = verifyMessages[locale]
  const isSigned = paper.signedAs !== 'unsigned'
  const states = { valid: t.stateValid, revoked: t.stateRevoked, superseded: t.stateSuperseded }
  const ways: Readonly<Record<string, string>> = { eds: t.signedByEds, paper: t.signedOnPaper }
  return [
    { label: t.kind, value: paperLabel({ kind: paper.kind, isAnnulling: paper.annuls.length > 0 })[locale] },
    { label: t.number, value: `№ ${paper.number}` },
    { label: t.issuedOn, value: formatDate(paper.issuedOn, locale, 'long') },
    { label: t.organisation, value: paper.organisation[locale] },
    { label: isSigned ? t.signer : t.issuer, value: paper.signerName },
    { label: t.signedAs, value: ways[paper.signedAs] ?? t.unsigned },
    { label: t.subject, value: paper.initials },
    ...annulledRows(locale, paper),
    { label: t.state, value: states[stateOf(paper)] },
    { label: t.code, value: formatCheckCode(paper.code) },
  ]
}

/** What an order on annulment takes the force from; each can be looked up by its own code. */
function annulledRows(locale: Locale, { annuls }: CheckedPaper): SummaryRow[] {
  if (annuls.length === 0) return []
  const t = annulmentTexts[locale]
  return [
    {
      label: t.annuls,
      value: (
        <ul className="list-none p-0">
          {annuls.map(({ code, kind, number, issuedOn }) => (
            <li key={code}>
              <CheckLink
                locale={locale}
                code={code}
                label={`${PAPER_LABELS[kind][locale]} ${t.numbered(number, formatDate(issuedOn, locale, 'short'))}`}
              />
            </li>
          ))}
        </ul>
      ),
    },
  ]
}
