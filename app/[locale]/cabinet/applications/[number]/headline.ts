import type { ApplicationPage } from '@/lib/applications/parent/loaders'
import { isForVisit, maySend } from '@/lib/applications/revision'
import { formatDate } from '@/lib/domain/dates'
import type { Locale } from '@/lib/domain/text'
import { applicationMessages } from '@/lib/i18n/application-page'
import { correctionMessages } from '@/lib/i18n/corrections'
import { signingMessages } from '@/lib/i18n/signing'
import { windowMessages, windowSentence } from '@/lib/i18n/windows'
import { termOf } from './correction-task'

type Headline = { title: string; lead?: string }

/** The answer to "how is it going?", and what the parent has to do: at most one thing. */
export function headlineOf(page: ApplicationPage, locale: Locale): Headline {
  const { headline, lead, providers } = applicationMessages[locale]
  const { application, organisation, due, isLate, meaning } = page
  const { status, revision } = application
  const { who, at } = providers[organisation?.kind ?? 'school']
  const day = (date: string | undefined) => (date ? formatDate(date, locale, 'weekday') : '')
  if (isLate && application.dueAt)
    return { title: headline.late(who, day(application.dueAt)), lead: lead.late }
  switch (status) {
    case 'draft':
      return draftHeadline(page, locale)
    case 'sent':
      if (revision && isForVisit(revision) && !revision.scanId)
        return {
          title: headline.toSign(at),
          lead: lead.toSign(
            revision.snapshot.organisation.name[locale],
            revision.snapshot.organisation.address[locale],
          ),
        }
      return { title: headline.sent(who, day(due?.intakeDue)), lead: lead.sent }
    case 'registered':
    case 'waiting':
      return registeredHeadline(page, locale)
    case 'on_signing':
      return { title: headline.on_signing(day(due?.answerDue)), lead: lead.on_signing }
    case 'correction':
      return correctionHeadline(page, who, locale)
    case 'approved':
      return { title: headline.approved, lead: meaning?.[locale] ?? lead.approved }
    case 'cancelled':
    case 'revoked':
      return { title: headline[status], lead: lead[status] }
    default:
      return { title: headline[status] }
  }
}

function correctionHeadline({ correction }: ApplicationPage, who: string, locale: Locale): Headline {
  const { headline } = applicationMessages[locale]
  if (!correction) return { title: headline.correction(who) }
  const { items, isOver } = correction
  return {
    title: correctionMessages[locale].task.headline(who, items.length),
    lead: termOf({ ...correction, isOver }, locale),
  }
}

/** Whose turn it is now: the stage's that is waited for, the queue's, or the one's who answers. */
function registeredHeadline({ application, position, due }: ApplicationPage, locale: Locale): Headline {
  const { headline, lead } = applicationMessages[locale]
  const { service, stageKey, status } = application
  const by = due ? formatDate(due.answerDue, locale, 'weekday') : ''
  const stage = service.stages?.find(({ key }) => key === stageKey)
  if (stage) return { title: stage.told[locale].replace(/\.$/, ''), lead: lead.stage(by) }
  if (position?.turn) return { title: headline.waiting(position.turn), lead: lead.waiting }
  if (status === 'waiting') return { title: headline.turnCame, lead: lead.turnCame }
  return { title: headline.registered(by), lead: lead.registered }
}

function draftHeadline(page: ApplicationPage, locale: Locale): Headline {
  const { application, isRemade, isOutdated, organisation, window, nextWindow } = page
  const { headline, lead, providers } = applicationMessages[locale]
  const { replaced, outdated } = signingMessages[locale]
  const intake = windowMessages[locale]
  if (window.kind === 'closed')
    return { title: intake.missed, lead: windowSentence(nextWindow, locale) ?? undefined }
  if (window.kind === 'off') return { title: intake.paused, lead: window.text[locale] }
  const opening = window.kind === 'before' ? (windowSentence(window, locale) ?? '') : ''
  const told = (title: string, text: string) => ({ title, lead: `${text} ${opening}`.trim() })
  if (!application.revision && isRemade) return told(replaced.title, replaced.lost)
  if (!application.revision) return told(headline.unfinished, lead.unfinished)
  if (isOutdated) return told(outdated.title, outdated.text)
  if (maySend(application.revision) && opening) return { title: intake.ready, lead: opening }
  if (application.revision.eds?.status === 'revoked') {
    const { refuted, refutedDraft } = signingMessages[locale].signed
    return told(refuted, refutedDraft)
  }
  switch (application.revision.signedBy) {
    case 'scan':
    case 'cms':
      return { title: headline.signed, lead: lead.signed }
    case 'atSchool':
      return { title: headline.toSend, lead: lead.toSend(providers[organisation?.kind ?? 'school'].at) }
    case null:
      return told(headline.created, lead.created)
  }
}
