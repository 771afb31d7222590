import { Details } from '@/components/ui/details'
import { SummaryList } from '@/components/ui/summary-list'
import type { ReadSection } from '@/lib/domain/read-view'
import type { Locale } from '@/lib/domain/text'
import { commonMessages } from '@/lib/i18n/common'

/** All answers, folded by step; with `changeHref` each step can be gone back to. */
export function AnswerSections({
  locale,
  sections,
  open = false,
  changeHref,
}: {
  locale: Locale
  sections: readonly ReadSection[]
  open?: boolean
  changeHref?: (step: string) => string
}) {
  const t = commonMessages[locale]
  return sections.map((section) => (
    <Details key={section.step} summary={section.title} open={open}>
      {changeHref && (
        <p>
          <a href={changeHref(section.step)} className="inline-block py-1">
            {t.change}
            <span className="sr-only">: {section.title}</span>
          </a>
        </p>
      )}
      <SummaryList
        rows={section.rows.map((row) => ({
          label: row.label,
          value: row.value || <span className="text-muted">{t.notGiven}</span>,
        }))}
      />
    </Details>
  ))
}
