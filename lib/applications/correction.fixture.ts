import type { Actor } from '@/lib/domain/actor'
import type { CorrectionItem } from '@/lib/domain/correction'
import { asActor, prisma } from '@/lib/platform/db'
import { attachFile, type School } from '@/test/school'
import { correctedSlot } from './document-slots'
import { type Resubmitted, sendCorrected } from './parent/resubmitting'
import { requestCorrection } from './provider/correction'
import { hour, sentTo } from './provider/work.fixture'

export const OPINION: CorrectionItem = { target: 'document:medicalOpinion', reason: 'unreadable', note: '' }
export const GRADE: CorrectionItem = { target: 'answer:school.grade', reason: 'disagrees', note: 'Класс 6' }

export function ask(school: School, number: number, items: CorrectionItem[], at = hour(2)): Promise<void> {
  return asActor(school.clerk, (tx) => requestCorrection(tx, school.clerk, number, items, at))
}

/** A sent application of a new parent that the school has returned. */
export async function returned(school: School, items: CorrectionItem[]) {
  const sent = await sentTo(school)
  await ask(school, sent.number, items)
  return sent
}

/** The new file of a slot, without sending one through the store. */
export async function replace(parent: Actor, number: number, slot: string): Promise<string> {
  const id = await attachFile(number, correctedSlot(slot), parent)
  await prisma().application.update({ where: { number }, data: { updatedAt: new Date() } })
  return id
}

/** Sends as the page would that was opened just now. */
export async function sendNow(
  parent: Actor,
  number: number,
  { ticked = true, at = hour(5) }: { ticked?: boolean; at?: Date } = {},
): Promise<Resubmitted> {
  const { updatedAt } = await prisma().application.findUniqueOrThrow({ where: { number } })
  return sendCorrected(
    parent,
    number,
    { version: updatedAt.getTime(), locale: 'ru', ticked, leaves: true },
    at,
  )
}
