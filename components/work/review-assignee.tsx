import { FieldsForm } from '@/components/form/fields-form'
import { assignApplication } from '@/lib/applications/provider/queue-actions'
import type { Review } from '@/lib/applications/provider/review'
import type { Locale } from '@/lib/domain/text'
import { formTexts } from '@/lib/i18n/forms'
import { localePath } from '@/lib/i18n/locale'
import { queueMessages } from '@/lib/i18n/queue'
import { AssignButtons } from './assign-buttons'

const FORM = 'assign'

export function assignAddress(locale: Locale, number: number | string): string {
  return `${localePath(locale, `/work/applications/${number}`)}#${FORM}`
}

/** Who works it, and the buttons that give it to somebody else. */
export function ReviewAssignee({ locale, review }: { locale: Locale; review: Review }) {
  const t = queueMessages[locale]
  const { number, assignment } = review
  const { assignee, colleagues } = assignment
  if (!assignee && !colleagues) return null
  return (
    <div className="mb-2">
      {colleagues && (
        <FieldsForm
          id={FORM}
          action={assignApplication}
          permalink={assignAddress(locale, number)}
          locale={locale}
          texts={formTexts(locale)}
        />
      )}
      <div className="flex flex-wrap items-center gap-x-4">
        <p>
          {`${t.assignee}: `}
          {assignee ? <strong>{assignee.isReader ? t.reader : assignee.name}</strong> : t.nobody}
        </p>
        {colleagues && (
          <AssignButtons
            locale={locale}
            form={FORM}
            application={{ number, assignee }}
            colleagues={colleagues}
          />
        )}
      </div>
    </div>
  )
}
