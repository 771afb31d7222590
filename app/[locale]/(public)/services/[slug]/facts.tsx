import type { ServiceDefinition } from '@/lib/domain/service'
import type { Locale } from '@/lib/domain/text'
import { commonMessages } from '@/lib/i18n/common'
import { courseMessages } from '@/lib/i18n/service-course'
import { servicePageMessages } from '@/lib/i18n/service-page'
import { capitalised, providerOf, termOf, usualIntakeOf } from '../../service-words'

/** What one looks for first: how long, what it costs, when, who answers, who may ask. */
export function Facts({ locale, service }: { locale: Locale; service: ServiceDefinition }) {
  const t = servicePageMessages[locale].facts
  const facts = [
    [t.term, termOf(service, locale)],
    [t.price, commonMessages[locale].free],
    [t.intake, usualIntakeOf(service, locale)],
    [t.provider, providerOf(service, locale)],
    [t.applicant, courseMessages[locale].applicants[service.applicant]],
  ] as const
  return (
    <dl className="my-6 max-w-reading border-y-4 border-sky py-2">
      {facts.map(([name, value]) => (
        <div key={name} className="flex gap-x-3 py-1.5">
          <dt className="w-36 shrink-0 sm:w-44">{name}</dt>
          <dd className="min-w-0 flex-1">{capitalised(value)}</dd>
        </div>
      ))}
    </dl>
  )
}
