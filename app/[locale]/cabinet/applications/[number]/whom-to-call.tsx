import { Notice } from '@/components/ui/notice'
import type { ApplicationPage } from '@/lib/applications/parent/loaders'
import { formatPhone } from '@/lib/domain/phone'
import type { Locale } from '@/lib/domain/text'
import { applicationMessages } from '@/lib/i18n/application-page'

/** The answer is late: who owes it, and who is above them. */
export function WhomToCall({ locale, page }: { locale: Locale; page: ApplicationPage }) {
  const { isLate, organisation, superior } = page
  if (!isLate || !organisation) return null
  const t = applicationMessages[locale].call
  const rows = [
    { about: t.provider, name: organisation.name, phone: organisation.phone },
    ...(superior ? [{ about: t.superior, ...superior }] : []),
  ]
  return (
    <div className="mb-8">
      <Notice tone="warn" title={t.title}>
        {rows.map(({ about, name, phone }) => (
          <p key={about}>
            {about}: {name[locale]},{' '}
            <a href={`tel:${phone}`} className="font-bold whitespace-nowrap">
              {formatPhone(phone)}
            </a>
          </p>
        ))}
      </Notice>
    </div>
  )
}
