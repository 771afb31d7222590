import type { Metadata } from 'next'
import { PageTitle } from '@/components/ui/page-title'
import { BatchList } from '@/components/work/batch-list'
import { WorkRoom } from '@/components/work/work-room'
import { loadBatches } from '@/lib/applications/provider/batch-loaders'
import { batchMessages } from '@/lib/i18n/batches'
import { type LocaleParams, loadLocale } from '@/lib/i18n/locale'

const PATH = '/work/batches'

export async function generateMetadata({ params }: { params: LocaleParams }): Promise<Metadata> {
  return { title: batchMessages[await loadLocale(params)].title }
}

export default async function BatchesPage({ params }: { params: LocaleParams }) {
  const locale = await loadLocale(params)
  const page = await loadBatches(locale, PATH)
  const t = batchMessages[locale]
  return (
    <WorkRoom locale={locale} path={PATH} current="queue" page={page}>
      {(batches) => (
        <>
          <PageTitle lead={batches.length > 0 ? t.list.lead : undefined}>{t.title}</PageTitle>
          <BatchList locale={locale} batches={batches} />
          {batches.length > 0 && <p className="mt-6 text-muted">{t.page.gone}</p>}
        </>
      )}
    </WorkRoom>
  )
}
