import { ButtonLink } from '@/components/ui/button'
import type { ServiceDefinition } from '@/lib/domain/service'
import type { Locale } from '@/lib/domain/text'
import { fitMessages } from '@/lib/i18n/fit-check'
import { localePath } from '@/lib/i18n/locale'
import { publicMessages } from '@/lib/i18n/public'
import { servicePageMessages } from '@/lib/i18n/service-page'

/** The anchors of a service page, in the order of its sections. */
const SECTIONS = [
  'get',
  'conditions',
  'fit',
  'documents',
  'terms',
  'next',
  'refusal',
  'appeal',
  'requirements',
] as const

/** «Подать заявку» of the side menu, and the contents list of wide screens. */
export function PageContents({ locale, service }: { locale: Locale; service: ServiceDefinition }) {
  const t = { ...servicePageMessages[locale], fit: fitMessages[locale].title }
  return (
    <div className="hidden lg:block">
      <ButtonLink href={localePath(locale, `/cabinet/services/${service.slug}`)} className="w-full">
        {publicMessages[locale].apply}
      </ButtonLink>
      <nav aria-labelledby="contents" className="mt-8">
        <h2 id="contents" className="mb-2 text-lg">
          {publicMessages[locale].contents}
        </h2>
        <ol className="text-sm">
          {SECTIONS.filter((section) => section !== 'fit' || service.fit).map((section) => (
            <li key={section}>
              <a href={`#${section}`} className="block py-1.5">
                {t[section]}
              </a>
            </li>
          ))}
        </ol>
      </nav>
    </div>
  )
}
