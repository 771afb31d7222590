import type { ReactNode } from 'react'
import { UploadField, uploadFieldId } from '@/components/documents/upload-field'
import { FieldsForm } from '@/components/form/fields-form'
import { ErrorSummary } from '@/components/ui/error-summary'
import type { UploadForm } from '@/lib/applications/parent/loaders'
import type { DocumentsPage } from '@/lib/applications/parent/step-page'
import type { From } from '@/lib/applications/schema'
import { documentTitle } from '@/lib/domain/answers'
import type { Locale } from '@/lib/domain/text'
import { cabinetMessages } from '@/lib/i18n/cabinet'
import { commonMessages } from '@/lib/i18n/common'
import { formTexts } from '@/lib/i18n/forms'
import { FormHead, SavedNote } from './form-head'
import type { FormRoom } from './form-room'

type News = { document?: string | string[]; fault?: string | string[] }

export function DocumentsForm({
  room,
  locale,
  page,
  permalink,
  news,
  check,
  from,
  offers,
}: {
  room: FormRoom
  locale: Locale
  page: DocumentsPage & { uploads: ReadonlyMap<string, UploadForm> }
  permalink: string
  news: News
  check: boolean
  from: From
  /** What «Семья» has for a slot, or may keep of it, by the slot's key. */
  offers?: ReadonlyMap<string, ReactNode>
}) {
  const t = cabinetMessages[locale].form
  const common = commonMessages[locale]
  const { number, attached, uploads, savedAt } = page
  const needed = page.needed.map((slot) => ({ ...slot, title: documentTitle(slot) }))
  const fileOf = (slot: string) => attached.find((document) => document.slot === slot)
  const missing = check ? needed.filter((slot) => slot.required && !fileOf(slot.key)) : []
  return (
    <>
      <FormHead
        room={room}
        locale={locale}
        page={page}
        current={page.steps.at(-1)?.key ?? ''}
        lead={t.documentsLead}
      />
      <div className="max-w-reading">
        <ErrorSummary
          title={t.fillFirst}
          errors={missing.map((slot) => ({
            href: `#${uploadFieldId(slot.key)}`,
            text: `${t.documentMissing}: ${slot.title[locale]}`,
          }))}
        />
        {needed.map((slot) => {
          const upload = uploads.get(slot.key)
          return (
            upload && (
              <UploadField
                key={slot.key}
                locale={locale}
                slot={slot}
                upload={upload}
                current={fileOf(slot.key)}
                news={news}
                optional={!slot.required}
                error={missing.includes(slot) ? t.documentMissing : undefined}
                remove={{ action: room.remove, number }}
                offer={offers?.get(slot.key)}
              />
            )
          )
        })}
        <FieldsForm
          action={room.submit}
          permalink={permalink}
          locale={locale}
          texts={formTexts(locale)}
          hidden={{ number: String(number), ...(from ? { from } : {}) }}
          buttons={[
            { label: from === 'review' ? t.toReview : room.submitLabel, variant: 'primary' },
            ...(from === 'review'
              ? []
              : [{ label: common.back, variant: 'secondary', intent: 'back', unchecked: true } as const]),
            { label: common.saveAndLeave, variant: 'quiet', intent: 'later', unchecked: true },
          ]}
          before={<SavedNote locale={locale} savedAt={savedAt} />}
        />
      </div>
    </>
  )
}
