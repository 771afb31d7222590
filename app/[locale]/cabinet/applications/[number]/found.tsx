import { Notice } from '@/components/ui/notice'
import type { Status } from '@/lib/domain/status'
import type { Locale } from '@/lib/domain/text'
import { familyMessages } from '@/lib/i18n/family'

/** Somebody wanted a new application, and this one stood in its way. */
export function Found({ locale, status }: { locale: Locale; status: Status }) {
  const t = familyMessages[locale].found
  return (
    <div className="mb-6 max-w-reading">
      <Notice tone="info" title={t.title} live>
        <p>{t.text}</p>
        {status === 'draft' && <p>{t.draft}</p>}
      </Notice>
    </div>
  )
}
