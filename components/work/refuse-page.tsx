import { RefusalReasons } from '@/components/application/refusal-reasons'
import type { DecisionPage } from '@/lib/applications/provider/loaders'
import type { FormButton } from '@/lib/domain/form-state'
import type { Ground } from '@/lib/domain/service'
import type { Locale } from '@/lib/domain/text'
import { decisionMessages } from '@/lib/i18n/decisions'
import { headSigningMessages } from '@/lib/i18n/head-signing'
import { localePath } from '@/lib/i18n/locale'
import { ncaLayerMessages } from '@/lib/i18n/ncalayer'
import { DecisionForm } from './decision-form'
import { DecisionFrame } from './decision-frame'
import { HeadKeyNotes } from './head-key'
import { reasonFields } from './reason-fields'
import { SigningSession } from './signing-session'

type Refuse = Extract<DecisionPage, { step: 'refuse' }>

/** «Отказ»: the reason first, then it is read once more and signed; or at once, where it may be signed on paper. */
export function RefusePage({
  locale,
  decision,
  refuse,
  isToSign,
}: {
  locale: Locale
  decision: DecisionPage
  refuse: Refuse
  isToSign: boolean
}) {
  const t = decisionMessages[locale]
  const { title, lead, byEds, onPaper } = t.steps.refuse
  const { typed, grounds, paperAllowed, organisation } = refuse
  const ground = grounds.find(({ code }) => code === typed.ground)
  if (isToSign && ground && typed.explanation) {
    return (
      <DecisionFrame locale={locale} decision={decision} title={title}>
        <RefusalToSign locale={locale} refuse={refuse} ground={ground} explanation={typed.explanation} />
      </DecisionFrame>
    )
  }
  const ways: FormButton[] = [
    ...(refuse.key.status === 'ready' ? [{ label: byEds, variant: 'primary', intent: 'eds' } as const] : []),
    ...(paperAllowed ? [{ label: onPaper, variant: 'danger' } as const] : []),
  ]
  const [submit, other] = ways
  return (
    <DecisionFrame locale={locale} decision={decision} title={title} lead={lead}>
      {refuse.key.status !== 'ready' && (
        <div className="mb-6">
          <HeadKeyNotes
            locale={locale}
            headKey={refuse.key}
            organisation={{ name: organisation.name[locale], bin: organisation.bin }}
          />
        </div>
      )}
      {submit && (
        <DecisionForm
          locale={locale}
          number={decision.number}
          step="refuse"
          fields={reasonFields(locale, grounds, typed, refuse.templates)}
          submit={submit}
          other={other}
          note={t.refusalIsFinal}
        />
      )}
    </DecisionFrame>
  )
}

function RefusalToSign({
  locale,
  refuse,
  ground,
  explanation,
}: {
  locale: Locale
  refuse: Refuse
  ground: Ground
  explanation: string
}) {
  const t = headSigningMessages[locale]
  const { refusalIsFinal, steps } = decisionMessages[locale]
  const { number, key: headKey, organisation, subjectName } = refuse
  const page = localePath(locale, `/work/applications/${number}`)
  return (
    <>
      <h2 className="mb-3 text-xl">{steps.refuse.toSign}</h2>
      <RefusalReasons
        locale={locale}
        ground={ground}
        explanation={explanation}
        on={refuse.today}
        issuer={organisation}
      />
      <p className="my-4">
        <a href={`${page}/refuse`} className="inline-block py-2">
          {steps.refuse.change}
        </a>
      </p>
      <p className="mb-4 font-bold">{refusalIsFinal}</p>
      <HeadKeyNotes
        locale={locale}
        headKey={headKey}
        organisation={{ name: organisation.name[locale], bin: organisation.bin }}
      />
      {headKey.status === 'ready' && (
        <div className="mt-4">
          <SigningSession
            locale={locale}
            rows={[
              {
                number,
                reason: { ground: ground.code, explanation },
                label: t.tick(subjectName, number),
                content: <p className="font-bold">{steps.refuse.paper}</p>,
              },
            ]}
            keys={{ iin: headKey.iin, extKeyUsageOids: headKey.extKeyUsageOids }}
            ncaLayer={headKey.ncaLayer}
            texts={t.course}
            edsTexts={ncaLayerMessages[locale]}
            next={`${page}?done=refuse`}
          />
        </div>
      )}
    </>
  )
}
