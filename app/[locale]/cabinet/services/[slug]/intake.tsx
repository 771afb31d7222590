import { Notice } from '@/components/ui/notice'
import type { WindowState } from '@/lib/domain/intake-window'
import type { Locale } from '@/lib/domain/text'
import { familyMessages } from '@/lib/i18n/family'
import { windowMessages, windowSentence } from '@/lib/i18n/windows'

/** Whether the service takes applications now, and what to do while it does not. */
export function Intake({ locale, window }: { locale: Locale; window: WindowState }) {
  const sentence = windowSentence(window, locale)
  if (!sentence) return null
  if (window.kind === 'open') return <p className="mb-8">{sentence}</p>
  return (
    <div className="mb-8">
      <Notice tone={window.kind === 'before' ? 'info' : 'warn'} title={sentence}>
        {'note' in window && window.note && <p>{window.note[locale]}</p>}
        <p>{nextOf(window, locale)}</p>
      </Notice>
    </div>
  )
}

function nextOf({ kind }: WindowState, locale: Locale): string {
  const t = familyMessages[locale].start
  if (kind === 'off') return windowMessages[locale].draftsStay
  return kind === 'before' ? t.ahead : t.next
}
