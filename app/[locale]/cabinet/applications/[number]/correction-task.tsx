import { ButtonLink } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import type { Correction } from '@/lib/applications/correction'
import type { Application } from '@/lib/applications/data'
import { applicationPath } from '@/lib/applications/schema'
import { type ShownItem, showItem } from '@/lib/applications/shown-correction'
import { formatDate } from '@/lib/domain/dates'
import type { Locale } from '@/lib/domain/text'
import { correctionMessages } from '@/lib/i18n/corrections'
import { localePath } from '@/lib/i18n/locale'

/** Until when, and what that does to the school's term. */
export function termOf(
  { answerBy, isOver, meanwhile }: Pick<Correction, 'answerBy' | 'meanwhile'> & { isOver: boolean },
  locale: Locale,
): string {
  const t = correctionMessages[locale].task
  const day = formatDate(answerBy, locale, 'weekday')
  if (isOver) return t.over(day)
  return `${t.lead(day)} ${t.meanwhile[meanwhile]}`
}

/** What is asked of the applicant: at most one task, whatever it holds. */
export function CorrectionTask({
  locale,
  application,
  correction,
}: {
  locale: Locale
  application: Application
  correction: Correction
}) {
  const t = correctionMessages[locale].task
  const { service, revision, number } = application
  const answers = revision?.snapshot.answers ?? {}
  return (
    <section
      aria-labelledby="correction"
      className="mb-8 rounded border-l-[6px] border-warn bg-warn-soft p-4 sm:p-6"
    >
      <h2 id="correction" className="mb-3 text-lg">
        {t.todo}
      </h2>
      <ul className="mb-5 list-none space-y-4 pl-0">
        {correction.items.map((item) => {
          const shown = showItem(service, answers, item, locale)
          return (
            <li key={item.target} className="[overflow-wrap:anywhere]">
              <p className="font-bold">{shown.label}</p>
              <p className="whitespace-pre-line">{[shown.reason, shown.note].filter(Boolean).join('. ')}</p>
            </li>
          )
        })}
      </ul>
      <ButtonLink href={localePath(locale, applicationPath(number, '/correct'))}>{t.go}</ButtonLink>
    </section>
  )
}

/** Why this thing is asked again, in the words of the list and of the school. */
export function AskedWords({ locale, item: { reason, note } }: { locale: Locale; item: ShownItem }) {
  return (
    <div className="border-l-4 border-warn pl-3 [overflow-wrap:anywhere]">
      <p className="flex gap-2 font-bold text-warn">
        <Icon name="warn" className="mt-[0.2em]" />
        <span>
          <span className="sr-only">{`${correctionMessages[locale].task.asked}: `}</span>
          {reason || note}
        </span>
      </p>
      {reason && note && <p className="whitespace-pre-line">{note}</p>}
    </div>
  )
}
