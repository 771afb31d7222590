import type { Metadata } from 'next'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import { Choices } from '@/components/work/choices'
import { NumberingForm } from '@/components/work/numbering-form'
import { WorkRoom } from '@/components/work/work-room'
import { setNumbering } from '@/lib/applications/provider/journal-actions'
import type { JournalSettings } from '@/lib/applications/provider/journal-settings'
import { loadJournalSettings } from '@/lib/applications/provider/loaders'
import { type AddressQuery, pathWithQuery } from '@/lib/domain/address-query'
import type { Locale } from '@/lib/domain/text'
import { commonMessages } from '@/lib/i18n/common'
import { journalMessages } from '@/lib/i18n/journal'
import { type LocaleParams, loadLocale, localePath } from '@/lib/i18n/locale'
import { workMessages } from '@/lib/i18n/work'

type Props = { params: LocaleParams; searchParams: Promise<AddressQuery> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: journalMessages[await loadLocale(params)].settings }
}

export default async function NumberingPage({ params, searchParams }: Props) {
  const locale = await loadLocale(params)
  const query = await searchParams
  const path = pathWithQuery('/work/journal/settings', query)
  const permalink = localePath(locale, path)
  const page = await loadJournalSettings(locale, path, query)
  const t = journalMessages[locale]
  return (
    <WorkRoom
      locale={locale}
      path={path}
      current="journal"
      page={page}
      forms={[{ action: setNumbering, permalink }]}
    >
      {(settings) => (
        <>
          <Breadcrumb
            label={commonMessages[locale].breadcrumb}
            items={[{ href: localePath(locale, '/work/journal'), label: workMessages[locale].journal.title }]}
            current={t.settings}
          />
          <div className="mt-4">
            <PageTitle caption={settings.organisation.name[locale]} lead={t.settingsLead}>
              {t.settings}
            </PageTitle>
          </div>
          <Which locale={locale} settings={settings} />
          {query.done === 'saved' && (
            <div className="mb-6 max-w-reading">
              <Notice tone="ok" title={commonMessages[locale].done} live>
                <p>{t.saved(settings.label)}</p>
              </Notice>
            </div>
          )}
          <NumberingForm locale={locale} settings={settings} permalink={permalink} />
        </>
      )}
    </WorkRoom>
  )
}

/** Whose journal, of what and of which year. */
function Which({ locale, settings }: { locale: Locale; settings: JournalSettings }) {
  const t = journalMessages[locale]
  const { organisation, organisations, kind, kinds, year, years } = settings
  const href = (other: { organisation?: string; kind?: string; year?: number }) => {
    const query = { organisation: organisation.id, kind, year: String(year) }
    const changed = { ...query, ...other, year: String(other.year ?? year) }
    return localePath(locale, `/work/journal/settings?${new URLSearchParams(changed)}`)
  }
  return (
    <>
      {organisations.length > 1 && (
        <Choices
          label={workMessages[locale].journal.organisations}
          items={organisations.map(({ id, name }) => ({
            href: href({ organisation: id }),
            label: name[locale],
            current: id === organisation.id,
          }))}
        />
      )}
      <Choices
        label={t.which}
        items={kinds.map((one) => ({
          href: href({ kind: one }),
          label: workMessages[locale].journal.kinds[one],
          current: one === kind,
        }))}
      />
      <Choices
        label={t.forYear}
        items={years.map((one) => ({ href: href({ year: one }), label: String(one), current: one === year }))}
      />
    </>
  )
}
