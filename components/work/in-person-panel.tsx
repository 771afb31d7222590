import type { ReactNode } from 'react'
import { FieldsForm } from '@/components/form/fields-form'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { Panel } from '@/components/ui/panel'
import type { Claim, InPerson } from '@/lib/applications/in-person'
import { proveApplicant, undoPaperClaim } from '@/lib/applications/paper/actions'
import { dateInAlmaty, formatDate, formatDateTime } from '@/lib/domain/dates'
import type { FormState } from '@/lib/domain/form-state'
import type { Locale } from '@/lib/domain/text'
import { claimMessages } from '@/lib/i18n/claims'
import { commonMessages } from '@/lib/i18n/common'
import { formTexts } from '@/lib/i18n/forms'
import { localePath } from '@/lib/i18n/locale'

type Given = { locale: Locale; number: number; inPerson: InPerson }

/** What was just done here, by the `done` of the page's address. */
export function InPersonNews({ locale, done }: { locale: Locale; done: unknown }) {
  const { panel, identity } = claimMessages[locale]
  const { done: title, warning } = commonMessages[locale]
  if (done === 'slipLate')
    return (
      <Notice tone="warn" title={warning} live>
        <p>{panel.late}</p>
      </Notice>
    )
  const said = done === 'undoClaim' ? panel.undoneNow : done === 'proveIdentity' ? identity.done : null
  if (!said) return null
  return (
    <Notice tone="ok" title={title} live>
      <p>{said}</p>
    </Notice>
  )
}

/** Of an application on paper: its slip, or who has it in their cabinet now. */
export function InPersonPanel({ locale, number, inPerson: { paper } }: Given) {
  const t = claimMessages[locale].panel
  if (!paper) return null
  const { claim, undone } = paper
  return (
    <Panel title={t.title} id="paper">
      <div className="space-y-3">
        {claim ? (
          <Claimed locale={locale} number={number} claim={claim} />
        ) : (
          <Slip locale={locale} number={number} paper={paper} />
        )}
        {undone && <p className="text-muted">{t.undone(undone.byName, formatDateTime(undone.at, locale))}</p>}
      </div>
    </Panel>
  )
}

function Slip({
  locale,
  number,
  paper: { slip, maySlip },
}: {
  locale: Locale
  number: number
  paper: NonNullable<InPerson['paper']>
}) {
  const t = claimMessages[locale].panel
  const day = (at: Date) => formatDate(dateInAlmaty(at), locale, 'long')
  return (
    <>
      <p>{t.byHand}</p>
      {!slip && <p>{t.none}</p>}
      {slip && (
        <p>
          {slip.isUsable ? `${t.slip(day(slip.createdAt), day(lastDayOf(slip.expiresAt)))} ` : t.spent}
          {slip.isUsable && t.triesLeft(slip.triesLeft)}
        </p>
      )}
      {maySlip && (
        // The answer is the slip itself, in a tab of its own: this page stays.
        <form method="post" action={`/api/slips/${number}`} target="_blank" rel="noopener">
          <input type="hidden" name="replaces" value={slip?.id ?? ''} />
          <p className="mb-3 text-sm text-muted">
            {slip?.isUsable ? `${t.replaces} ` : ''}
            {t.once}
          </p>
          <Button variant="secondary">{slip ? t.again : t.issue}</Button>
        </form>
      )}
    </>
  )
}

/** The moment is the midnight after the last day. */
const lastDayOf = (expiresAt: Date) => new Date(expiresAt.getTime() - 1)

function Claimed({ locale, number, claim }: { locale: Locale; number: number; claim: Claim }) {
  const t = claimMessages[locale].panel
  return (
    <>
      <p className="[overflow-wrap:anywhere]">
        {t.claimed(claim.name, claim.mail, formatDateTime(claim.at, locale))}
      </p>
      {claim.mayUndo && (
        <Press locale={locale} number={number} action={undoPaperClaim} anchor="paper" label={t.undo}>
          <p className="mb-3">{t.mayUndo(formatDateTime(claim.undoUntil, locale))}</p>
        </Press>
      )}
    </>
  )
}

/** «Личность подтверждаю»: stands where the page says that nobody has seen the applicant's document. */
export function ProveIdentity({ locale, number }: { locale: Locale; number: number }) {
  const t = claimMessages[locale].identity
  return (
    <Press locale={locale} number={number} action={proveApplicant} anchor="identity" label={t.action}>
      <p className="mb-3">{t.text}</p>
    </Press>
  )
}

function Press({
  locale,
  number,
  action,
  anchor,
  label,
  children,
}: {
  locale: Locale
  number: number
  action: (previous: FormState, form: FormData) => Promise<FormState>
  anchor: string
  label: string
  children: ReactNode
}) {
  return (
    <FieldsForm
      action={action}
      permalink={`${localePath(locale, `/work/applications/${number}`)}#${anchor}`}
      locale={locale}
      texts={formTexts(locale)}
      hidden={{ number: String(number) }}
      buttons={[{ label, variant: 'secondary' }]}
      before={children}
    />
  )
}
