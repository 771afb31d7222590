import { Notice } from '@/components/ui/notice'
import type { Locale } from '@/lib/domain/text'
import { commonMessages } from '@/lib/i18n/common'

/** What has just been done, said by the page to which its form led. */
export function Done({
  locale,
  done,
  words,
}: {
  locale: Locale
  done: string | string[] | undefined
  words: Readonly<Record<string, string>>
}) {
  const said = typeof done === 'string' && Object.hasOwn(words, done) ? words[done] : undefined
  if (!said) return null
  return (
    <div className="mb-6 max-w-reading">
      <Notice tone="ok" title={commonMessages[locale].done} live>
        <p>{said}</p>
      </Notice>
    </div>
  )
}
