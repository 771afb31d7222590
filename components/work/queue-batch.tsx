import { FieldsForm } from '@/components/form/fields-form'
import { startBatch } from '@/lib/applications/provider/batch-actions'
import { BATCH_ACTIONS } from '@/lib/domain/batch'
import type { Locale } from '@/lib/domain/text'
import { batchMessages } from '@/lib/i18n/batches'
import { formTexts } from '@/lib/i18n/forms'
import { localePath } from '@/lib/i18n/locale'
import { queueMessages } from '@/lib/i18n/queue'

/** What can be done with the ticked rows: their boxes belong to this form. */
export function QueueBatch({ locale, id, permalink }: { locale: Locale; id: string; permalink: string }) {
  const t = batchMessages[locale]
  return (
    // Comes into sight as soon as a row is ticked.
    <section
      aria-labelledby={`${id}-title`}
      className="bottom-bar no-print -mx-4 mt-6 flex flex-wrap items-end justify-between gap-x-6 gap-y-2 border-t-2 border-brand bg-paper px-4 py-3 md:bottom-0 md:group-has-[input:checked]/queue:sticky"
    >
      <h2 id={`${id}-title`} className="sr-only">
        {queueMessages[locale].batch}
      </h2>
      <FieldsForm
        id={id}
        action={startBatch}
        permalink={permalink}
        locale={locale}
        texts={formTexts(locale)}
        buttons={BATCH_ACTIONS.map((action) => ({
          label: t.action[action],
          variant: 'secondary',
          intent: action,
        }))}
      />
      <a href={localePath(locale, '/work/batches')} className="inline-block py-2">
        {t.title}
      </a>
    </section>
  )
}
