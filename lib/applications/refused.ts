import 'server-only'
import { z } from 'zod'
import type { Ground } from '@/lib/domain/service'
import type { Application, HistoryEvent } from './data'

export type Refused = { ground: Ground; explanation: string }

const reasonSchema = z.object({ ground: z.string(), explanation: z.string() })

const isRefusal = (status: string) => status === 'intake_refused' || status === 'refused'

/** Why it was refused, as the law's ground and in the provider's words; null when it was not. */
export function refusedBy(
  { status, service }: Application,
  history: readonly HistoryEvent[],
): Refused | null {
  if (!isRefusal(status)) return null
  const reason = reasonSchema.safeParse(history.findLast((event) => isRefusal(event.to))?.detail)
  const grounds = status === 'refused' ? service.grounds : service.intakeGrounds
  const ground = grounds.find((g) => g.code === reason.data?.ground)
  return ground && reason.data ? { ground, explanation: reason.data.explanation } : null
}
