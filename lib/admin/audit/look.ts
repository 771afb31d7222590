import 'server-only'
import { type HistoryEvent, listHistory } from '@/lib/applications/data'
import { listDocuments } from '@/lib/applications/documents'
import { getServiceVersion } from '@/lib/applications/service-versions'
import { audit } from '@/lib/audit/mutations'
import { recordRead } from '@/lib/audit/reads'
import type { Actor } from '@/lib/domain/actor'
import { documentTitle, neededDocuments } from '@/lib/domain/answers'
import { DomainError } from '@/lib/domain/error'
import { type ReadSection, readSections } from '@/lib/domain/read-view'
import { organisationNames, snapshotSchema } from '@/lib/domain/snapshot'
import { STATUSES, type Status } from '@/lib/domain/status'
import type { Locale, Text } from '@/lib/domain/text'
import type { Tx } from '@/lib/platform/db'
import { requireAdmin } from '../policy'

/** One reason is good for one sitting. */
const OPEN_MS = 30 * 60_000
export const LEAST_REASON = 10
export const MOST_REASON = 500

/**
 * Opens a sent application to an administrator for a while, by a reason that its applicant will read. Whoever keeps
 * the platform needs nobody's papers: without a reason written down there is no way to them.
 * @throws DomainError absent when there is none of this number.
 */
export async function openLook(
  tx: Tx,
  actor: Actor,
  { number, reason }: { number: number; reason: string },
  now: Date,
): Promise<void> {
  requireAdmin(actor)
  if (reason.length < LEAST_REASON || reason.length > MOST_REASON) throw new DomainError('invalid')
  const application = await tx.application.findFirst({
    where: { number, status: { not: 'draft' } },
    select: { id: true },
  })
  if (!application) throw new DomainError('absent')
  const organisationId = actor.memberships.find(({ role }) => role === 'admin')?.organisationId ?? null
  const by = { reader: actor, organisationId, role: 'admin' } as const
  await recordRead(tx, { ...by, applicationId: application.id, what: 'application', reason, now })
  await audit(tx, { actorId: actor.userId, action: 'application.look', subject: application.id })
}

export type Look = {
  number: number
  service: Text
  status: Status
  provider: Text
  applicantName: string
  subjectName: string
  sections: ReadSection[]
  documents: { title: string; fileName: string }[]
  history: HistoryEvent[]
  sentAt: Date | null
  answerDue: string | null
  openUntil: Date
}

/** Null unless this administrator gave a reason a moment ago. */
export async function readLook(
  tx: Tx,
  actor: Actor,
  number: number,
  locale: Locale,
  now: Date,
): Promise<Look | null> {
  requireAdmin(actor)
  const since = new Date(now.getTime() - OPEN_MS)
  const row = await tx.application.findFirst({
    where: {
      number,
      status: { not: 'draft' },
      reads: { some: { readerId: actor.userId, role: 'admin', reason: { not: '' }, at: { gt: since } } },
    },
    select: {
      id: true,
      status: true,
      serviceSlug: true,
      serviceVersion: true,
      sentAt: true,
      answerDue: true,
      currentRevision: { select: { snapshot: true } },
      reads: {
        where: { readerId: actor.userId, role: 'admin', reason: { not: '' } },
        orderBy: { at: 'desc' },
        take: 1,
        select: { at: true },
      },
    },
  })
  const opened = row?.reads[0]
  if (!row?.currentRevision || !opened) return null
  const service = await getServiceVersion(tx, row.serviceSlug, row.serviceVersion)
  const snapshot = snapshotSchema.parse(row.currentRevision.snapshot)
  const files = await listDocuments(tx, row.id)
  return {
    number,
    service: service.name,
    status: STATUSES.find((status) => status === row.status) ?? 'sent',
    provider: snapshot.organisation.name,
    applicantName: snapshot.applicant.name,
    subjectName: snapshot.subject.name,
    sections: readSections(service, snapshot.answers, locale, organisationNames(snapshot)),
    documents: neededDocuments(service, snapshot.answers).flatMap((needed) => {
      const file = files.find(({ slot }) => slot === needed.key)
      return file ? [{ title: documentTitle(needed)[locale], fileName: file.fileName }] : []
    }),
    history: await listHistory(tx, row.id),
    sentAt: row.sentAt,
    answerDue: row.answerDue,
    openUntil: new Date(opened.at.getTime() + OPEN_MS),
  }
}
