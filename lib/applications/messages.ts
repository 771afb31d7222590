import 'server-only'
import { mayTry } from '@/lib/auth/delays'
import type { Actor } from '@/lib/domain/actor'
import { DomainError } from '@/lib/domain/error'
import type { Tx } from '@/lib/platform/db'
import { claimedSince } from './in-person'

/** Who writes, and who reads. Notes of the staff are neither: see `provider/notes.ts`. */
export type Side = 'applicant' | 'staff'

const other = (side: Side): Side => (side === 'staff' ? 'applicant' : 'staff')

export const MESSAGE_LENGTH = 2000
/** A long talk is shown from here on. */
const SHOWN = 100

export type Message = {
  id: string
  at: Date
  side: Side
  authorName: string
  body: string
  /** Of the other side, and not opened before. */
  isNew: boolean
}

/**
 * From when on a side reads: whoever has claimed what came on paper, from their claim on. What was written before was
 * written to somebody whose claim was taken back, and only the provider keeps it.
 */
async function readableSince(
  tx: Tx,
  applicationIds: readonly string[],
  reader: Side,
): Promise<ReadonlyMap<string, Date>> {
  return reader === 'staff' ? new Map() : claimedSince(tx, applicationIds)
}

/** What both sides have written, the newest last. */
export async function listMessages(tx: Tx, applicationId: string, reader: Side): Promise<Message[]> {
  const since = await readableSince(tx, [applicationId], reader)
  const rows = await tx.message.findMany({
    where: {
      applicationId,
      side: { in: ['applicant', 'staff'] },
      at: { gte: since.get(applicationId) },
    },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: SHOWN,
    select: { id: true, at: true, side: true, authorName: true, body: true, readAt: true },
  })
  return rows.reverse().map(({ readAt, ...row }) => {
    const side: Side = row.side === 'staff' ? 'staff' : 'applicant'
    return { ...row, side, isNew: side !== reader && readAt === null }
  })
}

/** Whoever opened the page has read what stands there. */
export async function markRead(tx: Tx, messages: readonly Message[], now: Date): Promise<void> {
  const ids = messages.filter(({ isNew }) => isNew).map(({ id }) => id)
  if (ids.length === 0) return
  await tx.message.updateMany({ where: { id: { in: ids }, readAt: null }, data: { readAt: now } })
}

/** Of these applications those in which the other side has written something that was not opened yet. */
export async function listUnread(
  tx: Tx,
  applicationIds: readonly string[],
  reader: Side,
): Promise<ReadonlySet<string>> {
  const since = await readableSince(tx, applicationIds, reader)
  const newest = await tx.message.findMany({
    where: { applicationId: { in: [...applicationIds] }, side: other(reader), readAt: null },
    distinct: ['applicationId'],
    orderBy: { at: 'desc' },
    select: { applicationId: true, at: true },
  })
  const readable = newest.filter(({ applicationId, at }) => at >= (since.get(applicationId) ?? at))
  return new Set(readable.map(({ applicationId }) => applicationId))
}

/** One press of «Отправить» counts, whatever comes of it. @throws DomainError tooMany, invalid */
export async function checkMessage(actor: Actor, typed: string): Promise<string> {
  const body = typed.replaceAll('\r\n', '\n').trim()
  if (body === '' || body.length > MESSAGE_LENGTH) throw new DomainError('invalid')
  if (!(await mayTry('messagesOfAccount', actor.userId))) throw new DomainError('tooMany')
  return body
}

/**
 * Adds to the talk. True when the other side has nothing unread of this side yet: then they are written a letter, one
 * for a run of messages and not one for each.
 */
export async function addMessage(
  tx: Tx,
  applicationId: string,
  { side, author, body }: { side: Side; author: Actor; body: string },
  now: Date,
): Promise<boolean> {
  // Of two messages at once one is the first.
  await tx.$queryRaw`SELECT id FROM application WHERE id = ${applicationId}::uuid FOR UPDATE`
  const since = await readableSince(tx, [applicationId], other(side))
  const unread = await tx.message.count({
    where: { applicationId, side, readAt: null, at: { gte: since.get(applicationId) } },
  })
  await tx.message.create({
    data: { applicationId, at: now, side, authorId: author.userId, authorName: author.name, body },
    select: { id: true },
  })
  return unread === 0
}
