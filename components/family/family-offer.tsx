import { FieldsForm } from '@/components/form/fields-form'
import { Icon } from '@/components/ui/icon'
import { keepInFamily, takeFromFamily } from '@/lib/applications/parent/family-actions'
import type { FamilyOffer as Offer } from '@/lib/applications/parent/kept-papers'
import { formatDate } from '@/lib/domain/dates'
import { FAMILY_PAPERS } from '@/lib/domain/family-paper'
import type { FormField } from '@/lib/domain/form-state'
import type { Locale } from '@/lib/domain/text'
import { commonMessages } from '@/lib/i18n/common'
import { fileSize } from '@/lib/i18n/documents'
import { familyMessages } from '@/lib/i18n/family'
import { formTexts } from '@/lib/i18n/forms'

/** What «Семья» has for a document of an application, or may keep of it. */
export function FamilyOffer({
  locale,
  offer,
  slot,
  title,
  permalink,
  hidden,
  dateField,
}: {
  locale: Locale
  offer: Offer
  slot: string
  /** Of the slot: several of a page have the same buttons. */
  title: string
  permalink: string
  /** The application, and where the reader came from. */
  hidden: Readonly<Record<string, string>>
  dateField: FormField
}) {
  const { offer: t, papers } = familyMessages[locale]
  const form = { permalink: `${permalink}#document-${slot}`, locale, texts: formTexts(locale) }
  const day = (date: string | null) => (date ? formatDate(date, locale, 'short') : '')
  switch (offer.do) {
    case 'take': {
      const { kind, fileName, bytes, validUntil, id } = offer.paper
      const format = fileName.split('.').at(-1)?.toUpperCase() ?? ''
      const about = commonMessages[locale].file(format, fileSize(locale, bytes))
      return (
        <div className="mt-3 rounded bg-brand-soft p-4">
          <p className="mb-3 [overflow-wrap:anywhere]">
            {FAMILY_PAPERS[kind].label[locale]}:{' '}
            <a href={`/api/documents/${offer.paper.documentId}`}>{fileName}</a> ({about})
            {validUntil && <span className="block">{papers.until(day(validUntil))}</span>}
          </p>
          <FieldsForm
            {...form}
            action={takeFromFamily}
            hidden={{ ...hidden, slot, paperId: id }}
            buttons={[{ label: t.take, about: title, variant: 'secondary' }]}
          />
        </div>
      )
    }
    case 'renew':
      return (
        <p className="mt-3 flex gap-2 rounded bg-warn-soft p-3">
          <Icon name="warn" className="mt-[0.2em] text-warn" />
          <span>{t.expired(day(offer.paper.validUntil))}</span>
        </p>
      )
    case 'keep': {
      const label = offer.replaces ? t.replace : t.keep
      const keeping = { ...form, action: keepInFamily, idPrefix: `keep-${slot}-` }
      const kept = { ...hidden, slot, documentId: offer.documentId }
      if (!offer.asksDate)
        return (
          <div className="mt-3 rounded bg-mist p-4">
            <p className="mb-3">{t.why}</p>
            <FieldsForm
              {...keeping}
              hidden={kept}
              buttons={[{ label, about: title, variant: 'secondary' }]}
            />
          </div>
        )
      // What asks something is folded, for the next thing to do is to apply. Without a script the answer's
      // address leads into the fold, which opens it.
      return (
        <details className="mt-3">
          <summary className="inline-flex min-h-target items-center font-bold text-brand underline">
            {label}
            <span className="sr-only"> {title}</span>
          </summary>
          <div id={`keep-${slot}`} className="mt-1 rounded bg-mist p-4">
            <p className="mb-3">{t.why}</p>
            <FieldsForm
              {...keeping}
              permalink={`${permalink}#keep-${slot}`}
              hidden={{ ...kept, asked: 'yes' }}
              fields={[dateField]}
              buttons={[{ label: commonMessages[locale].save, about: title, variant: 'secondary' }]}
            />
          </div>
        </details>
      )
    }
    case 'nothing':
      return (
        <p className="mt-3 flex gap-2 text-ok">
          <Icon name="check" className="mt-[0.2em]" />
          <span>
            {t.kept} {offer.paper.validUntil && `${papers.until(day(offer.paper.validUntil))}.`}
          </span>
        </p>
      )
  }
}
