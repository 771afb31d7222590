import { Answers } from '@/components/application/answers'
import { ApplicationStatus } from '@/components/application/application-status'
import { HistoryTimeline } from '@/components/application/history-timeline'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import { Panel } from '@/components/ui/panel'
import { SummaryList } from '@/components/ui/summary-list'
import type { Look } from '@/lib/admin/audit/look'
import { formatDate, formatDateTime, timeInAlmaty } from '@/lib/domain/dates'
import type { Locale } from '@/lib/domain/text'
import { adminAuditMessages } from '@/lib/i18n/admin-audit'
import { adminLookMessages } from '@/lib/i18n/admin-look'
import { workMessages } from '@/lib/i18n/work'

/** One application as an administrator may read it: no files, nothing to press. */
export function Looked({ locale, look }: { locale: Locale; look: Look }) {
  const t = adminLookMessages[locale]
  return (
    <>
      <PageTitle caption={adminAuditMessages[locale].application(look.number)}>
        {look.service[locale]}
      </PageTitle>
      <div className="mb-6 max-w-reading">
        <Notice tone="warn" title={t.open(timeInAlmaty(look.openUntil))}>
          <p>{t.onlyRead}</p>
        </Notice>
      </div>
      <div className="grid items-start gap-8 lg:grid-cols-2">
        <div className="space-y-6">
          <SummaryList
            rows={[
              { label: t.status, value: <ApplicationStatus locale={locale} status={look.status} /> },
              { label: t.provider, value: look.provider[locale] },
              { label: t.applicant, value: look.applicantName },
              { label: t.subject, value: look.subjectName },
              { label: t.sent, value: look.sentAt ? formatDateTime(look.sentAt, locale) : '' },
              { label: t.due, value: look.answerDue ? formatDate(look.answerDue, locale, 'short') : '' },
            ].filter(({ value }) => value !== '')}
          />
          <Panel title={t.answers}>
            <Answers locale={locale} sections={look.sections} />
          </Panel>
        </div>
        <div className="space-y-6">
          <Panel title={t.documents}>
            {look.documents.length === 0 && <p>{t.noDocuments}</p>}
            <ul className="space-y-2">
              {look.documents.map(({ title, fileName }) => (
                <li key={`${title} ${fileName}`}>
                  {title}
                  <span className="block text-sm text-muted [overflow-wrap:anywhere]">{fileName}</span>
                </li>
              ))}
            </ul>
          </Panel>
          <Panel title={t.history}>
            <HistoryTimeline locale={locale} events={look.history} titles={workMessages[locale].events} />
          </Panel>
        </div>
      </div>
    </>
  )
}
