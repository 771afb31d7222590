import type { ReactNode } from 'react'
import { PageTitle } from '@/components/ui/page-title'
import type { DecisionPage } from '@/lib/applications/provider/loaders'
import type { Locale } from '@/lib/domain/text'
import { decisionMessages } from '@/lib/i18n/decisions'
import { localePath } from '@/lib/i18n/locale'
import { workMessages } from '@/lib/i18n/work'

/** The frame of every page on which something is decided: about whom, and the way back. */
export function DecisionFrame({
  locale,
  decision,
  title,
  lead,
  beside,
  children,
}: {
  locale: Locale
  decision: DecisionPage
  title: string
  lead?: string
  /** What to look at while deciding. */
  beside?: ReactNode
  children: ReactNode
}) {
  const t = decisionMessages[locale]
  const numbered = workMessages[locale].queue.numbered(decision.number)
  return (
    <div className={beside ? 'grid items-start gap-8 lg:grid-cols-2' : 'max-w-reading'}>
      <div>
        <p className="text-sm">
          <a href={localePath(locale, `/work/applications/${decision.number}`)} className="inline-block py-1">
            {t.back}
          </a>
        </p>
        <PageTitle caption={`${numbered} · ${decision.subjectName}`} lead={lead}>
          {title}
        </PageTitle>
        {children}
      </div>
      {beside}
    </div>
  )
}
