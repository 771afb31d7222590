import { Details } from '@/components/ui/details'
import { SummaryList } from '@/components/ui/summary-list'
import { complaintBy } from '@/lib/domain/complaint'
import { type DateOnly, formatDate } from '@/lib/domain/dates'
import type { Ground } from '@/lib/domain/service'
import type { Locale, Text } from '@/lib/domain/text'
import { appealMessages } from '@/lib/i18n/appeal'
import { applicationMessages } from '@/lib/i18n/application-page'

/** Why it was refused, in the words of the law and of the clerk, what to do about it, and how to object. */
export function RefusalReasons({
  locale,
  ground,
  explanation,
  on,
  issuer,
}: {
  locale: Locale
  ground: Ground
  explanation: string
  /** The day of the refusal. */
  on: DateOnly
  /** Who refused; to them a complaint goes. */
  issuer: { name: Text; address: Text }
}) {
  const t = applicationMessages[locale].refusal
  const appeal = appealMessages[locale]
  const last = formatDate(complaintBy(on), locale, 'long')
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
      <Details summary={appeal.howUntil(last)}>
        <p>{appeal.until(last)}</p>
        <p>{appeal.where(issuer.name[locale], issuer.address[locale])}</p>
        <p>{appeal.ways}</p>
        <p className="text-sm text-muted">{appeal.law}</p>
      </Details>
    </>
  )
}
