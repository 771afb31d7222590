import type { Locale } from '@/lib/domain/text'
import { accountMessages } from '@/lib/i18n/accounts'
import { localePath } from '@/lib/i18n/locale'

/** What one agrees to with an account, above the box that says so. */
export function Consent({ locale }: { locale: Locale }) {
  const t = accountMessages[locale].consent
  return (
    <div className="mb-4">
      <h2 className="text-lg">{t.title}</h2>
      <ol className="mt-2 list-decimal space-y-1 pl-6">
        {t.statements.map((statement) => (
          <li key={statement}>{statement}</li>
        ))}
      </ol>
      <p className="mt-2">
        {t.more}{' '}
        <a href={localePath(locale, '/agreement')} className="inline-block py-2">
          {t.agreement}
        </a>
        {', '}
        <a href={localePath(locale, '/personal-data')} className="inline-block py-2">
          {t.personalData}
        </a>
      </p>
    </div>
  )
}
