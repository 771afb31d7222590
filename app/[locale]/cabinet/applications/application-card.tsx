import { ApplicationStatus } from '@/components/application/application-status'
import { ButtonLink } from '@/components/ui/button'
import { StatusTag } from '@/components/ui/status-tag'
import { Unbroken } from '@/components/ui/unbroken'
import type { ListedApplication, ListedPerson } from '@/lib/applications/parent/own-list'
import { applicationPath } from '@/lib/applications/schema'
import { formatDate, formatDateTime, isDateOnly } from '@/lib/domain/dates'
import type { Locale } from '@/lib/domain/text'
import { cabinetMessages } from '@/lib/i18n/cabinet'
import { commonMessages } from '@/lib/i18n/common'
import { correctionMessages } from '@/lib/i18n/corrections'
import { localePath } from '@/lib/i18n/locale'
import { talkMessages } from '@/lib/i18n/messages'

/** One application in the list, as the seed has it. */
export function ApplicationCard({ locale, application }: { locale: Locale; application: ListedApplication }) {
  const t = cabinetMessages[locale].list
  const { number, status, service, createdAt, applicant, subject, isFilled, hasNewMessage, correction } =
    application
  const isUnfinished = status === 'draft' && !isFilled
  const path = applicationPath(number, isUnfinished ? '/edit' : '')
  return (
    <article className="rounded border border-line-soft p-4 sm:p-6">
      <h2 className="text-lg sm:text-xl">
        <Unbroken text={service[locale]} />
      </h2>
      <div className="mt-2 flex flex-wrap items-center gap-x-6 gap-y-2">
        <p className="tabular-nums">
          {t.number}: <strong>{number}</strong>
        </p>
        <p>
          {t.status}: <ApplicationStatus locale={locale} status={status} />
        </p>
        {hasNewMessage && (
          <StatusTag tone="info" icon="inbox">
            {talkMessages[locale].newMessage}
          </StatusTag>
        )}
      </div>
      {correction && (
        <p className="mt-3 font-bold text-warn">
          {correctionMessages[locale].task.inList(
            correction.count,
            formatDate(correction.answerBy, locale, 'weekday'),
            correction.isOver,
          )}
        </p>
      )}
      <dl className="mt-3 grid gap-x-8 gap-y-2 sm:grid-cols-2">
        <Fact label={t.created} value={formatDateTime(createdAt, locale)} wide />
        <Person locale={locale} label={t.applicant} person={applicant} />
        {subject && <Person locale={locale} label={t.child} person={subject} />}
      </dl>
      <div className="mt-4">
        <ButtonLink variant="secondary" href={localePath(locale, path)}>
          {isUnfinished ? t.resume : t.open}
          <span className="sr-only"> № {number}</span>
        </ButtonLink>
      </div>
    </article>
  )
}

function Person({ locale, label, person }: { locale: Locale; label: string; person: ListedPerson }) {
  const none = commonMessages[locale].notGiven
  const { name, birthDate } = person
  return (
    <>
      <Fact label={label} value={name || none} />
      <Fact
        label={cabinetMessages[locale].list.birthDate}
        value={isDateOnly(birthDate) ? formatDate(birthDate, locale, 'short') : none}
      />
    </>
  )
}

function Fact({ label, value, wide = false }: { label: string; value: string; wide?: boolean }) {
  return (
    <div className={wide ? 'sm:col-span-2' : undefined}>
      <dt className="text-sm font-normal text-muted">{label}</dt>
      <dd className="[overflow-wrap:anywhere]">{value}</dd>
    </div>
  )
}
