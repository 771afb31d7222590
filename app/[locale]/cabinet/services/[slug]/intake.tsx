import { Notice } from '@/components/ui/notice'
import type { WindowState } from '@/lib/domain/intake-window'
import type { Locale } from '@/lib/domain/text'
import { familyMessages } from '@/lib/i18n/family'
import { windowSentence } from '@/lib/i18n/windows'

/** Whether the service takes applications now, and what to do while it does not. */
export function Intake({ locale, window }: { locale: Locale; window: WindowState }) {
  const t = familyMessages[locale].start
  const sentence = windowSentence(window, locale)
  if (!sentence) return null
  if (window.kind === 'open') return <p className="mb-8">{sentence}</p>
  return (
    <div className="mb-8">
      <Notice tone={window.kind === 'before' ? 'info' : 'warn'} title={sentence}>
        <p>{window.kind === 'before' ? t.ahead : t.next}</p>
      </Notice>
    </div>
  )
}
