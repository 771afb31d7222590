import { Details } from '@/components/ui/details'
import { SummaryList } from '@/components/ui/summary-list'
import type { Ground } from '@/lib/domain/service'
import type { Locale } from '@/lib/domain/text'
import { applicationMessages } from '@/lib/i18n/application-page'
import { paperTexts } from '@/lib/i18n/papers'

/** Why it was refused, in the words of the law and of the clerk, and what to do about it. */
export function RefusalReasons({
  locale,
  ground,
  explanation,
}: {
  locale: Locale
  ground: Ground
  explanation: string
}) {
  const t = applicationMessages[locale].refusal
  return (
    <>
      <SummaryList
        rows={[
          {
            label: t.ground,
            value: (
              <>
                {ground.text[locale]}
                <span className="block text-sm text-muted">{ground.source[locale]}</span>
              </>
            ),
          },
          { label: t.explanation, value: explanation },
          { label: t.next, value: <strong>{ground.nextStep[locale]}</strong> },
        ]}
      />
      <Details summary={t.appeal}>
        <p>{paperTexts.appealWays[locale]}</p>
      </Details>
    </>
  )
}
