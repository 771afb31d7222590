import type { ReactNode } from 'react'
import { Details } from '@/components/ui/details'
import { Icon, type IconName } from '@/components/ui/icon'
import { Notice } from '@/components/ui/notice'
import { SummaryList, type SummaryRow } from '@/components/ui/summary-list'
import { dateInAlmaty, formatDate, timeInAlmaty } from '@/lib/domain/dates'
import type { Locale } from '@/lib/domain/text'
import { edsMessages } from '@/lib/i18n/eds'
import { signatureMessages } from '@/lib/i18n/verify-signature'
import type { Mark, ShownSignature } from '@/lib/signatures/shown'

/** One signature as anyone may read it: what it comes to, whose it is, when, and what holds. */
export function SignaturePanel({
  locale,
  title,
  signature,
  about = [],
  id,
}: {
  locale: Locale
  title: string
  signature: ShownSignature
  /** What it is over, where the page does not say it. */
  about?: readonly SummaryRow[]
  /** Where an address leads that asks for this answer: to what it comes to. */
  id?: string
}) {
  return (
    <section className="mb-8">
      <h2 className="mb-3 text-lg">{title}</h2>
      <div id={id} tabIndex={id ? -1 : undefined}>
        <Verdict locale={locale} signature={signature} />
      </div>
      <div className="mt-4">
        <SummaryList rows={[...about, ...signerRows(locale, signature), ...markRows(locale, signature)]} />
        <Certificate locale={locale} signature={signature} />
      </div>
    </section>
  )
}

function Verdict({ locale, signature }: { locale: Locale; signature: ShownSignature }) {
  const t = signatureMessages[locale]
  const { failure, marks } = signature
  if (failure) {
    const moment = failure.moment ? new Date(failure.moment) : null
    return (
      <Notice tone="bad" title={t.invalid}>
        <p>{edsMessages[locale].failure(failure.code, { moment, reader: 'checker' })}</p>
      </Notice>
    )
  }
  if (marks.revocation === 'holds') return <Notice tone="ok" title={t.valid} />
  return (
    <Notice tone="warn" title={t.pending}>
      {/* Of a kept one we ask again ourselves. */}
      {!signature.receivedAt && (
        <p>{edsMessages[locale].failure('REVOCATION_UNAVAILABLE', { moment: null, reader: 'checker' })}</p>
      )}
    </Notice>
  )
}

function signerRows(locale: Locale, { signer, receivedAt }: ShownSignature): SummaryRow[] {
  const t = edsMessages[locale]
  if (!signer) return []
  return given([
    [t.signer, signer.name],
    [t.iin, signer.iinEnding && t.iinEnding(signer.iinEnding)],
    [t.organisation, signer.organisation],
    [t.stampedAt, time(locale, signer.stampedAt)],
    [t.claimedAt, time(locale, signer.claimedAt)],
    [t.receivedAt, time(locale, receivedAt)],
    [t.serial, signer.serial],
  ])
}

/** For those who want to know more than most. */
function Certificate({ locale, signature: { signer } }: { locale: Locale; signature: ShownSignature }) {
  const t = edsMessages[locale]
  if (!signer) return null
  const rows = given([
    [t.role, signer.roles.map((role) => t.roles[role]).join(', ')],
    [t.bin, signer.bin],
    [t.issuer, signer.issuer],
    [t.validity, `${day(locale, signer.validFrom)} – ${day(locale, signer.validTo)}`],
    [t.algorithm, t.algorithms[signer.algorithm]],
  ])
  return (
    <Details summary={signatureMessages[locale].certificate}>
      <SummaryList rows={rows} />
    </Details>
  )
}

function markRows(locale: Locale, signature: ShownSignature): SummaryRow[] {
  const t = signatureMessages[locale]
  const { marks, receivedAt, signer, revocationCheckedAt } = signature
  const asOf = receivedAt ? 'received' : signer?.stampedAt ? 'stamped' : 'now'
  const checked = time(locale, revocationCheckedAt)
  const revocation = checked
    ? `${t.revocation[marks.revocation]}, ${t.checkedAt(checked)}`
    : t.revocation[marks.revocation]
  const times = { ...t.time, holds: t.time.holds[asOf], pending: t.time.open }
  return [
    { label: t.marks.content, value: marked(marks.content, { ...t.content, pending: '' }[marks.content]) },
    { label: t.marks.chain, value: marked(marks.chain, { ...t.chain, pending: '' }[marks.chain]) },
    { label: t.marks.time, value: marked(marks.time, times[marks.time]) },
    { label: t.marks.revocation, value: marked(marks.revocation, revocation) },
  ]
}

const LOOKS: Readonly<Record<Mark, { icon: IconName; ink: string }>> = {
  holds: { icon: 'check', ink: 'text-ok' },
  fails: { icon: 'cross', ink: 'text-bad' },
  pending: { icon: 'clock', ink: 'text-warn' },
  open: { icon: 'info', ink: 'text-muted' },
}

function marked(mark: Mark, words: string): ReactNode {
  const { icon, ink } = LOOKS[mark]
  return (
    <span className={`flex gap-2 ${ink}`}>
      <Icon name={icon} className="mt-[0.2em]" />
      <span>{words}</span>
    </span>
  )
}

const day = (locale: Locale, iso: string) => formatDate(dateInAlmaty(new Date(iso)), locale, 'short')

function time(locale: Locale, iso: string | null): string | null {
  return iso && `${day(locale, iso)}, ${timeInAlmaty(new Date(iso))}`
}

const given = (rows: readonly [string, string | null][]): SummaryRow[] =>
  rows.flatMap(([label, value]) => (value ? [{ label, value }] : []))
