import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import { dateInAlmaty } from '@/lib/domain/dates'
import { DomainError } from '@/lib/domain/error'
import { asActor, type Tx } from '@/lib/platform/db'
import { may } from '../policy'
import { whyNot } from '../transition'
import { headOnPaper } from './head'
import type { HeadDecision } from './head-decision'
import { loadSent, type Sent } from './intake'
import { nextGiven } from './result'

const ATTEMPTS = 5

/**
 * A decision whose paper is printed and signed afterwards. Nobody has signed it yet when it gets its number, so one
 * that was taken meanwhile is simply followed by the next.
 */
export async function decideOnPaper(
  actor: Actor,
  number: number,
  decide: (tx: Tx, sent: Sent) => HeadDecision | Promise<HeadDecision>,
  now: Date,
): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const { decision, given, signer } = await asActor(actor, async (tx) => {
      const sent = await loadSent(tx, actor, number)
      const { application, organisation } = sent
      const decision = await decide(tx, sent)
      const { action, register } = decision
      if (!may(actor, action, application.facts)) throw new DomainError(whyNot(action, application))
      if (!organisation.paperOrders) throw new DomainError('forbidden')
      const given = await nextGiven(tx, organisation.id, register, dateInAlmaty(now))
      return { decision, given, signer: await headOnPaper(tx, organisation, now) }
    })
    const stored = await decision.render(given, { signedAs: 'paper', signer })
    const by = { signedAs: 'paper', signerName: signer.name, scanSlot: null } as const
    try {
      await asActor(actor, (tx) => decision.issue(tx, actor, given, stored, by, now))
      return
    } catch (error) {
      const hasGoneOn = error instanceof DomainError && error.code === 'conflict'
      if (!hasGoneOn || attempt === ATTEMPTS) throw error
    }
  }
}
