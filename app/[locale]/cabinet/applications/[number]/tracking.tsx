import type { ReactNode } from 'react'
import { AnnulmentReasons } from '@/components/application/annulment-reasons'
import { HistoryTimeline } from '@/components/application/history-timeline'
import { PaperRows } from '@/components/application/paper-rows'
import { RefusalReasons } from '@/components/application/refusal-reasons'
import { TermClock } from '@/components/application/term-clock'
import { DocumentRow } from '@/components/documents/document-row'
import { StatementSigned } from '@/components/eds/statement-signed'
import { Details } from '@/components/ui/details'
import { Notice } from '@/components/ui/notice'
import { SIGNED_ORDER } from '@/lib/applications/document-slots'
import type { ApplicationPage } from '@/lib/applications/parent/loaders'
import { complaintBy } from '@/lib/domain/complaint'
import { formatDate } from '@/lib/domain/dates'
import type { Locale } from '@/lib/domain/text'
import { annulmentTexts } from '@/lib/i18n/annulment'
import { appealMessages } from '@/lib/i18n/appeal'
import { applicationMessages } from '@/lib/i18n/application-page'
import { localePath } from '@/lib/i18n/locale'
import { myDataMessages } from '@/lib/i18n/my-data'
import { signingMessages } from '@/lib/i18n/signing'
import { Again } from './copying'
import { CorrectionTask } from './correction-task'
import { comingOf, moreOf } from './history'
import { QueuePlace } from './queue-place'
import { Statements } from './statements'
import { WhomToCall } from './whom-to-call'

/** A sent application: what it asks of the parent, what came of it, what happened. */
export function Tracking({
  locale,
  page,
  permalink,
}: {
  locale: Locale
  page: ApplicationPage
  permalink: string
}) {
  const t = applicationMessages[locale]
  const { application, refused, invitation, papers, signedOrder, history } = page
  const { number, revision, service } = application
  const { at } = t.providers[page.organisation?.kind ?? 'school']
  return (
    <div className="grid gap-x-12 lg:grid-cols-[minmax(0,40rem)_minmax(0,1fr)]">
      <div>
        {invitation && (
          <div className="mb-8">
            <Notice tone="ok" title={t.todo}>
              <p>{invitation[locale]}</p>
            </Notice>
          </div>
        )}
        {revision?.eds?.status === 'revoked' && !revision.scanId && (
          <div className="mb-8">
            <StatementSigned
              locale={locale}
              eds={revision.eds}
              todo={signingMessages[locale].signed.refutedSent(at)}
            />
          </div>
        )}
        <WhomToCall locale={locale} page={page} />
        {page.correction && (
          <CorrectionTask locale={locale} application={application} correction={page.correction} />
        )}
        <QueuePlace locale={locale} page={page} />
        {refused && (
          <div className="mb-8">
            <RefusalReasons locale={locale} {...refused} />
          </div>
        )}
        {page.annulment && (
          <div className="mb-8">
            <AnnulmentReasons locale={locale} annulment={page.annulment} />
            <p className="mt-4">{annulmentTexts[locale].next}</p>
            <Details summary={appealMessages[locale].how}>
              <p>
                {annulmentTexts[locale].until(formatDate(complaintBy(page.annulment.date), locale, 'long'))}
              </p>
              <p>{appealMessages[locale].ways}</p>
            </Details>
          </div>
        )}
        {page.copy?.again && (
          <div className="mb-8">
            <Again locale={locale} number={number} permalink={permalink} again={page.copy.again} />
          </div>
        )}
        {page.clock && (
          <div className="mb-8">
            {/* What is asked of the applicant stands in the headline. */}
            <TermClock locale={locale} clock={{ ...page.clock, asked: null }} />
          </div>
        )}
        <Section title={t.papers}>
          <PaperRows locale={locale} service={service} papers={papers.toReversed()} />
          {signedOrder && (
            <DocumentRow locale={locale} file={signedOrder} title={SIGNED_ORDER.title[locale]} />
          )}
          <Statements locale={locale} page={page} />
        </Section>
      </div>
      <Section title={t.history}>
        <HistoryTimeline
          locale={locale}
          events={history.map((event) => ({ ...event, title: moreOf(event, page, locale) }))}
          titles={t.events}
          expected={comingOf(page, locale)}
        />
        <p className="mt-4">
          <a
            href={localePath(locale, `/cabinet/my-data?application=${number}`)}
            className="inline-block py-2"
          >
            {myDataMessages[locale].linkOne}
          </a>
        </p>
      </Section>
    </div>
  )
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="mb-10">
      <h2 className="mb-3 text-lg">{title}</h2>
      {children}
    </section>
  )
}
