import { Details } from '@/components/ui/details'
import type { Ground, ServiceDefinition } from '@/lib/domain/service'
import type { Locale } from '@/lib/domain/text'
import { servicePageMessages } from '@/lib/i18n/service-page'
import { Section } from './section'

function Grounds({ locale, grounds }: { locale: Locale; grounds: Ground[] }) {
  const t = servicePageMessages[locale]
  return grounds.map((ground) => (
    <Details key={ground.code} summary={ground.text[locale]}>
      <p>
        <b>{t.whatToDo}:</b> {ground.nextStep[locale]}
      </p>
      <p className="text-sm text-muted">{ground.source[locale]}</p>
    </Details>
  ))
}

export function Refusal({ locale, service }: { locale: Locale; service: ServiceDefinition }) {
  const t = servicePageMessages[locale]
  return (
    <Section id="refusal" title={t.refusal}>
      <p className="mb-1">{t.refusalIntake}</p>
      <Grounds locale={locale} grounds={service.intakeGrounds} />
      <p className="mt-6 mb-1">{t.refusalService}</p>
      <Grounds locale={locale} grounds={service.grounds} />
      <p className="mt-4">{t.refusalAgain}</p>
    </Section>
  )
}
