import type { ReactNode } from 'react'
import { PageTitle } from '@/components/ui/page-title'
import type { DecisionPage } from '@/lib/applications/work-loaders'
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
  children,
}: {
  locale: Locale
  decision: DecisionPage
  title: string
  lead?: string
  children: ReactNode
}) {
  const t = decisionMessages[locale]
  const numbered = workMessages[locale].queue.numbered(decision.number)
  return (
    <div className="max-w-reading">
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
  )
}
