import type { ApplicationPage } from '@/lib/applications/parent/loaders'
import { formatDate } from '@/lib/domain/dates'
import type { Locale } from '@/lib/domain/text'
import { applicationMessages } from '@/lib/i18n/application-page'
import { signingMessages } from '@/lib/i18n/signing'

type Headline = { title: string; lead?: string }

/** The answer to "how is it going?", and what the parent has to do: at most one thing. */
export function headlineOf(page: ApplicationPage, locale: Locale): Headline {
  const { headline, lead, providers } = applicationMessages[locale]
  const { application, organisation, due, isLate } = page
  const { status, revision } = application
  const { who, at } = providers[organisation?.kind ?? 'school']
  const day = (date: string | undefined) => (date ? formatDate(date, locale, 'weekday') : '')
  const said = (key: 'cancelled' | 'revoked' | 'approved') => ({ title: headline[key], lead: lead[key] })
  if (isLate && application.dueAt)
    return { title: headline.late(who, day(application.dueAt)), lead: lead.late(organisation?.phone ?? '') }
  switch (status) {
    case 'draft':
      return draftHeadline(page, locale)
    case 'sent':
      if (revision?.signedBy === 'atSchool' && !revision.scanId)
        return {
          title: headline.toSign(at),
          lead: lead.toSign(
            revision.snapshot.organisation.name[locale],
            revision.snapshot.organisation.address[locale],
          ),
        }
      return { title: headline.sent(who, day(due?.intakeDue)), lead: lead.sent }
    case 'registered':
      return { title: headline.registered(day(due?.answerDue)), lead: lead.registered }
    case 'on_signing':
      return { title: headline.on_signing(day(due?.answerDue)), lead: lead.on_signing }
    case 'correction':
      return { title: headline.correction(who) }
    case 'approved':
    case 'cancelled':
    case 'revoked':
      return said(status)
    default:
      return { title: headline[status] }
  }
}

function draftHeadline({ application, isRemade, organisation }: ApplicationPage, locale: Locale): Headline {
  const { headline, lead, providers } = applicationMessages[locale]
  const { replaced } = signingMessages[locale]
  if (!application.revision && isRemade) return { title: replaced.title, lead: replaced.lost }
  if (!application.revision) return { title: headline.unfinished, lead: lead.unfinished }
  switch (application.revision.signedBy) {
    case 'scan':
      return { title: headline.signed, lead: lead.signed }
    case 'atSchool':
      return { title: headline.toSend, lead: lead.toSend(providers[organisation?.kind ?? 'school'].at) }
    case null:
      return { title: headline.created, lead: lead.created }
  }
}
