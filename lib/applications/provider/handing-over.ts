import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import { checkFields, type FieldFault } from '@/lib/domain/check-field'
import { dateInAlmaty } from '@/lib/domain/dates'
import { DomainError } from '@/lib/domain/error'
import { Json, type Tx } from '@/lib/platform/db'
import type { PreparedResult } from '../data'
import { transition } from '../transition'
import { loadSent } from './intake'

/** The paper went from hand to hand in the office: who took it stands in the issue log. Once, like all steps. */
export async function handOver(
  tx: Tx,
  actor: Actor,
  number: number,
  typed: Readonly<Record<string, string>>,
  now: Date,
): Promise<FieldFault[]> {
  const { application } = await loadSent(tx, actor, number)
  const { result, service } = application
  // Somebody else was first; before the approval `transition` says the same.
  if (!result || result.handedOver) throw new DomainError('conflict')
  const { values, faults } = checkFields(service.result.handOver?.fields ?? [], typed, dateInAlmaty(now))
  if (faults.length > 0) return faults
  const logged: PreparedResult = {
    ...result,
    handedOver: { values, at: now.toISOString(), byName: actor.name },
  }
  await transition(tx, actor, 'handOver', application, now, { data: { result: Json.write(logged) } })
  return []
}
