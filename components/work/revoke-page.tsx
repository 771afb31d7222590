import { SummaryList } from '@/components/ui/summary-list'
import type { DecisionPage } from '@/lib/applications/provider/loaders'
import { ANNULMENT_GROUNDS, annulmentGround } from '@/lib/domain/annulment'
import { formatDate } from '@/lib/domain/dates'
import type { FormButton, FormField } from '@/lib/domain/form-state'
import type { Locale } from '@/lib/domain/text'
import { annulmentTexts } from '@/lib/i18n/annulment'
import { decisionMessages } from '@/lib/i18n/decisions'
import { headSigningMessages } from '@/lib/i18n/head-signing'
import { localePath } from '@/lib/i18n/locale'
import { ncaLayerMessages } from '@/lib/i18n/ncalayer'
import { DecisionForm } from './decision-form'
import { DecisionFrame } from './decision-frame'
import { HeadKeyNotes } from './head-key'
import { SigningSession } from './signing-session'

type Revoke = Extract<DecisionPage, { step: 'revoke' }>

/** «Аннулировать»: the reason first, then it is read once more and signed; or at once, where that is on paper. */
export function RevokePage({
  locale,
  revoke,
  isToSign,
}: {
  locale: Locale
  revoke: Revoke
  isToSign: boolean
}) {
  const t = decisionMessages[locale].steps.revoke
  const { typed, paperAllowed, organisation, key, annulled } = revoke
  const { ground = '', explanation } = typed
  const office = { name: organisation.name[locale], bin: organisation.bin }
  if (isToSign && explanation && annulmentGround(ground)) {
    return (
      <DecisionFrame locale={locale} decision={revoke} title={t.title}>
        <ToSign locale={locale} revoke={revoke} ground={ground} explanation={explanation} office={office} />
      </DecisionFrame>
    )
  }
  const ways: FormButton[] = [
    ...(key.status === 'ready' ? [{ label: t.byEds, variant: 'primary', intent: 'eds' } as const] : []),
    ...(paperAllowed ? [{ label: t.onPaper, variant: 'danger' } as const] : []),
  ]
  const [submit, other] = ways
  return (
    <DecisionFrame locale={locale} decision={revoke} title={t.title} lead={t.lead}>
      <p className="mb-6 text-lg font-bold">{paperOf(locale, annulled)}</p>
      {key.status !== 'ready' && (
        <div className="mb-6">
          <HeadKeyNotes locale={locale} headKey={key} organisation={office} />
        </div>
      )}
      {submit && (
        <DecisionForm
          locale={locale}
          number={revoke.number}
          step="revoke"
          fields={fieldsOf(locale, typed)}
          submit={submit}
          other={other}
          note={t.isFinal}
        />
      )}
    </DecisionFrame>
  )
}

function paperOf(locale: Locale, { kind, number, date }: Revoke['annulled']): string {
  const name = decisionMessages[locale].papers[kind]
  return `${name} ${annulmentTexts[locale].numbered(number, formatDate(date, locale, 'short'))}`
}

function fieldsOf(locale: Locale, typed: Revoke['typed']): FormField[] {
  const t = decisionMessages[locale]
  return [
    {
      name: 'ground',
      kind: 'radio',
      label: annulmentTexts[locale].ground,
      value: typed.ground,
      options: ANNULMENT_GROUNDS.map(({ code, text }) => ({ value: code, label: text[locale] })),
    },
    {
      name: 'explanation',
      kind: 'textarea',
      label: t.explanation,
      hint: t.steps.revoke.explanationHint,
      value: typed.explanation,
      maxLength: 1000,
    },
  ]
}

function ToSign({
  locale,
  revoke,
  ground,
  explanation,
  office,
}: {
  locale: Locale
  revoke: Revoke
  ground: string
  explanation: string
  office: { name: string; bin: string }
}) {
  const t = headSigningMessages[locale]
  const { revoke: words } = decisionMessages[locale].steps
  const about = annulmentTexts[locale]
  const { number, key, subjectName, annulled } = revoke
  const page = localePath(locale, `/work/applications/${number}`)
  return (
    <>
      <h2 className="mb-3 text-xl">{words.toSign}</h2>
      <SummaryList
        rows={[
          { label: about.annuls, value: paperOf(locale, annulled) },
          { label: about.ground, value: annulmentGround(ground)?.[locale] ?? '' },
          { label: about.explanation, value: explanation },
        ]}
      />
      <p className="my-4">
        <a href={`${page}/revoke`} className="inline-block py-2">
          {words.change}
        </a>
      </p>
      <p className="mb-4 font-bold">{words.isFinal}</p>
      <HeadKeyNotes locale={locale} headKey={key} organisation={office} />
      {key.status === 'ready' && (
        <div className="mt-4">
          <SigningSession
            locale={locale}
            rows={[
              {
                number,
                reason: { ground, explanation },
                label: t.tick(subjectName, number),
                content: <p className="font-bold">{about.name}</p>,
              },
            ]}
            keys={{ iin: key.iin, extKeyUsageOids: key.extKeyUsageOids }}
            ncaLayer={key.ncaLayer}
            texts={t.course}
            edsTexts={ncaLayerMessages[locale]}
            next={`${page}?done=revoke`}
          />
        </div>
      )}
    </>
  )
}
