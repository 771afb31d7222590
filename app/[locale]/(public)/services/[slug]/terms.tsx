import { formatMonthDay } from '@/lib/domain/dates'
import type { ServiceDefinition } from '@/lib/domain/service'
import type { Locale } from '@/lib/domain/text'
import { commonMessages } from '@/lib/i18n/common'
import { servicePageMessages } from '@/lib/i18n/service-page'
import { Section } from './section'

/** «2 рабочих дня», «31 августа»: the number large, its unit beside it. */
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
  const { answerBy, term, intakeTerm, waitMinutes, serveMinutes } = service
  const terms = [
    answerBy
      ? { amount: formatMonthDay(answerBy, locale), about: t.answerByAbout }
      : { amount: common.workingDays(term), about: t.termAbout },
    { amount: common.workingDays(intakeTerm), about: t.intakeAbout },
    { amount: common.minutes(waitMinutes), about: t.waitAbout },
    { amount: common.minutes(serveMinutes), about: t.serveAbout },
  ]
  return (
    <Section id="terms" title={t.terms}>
      <dl className="grid gap-4 sm:grid-cols-2">
        {terms.map((each) => (
          <div key={each.about} className="border-t-4 border-sky pt-2">
            <Amount text={each.amount} />
            <dd className="mt-1 text-sm">{each.about}</dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}
