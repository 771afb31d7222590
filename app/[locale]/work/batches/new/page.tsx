import type { Metadata } from 'next'
import { BatchPlanned } from '@/components/work/batch-plan'
import { WorkRoom } from '@/components/work/work-room'
import { confirmBatch } from '@/lib/applications/provider/batch-actions'
import { loadBatchPlan } from '@/lib/applications/provider/batch-loaders'
import { type AddressQuery, pathWithQuery } from '@/lib/domain/address-query'
import { batchMessages } from '@/lib/i18n/batches'
import { type LocaleParams, loadLocale, localePath } from '@/lib/i18n/locale'

type Props = { params: LocaleParams; searchParams: Promise<AddressQuery> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: batchMessages[await loadLocale(params)].title }
}

export default async function NewBatchPage({ params, searchParams }: Props) {
  const locale = await loadLocale(params)
  const query = await searchParams
  const path = pathWithQuery('/work/batches/new', query)
  const page = await loadBatchPlan(locale, path, query)
  return (
    <WorkRoom
      locale={locale}
      path={path}
      current="queue"
      page={page}
      forms={[{ action: confirmBatch, permalink: localePath(locale, path) }]}
    >
      {(plan) => <BatchPlanned locale={locale} plan={plan} path={path} />}
    </WorkRoom>
  )
}
