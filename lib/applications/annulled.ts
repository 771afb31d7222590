import 'server-only'
import { z } from 'zod'
import { annulmentGround } from '@/lib/domain/annulment'
import type { DateOnly } from '@/lib/domain/dates'
import type { Text } from '@/lib/domain/text'
import type { Application, HistoryEvent } from './data'

/** Why a result holds no more, and the order that says so. */
export type Annulment = { ground: Text; explanation: string; order: string; date: DateOnly }

const detailSchema = z.object({
  ground: z.string(),
  explanation: z.string(),
  order: z.string(),
  date: z.string(),
})

export function annulledBy(
  { status }: Pick<Application, 'status'>,
  history: readonly HistoryEvent[],
): Annulment | null {
  if (status !== 'revoked') return null
  const detail = detailSchema.safeParse(history.findLast(({ to }) => to === 'revoked')?.detail).data
  const ground = detail && annulmentGround(detail.ground)
  return detail && ground ? { ...detail, ground } : null
}
