import type { Metadata } from 'next'
import { ButtonLink } from '@/components/ui/button'
import { PageTitle } from '@/components/ui/page-title'
import { JournalFiles } from '@/components/work/journal-files'
import { JournalFilters, journalPath } from '@/components/work/journal-filters'
import { JournalTable } from '@/components/work/journal-table'
import { WorkRoom } from '@/components/work/work-room'
import { loadJournal } from '@/lib/applications/provider/loaders'
import { type AddressQuery, pathWithQuery } from '@/lib/domain/address-query'
import { type LocaleParams, loadLocale, localePath } from '@/lib/i18n/locale'
import { workMessages } from '@/lib/i18n/work'

type Props = { params: LocaleParams; searchParams: Promise<AddressQuery> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: workMessages[await loadLocale(params)].journal.title }
}

export default async function JournalPage({ params, searchParams }: Props) {
  const locale = await loadLocale(params)
  const query = await searchParams
  const path = pathWithQuery('/work/journal', query)
  const page = await loadJournal(locale, path, query)
  const t = workMessages[locale]
  return (
    <WorkRoom locale={locale} path={path} current="journal" page={page}>
      {(register) => (
        <>
          <PageTitle caption={register.organisation.name[locale]}>{t.journal.title}</PageTitle>
          <JournalFilters locale={locale} register={register} />
          <JournalFiles locale={locale} register={register} />
          <JournalTable locale={locale} register={register} />
          {register.next && (
            <p className="mt-6">
              <ButtonLink
                variant="secondary"
                href={localePath(locale, journalPath({ ...register, after: register.next }))}
              >
                {t.queue.nextPage}
              </ButtonLink>
            </p>
          )}
        </>
      )}
    </WorkRoom>
  )
}
