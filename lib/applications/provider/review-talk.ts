import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import type { Locale, Text } from '@/lib/domain/text'
import type { Tx } from '@/lib/platform/db'
import type { Application } from '../data'
import type { Message } from '../messages'
import { listTemplates } from '../templates'
import { listNotes, type Note } from './notes'
import { openTalk } from './writing'

/** The talk with the applicant and the staff's own notes, for whoever works the application. */
export type ReviewTalk = {
  messages: Message[]
  notes: Note[]
  templates: { id: string; name: Text }[]
  /** False: who came with papers reads nothing here. */
  hasCabinet: boolean
  applicantLocale: Locale
}

/** Null for whoever only watches. What the applicant wrote counts as read from now on. */
export async function readReviewTalk(
  tx: Tx,
  actor: Actor,
  application: Pick<Application, 'id' | 'facts' | 'locale'>,
  now: Date,
): Promise<ReviewTalk | null> {
  const messages = await openTalk(tx, actor, application, now)
  const notes = await listNotes(tx, actor, application)
  if (!messages || !notes) return null
  const templates = await listTemplates(tx, 'message')
  return {
    messages,
    notes,
    templates: templates.map(({ id, name }) => ({ id, name })),
    hasCabinet: application.facts.hasCabinet,
    applicantLocale: application.locale,
  }
}
