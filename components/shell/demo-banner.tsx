import type { Locale } from '@/lib/domain/text'
import { shellMessages } from '@/lib/i18n/shell'

/** Above every page of a room while the demo's own authority is trusted: nobody takes its signatures for real ones. */
export function DemoBanner({ locale }: { locale: Locale }) {
  const { title, text } = shellMessages[locale].demo
  return (
    <aside
      aria-label={title}
      className="no-print border-b border-warn bg-warn-soft px-4 py-1 text-center text-sm text-warn"
    >
      <b>{title}.</b> {text}
    </aside>
  )
}
