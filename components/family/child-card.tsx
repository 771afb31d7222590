import { SummaryList } from '@/components/ui/summary-list'
import type { DateOnly } from '@/lib/domain/dates'
import { formatDate } from '@/lib/domain/dates'
import type { FormField } from '@/lib/domain/form-state'
import { fullName } from '@/lib/domain/person-name'
import type { Locale } from '@/lib/domain/text'
import type { KeptChild } from '@/lib/family/loaders'
import { commonMessages } from '@/lib/i18n/common'
import { familyMessages } from '@/lib/i18n/family'
import { localePath } from '@/lib/i18n/locale'
import { KeptPaper } from './kept-paper'

/** A child of the family with its papers. */
export function ChildCard({
  locale,
  child,
  dateField,
  today,
}: {
  locale: Locale
  child: KeptChild
  dateField: FormField
  today: DateOnly
}) {
  const t = familyMessages[locale]
  const none = commonMessages[locale].notGiven
  const name = fullName(child)
  const grade = child.isMovedUp && child.grade ? t.gradeOfLastYear(child.grade) : child.grade
  return (
    <article className="rounded border border-line-soft p-4 sm:p-6" aria-labelledby={`child-${child.id}`}>
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h2 id={`child-${child.id}`} className="text-xl">
          {name}
        </h2>
        <a href={localePath(locale, `/cabinet/family/${child.id}`)} className="py-2">
          {t.change}
          <span className="sr-only">: {name}</span>
        </a>
      </div>
      <SummaryList
        rows={[
          { label: t.iin, value: <span className="tabular-nums">{child.iin}</span> },
          { label: t.birthDate, value: formatDate(child.birthDate, locale, 'short') },
          { label: t.birthCertificate, value: child.birthCertificate || none },
          { label: t.school, value: child.school?.name[locale] ?? none },
          { label: t.grade, value: grade || none },
        ]}
      />
      <h3 className="mt-6 mb-1 text-lg">{t.papers.title}</h3>
      {child.papers.length === 0 && <p className="text-muted">{t.papers.none}</p>}
      {child.papers.map((paper) => (
        <KeptPaper key={paper.id} locale={locale} paper={paper} dateField={dateField} today={today} />
      ))}
    </article>
  )
}
