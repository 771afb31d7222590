import type { ServiceDefinition } from '@/lib/domain/service'
import type { Locale } from '@/lib/domain/text'
import { commonMessages } from '@/lib/i18n/common'
import { servicePageMessages } from '@/lib/i18n/service-page'
import { Section } from './section'

/** «2 рабочих дня»: the number large, its unit beside it. */
function Amount({ text }: { text: string }) {
  const [number = '', ...unit] = text.split(' ')
  return (
    <dt className="font-bold text-brand">
      <span className="text-2xl tabular-nums">{number}</span> {unit.join(' ')}
    </dt>
  )
}

export function Terms({ locale, service }: { locale: Locale; service: ServiceDefinition }) {
  const t = servicePageMessages[locale]
  const common = commonMessages[locale]
  const terms = [
    { amount: common.workingDays(service.term), about: t.termAbout },
    { amount: common.minutes(service.waitMinutes), about: t.waitAbout },
    { amount: common.minutes(service.serveMinutes), about: t.serveAbout },
  ]
  return (
    <Section id="terms" title={t.terms}>
      <dl className="grid gap-4 sm:grid-cols-3">
        {terms.map((term) => (
          <div key={term.about} className="border-t-4 border-sky pt-2">
            <Amount text={term.amount} />
            <dd className="mt-1 text-sm">{term.about}</dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}
