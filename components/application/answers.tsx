import type { ReadSection } from '@/lib/domain/read-view'
import type { Locale } from '@/lib/domain/text'
import { commonMessages } from '@/lib/i18n/common'

/** All answers at once and dense, to be compared with the documents beside them. */
export function Answers({ locale, sections }: { locale: Locale; sections: readonly ReadSection[] }) {
  const t = commonMessages[locale]
  return (
    <div className="space-y-6">
      {sections.map((section) => (
        <section key={section.step} aria-labelledby={`answers-${section.step}`}>
          <h3
            id={`answers-${section.step}`}
            className="mb-3 border-b border-line-soft pb-1 text-base text-brand"
          >
            {section.title}
          </h3>
          <dl className="grid gap-x-6 gap-y-3 sm:grid-cols-2">
            {section.rows.map((row) => (
              <div key={row.field} className="min-w-0">
                <dt className="text-sm font-normal text-muted">{row.label}</dt>
                <dd className="[overflow-wrap:anywhere] tabular-nums">
                  {row.value || <span className="text-muted">{t.notGiven}</span>}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  )
}
