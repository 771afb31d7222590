import { ButtonLink } from '@/components/ui/button'
import { StatusTag } from '@/components/ui/status-tag'
import type { ServiceDefinition } from '@/lib/domain/service'
import type { Locale } from '@/lib/domain/text'
import { commonMessages } from '@/lib/i18n/common'
import { localePath } from '@/lib/i18n/locale'
import { publicMessages } from '@/lib/i18n/public'

export function ServiceCard({ locale, service }: { locale: Locale; service: ServiceDefinition }) {
  const t = publicMessages[locale].home
  const common = commonMessages[locale]
  return (
    <li className="rounded border-2 border-brand p-4 sm:p-6">
      <StatusTag tone="ok" icon="check">
        {t.open}
      </StatusTag>
      <h3 className="mt-3 text-xl">{service.name[locale]}</h3>
      <p className="mt-1">{service.audience[locale]}</p>
      <p className="mt-3 font-bold">
        {t.term(service.term)} · {common.free}
      </p>
      {service.applicant === 'parent' && <p className="mt-1 text-muted">{t.forWhom}</p>}
      <ButtonLink
        href={localePath(locale, `/services/${service.slug}`)}
        className="mt-4"
        aria-label={`${common.more}: ${service.name[locale]}`}
      >
        {common.more}
      </ButtonLink>
    </li>
  )
}

export function ClosedServiceCard({ locale, slug, name }: { locale: Locale; slug: string; name: string }) {
  return (
    <li className="flex flex-col rounded border border-line-soft px-4 pt-3 pb-1">
      <h3 className="text-base leading-snug">{name}</h3>
      <p className="mt-1 text-sm text-muted">{publicMessages[locale].home.closed}</p>
      <a
        href={localePath(locale, `/services/${slug}`)}
        className="mt-auto flex min-h-target items-center self-start font-bold"
        aria-label={`${commonMessages[locale].more}: ${name}`}
      >
        {commonMessages[locale].more}
      </a>
    </li>
  )
}
