import 'server-only'
import { z } from 'zod'
import { type DateOnly, dateInAlmaty } from '@/lib/domain/dates'
import type { Ground } from '@/lib/domain/service'
import { getOrganisation, type Organisation } from '@/lib/organisations/data'
import type { Tx } from '@/lib/platform/db'
import type { Application, HistoryEvent } from './data'

export type Refused = {
  ground: Ground
  explanation: string
  on: DateOnly
  /** Who refused; to them a complaint goes. */
  issuer: Pick<Organisation, 'name' | 'address'>
}

const reasonSchema = z.object({ ground: z.string(), explanation: z.string() })

const isRefusal = (status: string) => status === 'intake_refused' || status === 'refused'

/** Why it was refused, as the law's ground and in the provider's words; null when it was not. */
export async function refusedBy(
  tx: Tx,
  { status, service, facts }: Application,
  history: readonly HistoryEvent[],
): Promise<Refused | null> {
  if (!isRefusal(status)) return null
  const event = history.findLast(({ to }) => isRefusal(to))
  const reason = reasonSchema.safeParse(event?.detail).data
  const grounds = status === 'refused' ? service.grounds : service.intakeGrounds
  const ground = grounds.find((g) => g.code === reason?.ground)
  const party = (part: string) => facts.parties.find((p) => p.part === part)
  const by = party('acting') ?? party('provider')
  if (!event || !reason || !ground || !by) return null
  const { name, address } = await getOrganisation(tx, by.organisationId)
  return { ground, explanation: reason.explanation, on: dateInAlmaty(event.at), issuer: { name, address } }
}
