import { ButtonLink } from '@/components/ui/button'
import { PageTitle } from '@/components/ui/page-title'
import type { ServiceDefinition } from '@/lib/domain/service'
import type { Locale } from '@/lib/domain/text'
import { localePath } from '@/lib/i18n/locale'
import { publicMessages } from '@/lib/i18n/public'
import { servicePageMessages } from '@/lib/i18n/service-page'
import { Documents } from './documents'
import { Refusal } from './refusal'
import { Requirements } from './requirements'
import { NumberedList, Section } from './section'
import { Terms } from './terms'

/** A service page tells everything the definition knows; no number is written here. */
export function OpenService({ locale, service }: { locale: Locale; service: ServiceDefinition }) {
  const t = servicePageMessages[locale]
  const applyHref = localePath(locale, `/cabinet/services/${service.slug}`)
  const next = [
    t.nextSent,
    t.nextIntake(service.intakeTerm),
    t.nextReceipt,
    t.nextResult(service.term),
    t.nextCancel,
  ]
  return (
    <>
      <PageTitle lead={`${service.officialName[locale]}.`}>{service.name[locale]}</PageTitle>
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
        <ul className="prose list-disc pl-6">
          {service.conditions.map((condition) => (
            <li key={condition.ru}>{condition[locale]}</li>
          ))}
        </ul>
        <div className="mt-6 rounded bg-mist p-4 sm:p-6">
          <p className="font-bold">{t.need}</p>
          <ul className="mt-2 list-disc space-y-1 pl-6">
            <li>{t.needFill}</li>
            <li>{t.needAttach}</li>
            <li>{t.needSign}</li>
          </ul>
          <p className="mt-3 text-sm text-muted">{t.edsNotYet}</p>
        </div>
      </Section>

      <Terms locale={locale} service={service} />
      <Documents locale={locale} service={service} applyHref={applyHref} />

      <Section id="next" title={t.next}>
        <NumberedList items={next.map((text) => ({ key: text, body: text }))} />
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
