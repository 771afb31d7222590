import type { Locale } from '@/lib/domain/text'
import { localePath } from '@/lib/i18n/locale'
import { servicePageMessages } from '@/lib/i18n/service-page'
import { SERVICES } from '@/lib/services'

/** All services, at the side on wide screens and below the content on phones. */
export function ServiceMenu({ locale, current }: { locale: Locale; current?: string }) {
  return (
    <nav aria-labelledby="services-menu">
      <h2 id="services-menu" className="mb-2 text-lg">
        {servicePageMessages[locale].menu}
      </h2>
      <ul className="border-t border-line-soft">
        {SERVICES.map((service) => (
          <li key={service.slug} className="border-b border-line-soft">
            <a
              href={localePath(locale, `/services/${service.slug}`)}
              aria-current={service.slug === current ? 'page' : undefined}
              className="block border-l-4 border-transparent py-2.5 pl-3 leading-snug no-underline hover:underline aria-[current=page]:border-gold aria-[current=page]:bg-mist aria-[current=page]:font-bold"
            >
              {service.name[locale]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
