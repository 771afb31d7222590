import type { Metadata } from 'next'
import { FieldsForm } from '@/components/form/fields-form'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { EmptyState } from '@/components/ui/empty-state'
import { PageTitle } from '@/components/ui/page-title'
import { EntryDrafts } from '@/components/work/entry-drafts'
import { WorkRoom } from '@/components/work/work-room'
import { startPaperEntry } from '@/lib/applications/paper/actions'
import type { EntryChoices } from '@/lib/applications/paper/entry-page'
import { loadEntries } from '@/lib/applications/paper/loaders'
import { DESK } from '@/lib/applications/schema'
import type { FormField } from '@/lib/domain/form-state'
import { LOCALES, type Locale } from '@/lib/domain/text'
import { commonMessages } from '@/lib/i18n/common'
import { formTexts } from '@/lib/i18n/forms'
import { type LocaleParams, loadLocale, localePath } from '@/lib/i18n/locale'
import { paperEntryMessages } from '@/lib/i18n/paper-entry'
import { workMessages } from '@/lib/i18n/work'

type Props = { params: LocaleParams }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: paperEntryMessages[await loadLocale(params)].title }
}

/** Somebody stands at the desk with papers: for which service, and in which language. */
export default async function PaperPage({ params }: Props) {
  const locale = await loadLocale(params)
  const permalink = localePath(locale, DESK.list)
  const page = await loadEntries(locale)
  const t = paperEntryMessages[locale]
  return (
    <WorkRoom
      locale={locale}
      path={DESK.list}
      current="queue"
      page={page}
      forms={[{ action: startPaperEntry, permalink }]}
    >
      {(choices) => (
        <div className="max-w-reading">
          <Breadcrumb
            label={commonMessages[locale].breadcrumb}
            items={[{ href: localePath(locale, '/work'), label: workMessages[locale].queue.title }]}
            current={t.title}
          />
          <div className="mt-4">
            <PageTitle lead={t.lead}>{t.title}</PageTitle>
          </div>
          {choices.services.length === 0 ? (
            <EmptyState title={t.nothing} />
          ) : (
            <FieldsForm
              action={startPaperEntry}
              permalink={permalink}
              locale={locale}
              texts={formTexts(locale)}
              fields={fieldsOf(choices, locale)}
              buttons={[{ label: t.start, variant: 'primary' }]}
            />
          )}
          <EntryDrafts locale={locale} drafts={choices.drafts} path={DESK.list} />
        </div>
      )}
    </WorkRoom>
  )
}

function fieldsOf({ organisations, services }: EntryChoices, locale: Locale): FormField[] {
  const t = paperEntryMessages[locale]
  return [
    ...(organisations.length > 1
      ? [
          {
            name: 'organisation',
            kind: 'radio',
            label: t.organisation,
            options: organisations.map(({ id, name }) => ({ value: id, label: name[locale] })),
          } as const,
        ]
      : []),
    {
      name: 'service',
      kind: 'radio',
      label: t.service,
      options: services.map(({ slug, name }) => ({ value: slug, label: name[locale] })),
    },
    {
      name: 'language',
      kind: 'radio',
      label: t.language,
      hint: t.languageHint,
      value: locale,
      options: LOCALES.map((value) => ({ value, label: t.languages[value] })),
    },
  ]
}
