import type { Metadata } from 'next'
import { BatchProgress } from '@/components/work/batch-progress'
import { WorkRoom } from '@/components/work/work-room'
import { loadBatch } from '@/lib/applications/provider/batch-loaders'
import { batchMessages } from '@/lib/i18n/batches'
import { loadLocale } from '@/lib/i18n/locale'

type Props = { params: Promise<{ locale: string; id: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: batchMessages[await loadLocale(params)].title }
}

export default async function BatchPage({ params }: Props) {
  const locale = await loadLocale(params)
  const { id } = await params
  const path = `/work/batches/${id}`
  const page = await loadBatch(locale, path, id)
  return (
    <WorkRoom locale={locale} path={path} current="queue" page={page}>
      {(batch) => <BatchProgress locale={locale} batch={batch} />}
    </WorkRoom>
  )
}
