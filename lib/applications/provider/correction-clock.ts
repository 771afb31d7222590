import 'server-only'
import { type DateOnly, dateInAlmaty, timeInAlmaty } from '@/lib/domain/dates'
import { enqueue, tellEachOnce } from '@/lib/notifications/mutations'
import { asSystem, type Tx } from '@/lib/platform/db'
import type { Prisma } from '@/prisma/generated/client'
import { tellStaff } from '../staff-to-tell'

/** Nobody is woken by a letter that can wait for the morning. */
const MORNING = '09:00'
const PAGE = 200

const SELECT = {
  id: true,
  answerBy: true,
  application: {
    select: {
      id: true,
      number: true,
      locale: true,
      ownerId: true,
      assigneeId: true,
      parties: { select: { organisationId: true, part: true } },
    },
  },
} as const satisfies Prisma.CorrectionSelect

type Row = Prisma.CorrectionGetPayload<{ select: typeof SELECT }>

/**
 * At half time the applicant is reminded and told what happens without an answer; after the last day the school is
 * told that there is none. Nothing is decided by itself: a refusal is a person's (Law № 94-V, art. 19-1).
 */
export async function watchCorrections(now: Date): Promise<number> {
  if (timeInAlmaty(now) < MORNING) return 0
  let told = 0
  for (let after: string | null = null; ; ) {
    const last: string | null = after
    const page: Page = await asSystem('corrections', (tx) => watchPage(tx, last, now))
    told += page.told
    if (page.next === null) return told
    after = page.next
  }
}

type Page = { told: number; next: string | null }

async function watchPage(tx: Tx, after: string | null, now: Date): Promise<Page> {
  const today = dateInAlmaty(now)
  const rows = await tx.correction.findMany({
    where: {
      remindOn: { lte: today },
      settledAt: null,
      application: { status: 'correction' },
      ...(after === null ? {} : { id: { gt: after } }),
    },
    orderBy: { id: 'asc' },
    take: PAGE,
    select: SELECT,
  })
  const first = await tellEachOnce(
    tx,
    rows.map((row) => keyOf(row, today)),
    now,
  )
  const reached = rows.filter((row) => first.has(keyOf(row, today)))
  for (const row of reached) await (isOver(row, today) ? tellUnanswered(tx, row, now) : remind(tx, row))
  return { told: reached.length, next: rows.length === PAGE ? (rows.at(-1)?.id ?? null) : null }
}

const isOver = ({ answerBy }: Row, today: DateOnly) => answerBy < today

const keyOf = (row: Row, today: DateOnly) =>
  `correction:${row.id}:${isOver(row, today) ? 'unanswered' : 'reminder'}`

function remind(tx: Tx, { answerBy, application }: Row): Promise<void> {
  return enqueue(tx, {
    event: 'correction_reminder',
    recipientId: application.ownerId,
    locale: application.locale,
    payload: { number: application.number, date: answerBy },
  })
}

function tellUnanswered(tx: Tx, { answerBy, application }: Row, now: Date): Promise<void> {
  const worked = { ...application, facts: application }
  return tellStaff(tx, worked, 'staff_correction_unanswered', { date: answerBy }, now)
}
