import { Details } from '@/components/ui/details'
import type { Ground, ServiceDefinition } from '@/lib/domain/service'
import type { Locale } from '@/lib/domain/text'
import { servicePageMessages } from '@/lib/i18n/service-page'
import { Section } from './section'

function Grounds({ locale, grounds }: { locale: Locale; grounds: Ground[] }) {
  return (
    <ul className="mt-3 space-y-4">
      {grounds.map((ground) => (
        <li key={ground.code} className="border-l-4 border-line-soft pl-4">
          <p>{ground.text[locale]}</p>
          <p className="mt-1">
            <b>{servicePageMessages[locale].whatToDo}:</b> {ground.nextStep[locale]}
          </p>
        </li>
      ))}
    </ul>
  )
}

/** Grounds with what to do about each; the articles of law stand under a fold. */
export function Refusal({ locale, service }: { locale: Locale; service: ServiceDefinition }) {
  const t = servicePageMessages[locale]
  const sources = new Set([...service.intakeGrounds, ...service.grounds].map((g) => g.source[locale]))
  return (
    <Section id="refusal" title={t.refusal}>
      <p>{t.refusalIntake}</p>
      <Grounds locale={locale} grounds={service.intakeGrounds} />
      <p className="mt-6">{t.refusalService}</p>
      <Grounds locale={locale} grounds={service.grounds} />
      <p className="mt-6 mb-2">{t.refusalAgain}</p>
      <Details summary={t.groundsLaw}>
        <ul>
          {[...sources].map((source) => (
            <li key={source}>{source}</li>
          ))}
        </ul>
      </Details>
    </Section>
  )
}
