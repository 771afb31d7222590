import type { Metadata } from 'next'
import { AnnulmentReasons } from '@/components/application/annulment-reasons'
import { Answers } from '@/components/application/answers'
import { IncomeArithmetic } from '@/components/application/income-arithmetic'
import { PaperRows } from '@/components/application/paper-rows'
import { RefusalReasons } from '@/components/application/refusal-reasons'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Notice } from '@/components/ui/notice'
import { Panel } from '@/components/ui/panel'
import { DecisionBar } from '@/components/work/decision-bar'
import { InPersonNews, InPersonPanel } from '@/components/work/in-person-panel'
import { assignAddress } from '@/components/work/review-assignee'
import { ReviewCorrections } from '@/components/work/review-corrections'
import { ReviewDocuments } from '@/components/work/review-documents'
import { ReviewHead } from '@/components/work/review-head'
import { ReviewTalk, talkForms } from '@/components/work/review-talk'
import { ReviewWarnings } from '@/components/work/review-warnings'
import { WorkHistory } from '@/components/work/work-history'
import { WorkRoom } from '@/components/work/work-room'
import { loadReview } from '@/lib/applications/provider/loaders'
import { assignApplication } from '@/lib/applications/provider/queue-actions'
import type { Review } from '@/lib/applications/provider/review'
import { isStaffAction } from '@/lib/applications/provider/steps'
import { annulmentTexts } from '@/lib/i18n/annulment'
import { claimMessages } from '@/lib/i18n/claims'
import { commonMessages } from '@/lib/i18n/common'
import { loadLocale, localePath } from '@/lib/i18n/locale'
import { queueMessages } from '@/lib/i18n/queue'
import { workMessages } from '@/lib/i18n/work'

type Props = {
  params: Promise<{ locale: string; number: string }>
  searchParams: Promise<{ done?: string | string[]; to?: string | string[] }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: workMessages[await loadLocale(params)].review.title }
}

export default async function ReviewPage({ params, searchParams }: Props) {
  const locale = await loadLocale(params)
  const { number } = await params
  const { done, to } = await searchParams
  const page = await loadReview(locale, number)
  const common = commonMessages[locale]
  const { review: t, queue } = workMessages[locale]
  const { assigned } = queueMessages[locale]
  return (
    <WorkRoom
      locale={locale}
      path={`/work/applications/${number}`}
      current="queue"
      page={page}
      forms={[
        { action: assignApplication, permalink: assignAddress(locale, number) },
        ...talkForms(locale, number),
      ]}
    >
      {(review) => (
        <>
          <Breadcrumb
            label={common.breadcrumb}
            items={[{ href: localePath(locale, '/work'), label: queue.title }]}
            current={queue.numbered(review.number)}
          />
          {done === 'assign' && (
            <div className="mt-4">
              <Notice tone="ok" title={common.done} live>
                <p>{assigned[to === 'me' ? 'me' : 'other'](review.number)}</p>
              </Notice>
            </div>
          )}
          {isStaffAction(done) && (
            <div className="mt-4">
              <Notice tone="ok" title={common.done} live>
                <p>{isByHand(review) ? claimMessages[locale].panel.byHand : t.done[done]}</p>
              </Notice>
            </div>
          )}
          <div className="mt-4 empty:hidden">
            <InPersonNews locale={locale} done={done} />
          </div>
          <div className="mt-4 mb-6">
            <ReviewHead locale={locale} review={review} />
          </div>
          <ReviewWarnings locale={locale} review={review} />
          <ReviewCorrections locale={locale} corrections={review.corrections} />
          <div className="grid grid-cols-1 items-start gap-8 lg:grid-cols-2">
            <div className="space-y-6">
              {review.refused && (
                <Panel title={t.refusal}>
                  <RefusalReasons locale={locale} {...review.refused} />
                </Panel>
              )}
              {review.annulment && (
                <Panel title={annulmentTexts[locale].name}>
                  <AnnulmentReasons locale={locale} annulment={review.annulment} />
                </Panel>
              )}
              {review.papers.length > 0 && (
                <Panel title={t.papers}>
                  <PaperRows locale={locale} service={review.service} papers={review.papers} />
                </Panel>
              )}
              <InPersonPanel locale={locale} number={review.number} inPerson={review.inPerson} />
              {review.filledIn.length > 0 && (
                <Panel title={t.filledIn}>
                  <Answers locale={locale} sections={review.filledIn} />
                </Panel>
              )}
              <Panel title={t.answers}>
                <Answers locale={locale} sections={review.sections} />
              </Panel>
              {review.income && (
                <IncomeArithmetic locale={locale} test={review.income} provider={review.organisation.kind} />
              )}
            </div>
            {/* They stay beside the answers while these are read. */}
            <div className="lg:sticky lg:top-4 lg:max-h-[calc(100dvh-7rem)] lg:overflow-y-auto">
              <Panel title={t.documents}>
                <ReviewDocuments locale={locale} review={review} />
              </Panel>
            </div>
          </div>
          <ReviewTalk locale={locale} number={review.number} talk={review.talk} />
          <div className="mt-8">
            <Panel title={t.history}>
              <WorkHistory locale={locale} review={review} />
            </Panel>
          </div>
          <DecisionBar locale={locale} review={review} />
        </>
      )}
    </WorkRoom>
  )
}

/** No letter is sent: the applicant came in person, and has no cabinet. */
function isByHand({ inPerson: { paper } }: Review): boolean {
  return paper !== null && paper.claim === null
}
