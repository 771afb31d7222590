import { ButtonLink } from '@/components/ui/button'
import { Unbroken } from '@/components/ui/unbroken'
import type { ServiceDefinition } from '@/lib/domain/service'
import type { Locale } from '@/lib/domain/text'
import { commonMessages } from '@/lib/i18n/common'
import { localePath } from '@/lib/i18n/locale'
import { courseMessages } from '@/lib/i18n/service-course'
import { servicePageMessages } from '@/lib/i18n/service-page'
import { termOf, usualIntakeOf } from './service-words'

/** Name, for whom, term and price, usual intake; who applies where that is not the parent alone. */
export function ServiceCard({ locale, service }: { locale: Locale; service: ServiceDefinition }) {
  const { facts } = servicePageMessages[locale]
  const common = commonMessages[locale]
  return (
    <li className="flex flex-col rounded border border-line-soft border-t-4 border-t-sky p-4">
      <h3 className="text-lg">
        <Unbroken text={service.name[locale]} />
      </h3>
      <p className="mt-1">{service.audience[locale]}</p>
      <p className="mt-3 font-bold">
        {facts.term}: {termOf(service, locale)} · {common.free.toLowerCase()}
      </p>
      <p className="text-muted">
        {facts.intake}: {usualIntakeOf(service, locale)}
      </p>
      {service.applicant !== 'parent' && (
        <p className="text-muted">
          {facts.applicant}: {courseMessages[locale].applicants[service.applicant]}
        </p>
      )}
      <div className="mt-auto pt-4">
        <ButtonLink
          href={localePath(locale, `/services/${service.slug}`)}
          variant="secondary"
          aria-label={`${common.more}: ${service.name[locale]}`}
        >
          {common.more}
        </ButtonLink>
      </div>
    </li>
  )
}
