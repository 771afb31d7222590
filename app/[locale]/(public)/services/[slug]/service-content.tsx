import { FitCheck } from '@/components/application/fit-check'
import { ButtonLink } from '@/components/ui/button'
import { PageTitle } from '@/components/ui/page-title'
import { Unbroken } from '@/components/ui/unbroken'
import type { ServiceDefinition } from '@/lib/domain/service'
import type { Locale } from '@/lib/domain/text'
import { fitMessages } from '@/lib/i18n/fit-check'
import { localePath } from '@/lib/i18n/locale'
import { publicMessages } from '@/lib/i18n/public'
import { servicePageMessages } from '@/lib/i18n/service-page'
import { CourseList } from './course-list'
import { Documents } from './documents'
import { Facts } from './facts'
import { Refusal } from './refusal'
import { Requirements } from './requirements'
import { NumberedList, Section } from './section'
import { Terms } from './terms'

/** A service page tells everything the definition knows; no number is written here. */
export function ServiceContent({ locale, service }: { locale: Locale; service: ServiceDefinition }) {
  const t = servicePageMessages[locale]
  const applyHref = localePath(locale, `/cabinet/services/${service.slug}`)
  return (
    <>
      <PageTitle lead={`${service.officialName[locale]}.`}>
        <Unbroken text={service.name[locale]} />
      </PageTitle>
      <Facts locale={locale} service={service} />
      <ButtonLink href={applyHref} className="w-full lg:hidden">
        {publicMessages[locale].apply}
      </ButtonLink>

      <Section id="get" title={t.get}>
        <ol className="prose list-decimal pl-6">
          {service.resultName.map((result) => (
            <li key={result.ru}>{result[locale]}</li>
          ))}
        </ol>
      </Section>

      <Section id="conditions" title={t.conditions}>
        <p className="mb-3 font-bold">{service.audience[locale]}.</p>
        <ul className="prose list-disc pl-6">
          {service.conditions.map((condition) => (
            <li key={condition.ru}>{condition[locale]}</li>
          ))}
        </ul>
      </Section>

      {service.fit && (
        <Section id="fit" title={fitMessages[locale].title}>
          <FitCheck locale={locale} questions={service.fit} />
        </Section>
      )}

      <Documents locale={locale} service={service} applyHref={applyHref} />
      <Terms locale={locale} service={service} />

      <Section id="next" title={t.next}>
        <CourseList locale={locale} service={service} />
        <p className="mt-4 border-l-4 border-sky pl-4">{t.afterHours}</p>
      </Section>

      <Refusal locale={locale} service={service} />

      <Section id="appeal" title={t.appeal}>
        <NumberedList
          items={[t.appealSteps.first, t.appealSteps.second, t.appealSteps.third].map((text) => ({
            key: text,
            body: text,
          }))}
        />
      </Section>

      <Requirements locale={locale} service={service} />
    </>
  )
}
