import 'server-only'
import { proveIinInPerson } from '@/lib/accounts/mutations'
import type { Actor } from '@/lib/domain/actor'
import { DomainError } from '@/lib/domain/error'
import type { Tx } from '@/lib/platform/db'
import { worksOn } from '../policy'
import { loadSent } from '../provider/intake'
import { noteEvent } from '../transition'

/**
 * A clerk has seen the document of the person whose account this is. `conflict` when the account has another IIN
 * than the statement, or was proven already. What was seen at the desk does not follow an application that is
 * claimed: whoever holds the slip is not thereby the person who stood there.
 */
export async function proveIdentity(tx: Tx, clerk: Actor, number: number, now: Date): Promise<void> {
  const { application, snapshot } = await loadSent(tx, clerk, number)
  if (!worksOn(clerk, application.facts)) throw new DomainError('forbidden')
  const { iin } = snapshot.applicant
  if (!iin || !(await proveIinInPerson(tx, application.ownerId, iin, clerk.userId)))
    throw new DomainError('conflict')
  await noteEvent(tx, application, { action: 'proveIdentity', actor: clerk, now })
}
