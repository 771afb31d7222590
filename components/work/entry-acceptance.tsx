import { AnswerSections } from '@/components/application/answer-sections'
import { DocumentRow } from '@/components/documents/document-row'
import { UploadField, type UploadNews } from '@/components/documents/upload-field'
import { FieldsForm } from '@/components/form/fields-form'
import { Breadcrumb, type Crumb } from '@/components/ui/breadcrumb'
import { Details } from '@/components/ui/details'
import { FileRow } from '@/components/ui/file-row'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import { acceptPaperEntry, deletePaperEntry } from '@/lib/applications/paper/actions'
import type { EntryPage } from '@/lib/applications/paper/entry-page'
import type { UploadForm } from '@/lib/documents/upload-form'
import { takesNow } from '@/lib/domain/intake-window'
import type { Locale } from '@/lib/domain/text'
import { commonMessages } from '@/lib/i18n/common'
import { documentMessages } from '@/lib/i18n/documents'
import { formTexts } from '@/lib/i18n/forms'
import { paperEntryMessages } from '@/lib/i18n/paper-entry'
import { windowSentence } from '@/lib/i18n/windows'

type Given = { locale: Locale; entry: EntryPage & { upload: UploadForm }; permalink: string }

/** What somebody at the desk has brought: printed, signed before the clerk, scanned and accepted. */
export function EntryAcceptance({
  trail,
  news,
  editHref,
  ...given
}: Given & { trail: readonly Crumb[]; news: UploadNews; editHref: (step: string) => string }) {
  const { locale, entry } = given
  const { accept: t, numbered } = paperEntryMessages[locale]
  return (
    <div className="max-w-reading">
      <Breadcrumb label={commonMessages[locale].breadcrumb} items={trail} current={numbered(entry.number)} />
      <div className="mt-4">
        <PageTitle
          caption={`${entry.service[locale]} · ${numbered(entry.number)}`}
          lead={entry.applicantName}
        >
          {t.title}
        </PageTitle>
      </div>
      <ol className="mb-4 list-decimal space-y-1 pl-6">
        <li>{t.printFirst}</li>
        <li>{t.sign}</li>
        <li>{t.scan(entry.mark)}</li>
      </ol>
      <div className="mb-4">
        <FileRow name={t.print} href={`/api/papers/statement/${entry.number}`} format="PDF" />
      </div>
      <UploadField
        locale={locale}
        slot={entry.scanSlot}
        upload={entry.upload}
        current={entry.scan ?? undefined}
        news={news}
      />
      <Accepting {...given} />
      <section className="mt-12" aria-labelledby="entered">
        <h2 id="entered" className="mb-2 text-lg">
          {t.answers}
        </h2>
        <AnswerSections locale={locale} sections={entry.sections} changeHref={editHref} />
        <Details summary={t.documents}>
          <p>
            <a href={editHref('documents')} className="inline-block py-1">
              {commonMessages[locale].change}
              <span className="sr-only">: {t.documents}</span>
            </a>
          </p>
          {entry.documents.length === 0 && <p>{documentMessages[locale].none}</p>}
          {entry.documents.map((file) => (
            <DocumentRow key={file.documentId} locale={locale} file={file} title={file.title[locale]} />
          ))}
        </Details>
      </section>
      <Removing {...given} />
    </div>
  )
}

/** The tick and the one press; or the one thing that stands in the way. */
function Accepting({ locale, entry, permalink }: Given) {
  const t = paperEntryMessages[locale].accept
  if (entry.hasConflict) return <Notice tone="warn" title={t.own} />
  if (!takesNow(entry.window))
    return <Notice tone="warn" title={windowSentence(entry.window, locale) ?? ''} />
  if (!entry.scan) return <p className="text-muted">{t.noScan}</p>
  return (
    <FieldsForm
      action={acceptPaperEntry}
      permalink={`${permalink}#accept`}
      locale={locale}
      texts={formTexts(locale)}
      hidden={{ number: String(entry.number) }}
      fields={[{ name: 'seen', kind: 'checkbox', label: t.seen }]}
      buttons={[{ label: t.action, variant: 'primary' }]}
    />
  )
}

function Removing({ locale, entry, permalink }: Given) {
  return (
    <div className="mt-8">
      <FieldsForm
        action={deletePaperEntry}
        permalink={`${permalink}#remove`}
        locale={locale}
        texts={formTexts(locale)}
        hidden={{ number: String(entry.number) }}
        buttons={[{ label: paperEntryMessages[locale].remove.action, variant: 'quiet' }]}
      />
    </div>
  )
}
