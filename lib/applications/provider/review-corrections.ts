import 'server-only'
import type { Answers } from '@/lib/domain/answers'
import { readTarget } from '@/lib/domain/correction'
import type { DateOnly } from '@/lib/domain/dates'
import { organisationNames, type Snapshot, snapshotSchema } from '@/lib/domain/snapshot'
import type { Locale } from '@/lib/domain/text'
import type { Tx } from '@/lib/platform/db'
import { type Correction, listCorrections } from '../correction'
import { readPath, type ShownItem, showItem } from '../shown-correction'
import type { Sent } from './intake'

/** What a thing was when it was asked for, and has become; null before it was sent again. */
type Change = { was: string; became: string } | { isReplaced: boolean } | null

export type ReviewCorrection = Omit<Correction, 'items'> & {
  items: (ShownItem & { change: Change })[]
  /** The last day is over, and nothing came. */
  isUnanswered: boolean
}

/** What was asked again, the newest first: the one that is open, and those that are over, with what they changed. */
export async function readReviewCorrections(
  tx: Tx,
  { application, snapshot }: Sent,
  locale: Locale,
  today: DateOnly,
): Promise<ReviewCorrection[]> {
  const corrections = await listCorrections(tx, application)
  const asked = await tx.revision.findMany({
    where: { id: { in: corrections.map(({ revisionId }) => revisionId) } },
    select: { id: true, snapshot: true },
  })
  const before = new Map(asked.map((row) => [row.id, snapshotSchema.parse(row.snapshot)]))
  return corrections
    .map((correction, at) => {
      const was = before.get(correction.revisionId) ?? snapshot
      // What one correction made is what the next one was asked of.
      const became = before.get(corrections[at + 1]?.revisionId ?? '') ?? snapshot
      const { answerBy, settledAt, outcome } = correction
      return {
        ...correction,
        items: correction.items.map((item) => ({
          ...showItem(application.service, was.answers, item, locale),
          change: outcome === 'answered' ? changeOf(application, item.target, was, became, locale) : null,
        })),
        isUnanswered: settledAt === null && answerBy < today,
      }
    })
    .reverse()
}

function changeOf(
  { service }: Sent['application'],
  target: string,
  was: Snapshot,
  became: Snapshot,
  locale: Locale,
): Change {
  const read = readTarget(target)
  if (read?.kind === 'answer') {
    const value = ({ answers }: { answers: Answers }, of: Snapshot) =>
      readPath(service, answers, read.path, locale, organisationNames(of))
    return { was: value(was, was), became: value(became, became) }
  }
  const fileOf = (snapshot: Snapshot, slot: string) => snapshot.attachments.find((file) => file.slot === slot)
  if (read?.kind !== 'document') return { isReplaced: true }
  return { isReplaced: fileOf(was, read.slot)?.documentId !== fileOf(became, read.slot)?.documentId }
}
