import type { StagePart } from '@/lib/domain/provider-kind'
import type { Status } from '@/lib/domain/status'

/** Statuses in which an organisation is to do the next thing. */
const WITH_STAFF: readonly string[] = ['sent', 'registered', 'on_signing'] satisfies Status[]

/** Of those that take part, the organisation whose turn it is; none while the parent or a free seat is waited for. */
export function turnOf<Party extends { part: string }>(
  { status, parties }: { status: string; parties: readonly Party[] },
  stageBy: StagePart | null,
): Party | undefined {
  if (!WITH_STAFF.includes(status)) return undefined
  return parties.find(({ part }) => part === (stageBy ?? 'provider'))
}
