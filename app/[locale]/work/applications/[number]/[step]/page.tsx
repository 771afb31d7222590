import type { Metadata } from 'next'
import { Decide, type PageNews } from '@/components/work/decide'
import { STEP_ACTIONS, stepAddress } from '@/components/work/decision-form'
import { WorkRoom } from '@/components/work/work-room'
import { loadDecision } from '@/lib/applications/provider/loaders'
import { isStep } from '@/lib/applications/provider/steps'
import { commonMessages } from '@/lib/i18n/common'
import { loadLocale } from '@/lib/i18n/locale'
import { workMessages } from '@/lib/i18n/work'

type Props = {
  params: Promise<{ locale: string; number: string; step: string }>
  searchParams: Promise<PageNews>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await loadLocale(params)
  const { step } = await params
  return { title: isStep(step) ? workMessages[locale].review.title : commonMessages[locale].absent.title }
}

export default async function DecisionPage({ params, searchParams }: Props) {
  const locale = await loadLocale(params)
  const { number, step } = await params
  const news = await searchParams
  const page = await loadDecision(locale, number, step)
  const forms = isStep(step)
    ? [{ action: STEP_ACTIONS[step], permalink: stepAddress(locale, number, step) }]
    : []
  return (
    <WorkRoom
      locale={locale}
      path={`/work/applications/${number}/${step}`}
      current="queue"
      page={page}
      forms={forms}
    >
      {(decision) => <Decide locale={locale} decision={decision} news={news} />}
    </WorkRoom>
  )
}
