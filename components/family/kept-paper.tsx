import { FieldsForm } from '@/components/form/fields-form'
import { Details } from '@/components/ui/details'
import { FileRow } from '@/components/ui/file-row'
import { type DateOnly, formatDate } from '@/lib/domain/dates'
import { FAMILY_PAPERS, isExpired } from '@/lib/domain/family-paper'
import type { FormField } from '@/lib/domain/form-state'
import type { Locale } from '@/lib/domain/text'
import { changeValidity, removePaper } from '@/lib/family/actions'
import type { FamilyPaper } from '@/lib/family/data'
import { fileSize } from '@/lib/i18n/documents'
import { familyMessages } from '@/lib/i18n/family'
import { formTexts } from '@/lib/i18n/forms'
import { localePath } from '@/lib/i18n/locale'

/** One paper of the family: what it is, until when it counts, and what may be done with it. */
export function KeptPaper({
  locale,
  paper,
  dateField,
  today,
}: {
  locale: Locale
  paper: FamilyPaper
  /** The question about the last day, without its value. */
  dateField: FormField
  today: DateOnly
}) {
  const t = familyMessages[locale].papers
  const { label, expires } = FAMILY_PAPERS[paper.kind]
  const form = {
    // Each paper's forms are told apart by their own address.
    permalink: `${localePath(locale, '/cabinet/family')}#paper-${paper.id}`,
    locale,
    texts: formTexts(locale),
    hidden: { paper: paper.id },
  }
  return (
    <div id={`paper-${paper.id}`}>
      <FileRow
        name={label[locale]}
        href={`/api/documents/${paper.documentId}`}
        format={paper.fileName.split('.').at(-1)?.toUpperCase() ?? ''}
        size={fileSize(locale, paper.bytes)}
        note={<Validity locale={locale} paper={paper} today={today} />}
        action={
          <FieldsForm
            {...form}
            action={removePaper}
            buttons={[{ label: t.remove, about: label[locale], variant: 'quiet' }]}
          />
        }
      />
      {expires && (
        <Details summary={t.changeUntil}>
          <FieldsForm
            {...form}
            action={changeValidity}
            idPrefix={`${paper.id}-`}
            fields={[{ ...dateField, value: paper.validUntil ?? '' }]}
            buttons={[{ label: t.saveUntil, variant: 'secondary' }]}
          />
        </Details>
      )}
    </div>
  )
}

/** «Действует до 31.05.2027», or that it does no more. */
export function Validity({
  locale,
  paper: { validUntil },
  today,
}: {
  locale: Locale
  paper: Pick<FamilyPaper, 'validUntil'>
  today: DateOnly
}) {
  const t = familyMessages[locale].papers
  if (validUntil === null) return null
  const day = formatDate(validUntil, locale, 'short')
  return isExpired(validUntil, today) ? (
    <span className="font-bold text-bad">{t.expired(day)}</span>
  ) : (
    t.until(day)
  )
}
