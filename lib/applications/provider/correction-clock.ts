import 'server-only'
import { dateInAlmaty, timeInAlmaty } from '@/lib/domain/dates'
import { enqueue, tellOnce } from '@/lib/notifications/mutations'
import { asSystem, type Tx } from '@/lib/platform/db'
import type { Prisma } from '@/prisma/generated/client'
import { tellStaff } from '../staff-letters'

/** Nobody is woken by a letter that can wait for the morning. */
const MORNING = '09:00'

const SELECT = {
  id: true,
  answerBy: true,
  application: {
    select: {
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
  const today = dateInAlmaty(now)
  return asSystem('corrections', async (tx) => {
    const halfway = await open(tx, { remindOn: { lte: today }, answerBy: { gte: today } })
    const over = await open(tx, { answerBy: { lt: today } })
    let told = 0
    for (const row of halfway) if (await remind(tx, row, now)) told += 1
    for (const row of over) if (await tellUnanswered(tx, row, now)) told += 1
    return told
  })
}

function open(tx: Tx, where: Prisma.CorrectionWhereInput): Promise<Row[]> {
  return tx.correction.findMany({
    where: { ...where, settledAt: null, application: { status: 'correction' } },
    orderBy: { id: 'asc' },
    select: SELECT,
  })
}

async function remind(tx: Tx, { id, answerBy, application }: Row, now: Date): Promise<boolean> {
  if (!(await tellOnce(tx, `correction:${id}:reminder`, now))) return false
  await enqueue(tx, {
    event: 'correction_reminder',
    recipientId: application.ownerId,
    locale: application.locale,
    payload: { number: application.number, date: answerBy },
  })
  return true
}

async function tellUnanswered(tx: Tx, { id, answerBy, application }: Row, now: Date): Promise<boolean> {
  if (!(await tellOnce(tx, `correction:${id}:unanswered`, now))) return false
  await tellStaff(
    tx,
    { ...application, facts: application },
    'staff_correction_unanswered',
    { date: answerBy },
    now,
  )
  return true
}
