import { ErrorSummary } from '@/components/ui/error-summary'
import { FileCheckForm } from '@/components/verify/file-check-form'
import type { Locale } from '@/lib/domain/text'
import { commonMessages } from '@/lib/i18n/common'
import { localePath } from '@/lib/i18n/locale'
import { fileCheckMessages } from '@/lib/i18n/verify-file'
import { MOST_BYTES } from '@/lib/papers/file-check'

/** The form for files with its words; `fault` is how the last post ended. */
export function FileCheck({ locale, fault }: { locale: Locale; fault?: string }) {
  const { faults, title, faultTitle, expired: _, expiredTitle: __, ...words } = fileCheckMessages[locale]
  return (
    <section className="mt-10">
      <h2 className="mb-3 text-xl">{title}</h2>
      {fault && <ErrorSummary title={faultTitle} errors={[{ href: '#file', text: fault }]} />}
      <FileCheckForm
        locale={locale}
        page={localePath(locale, '/verify')}
        maxBytes={MOST_BYTES}
        fault={fault}
        texts={{
          ...words,
          optional: commonMessages[locale].optional,
          missing: faults.missing,
          tooLarge: faults.tooLarge,
        }}
      />
    </section>
  )
}
