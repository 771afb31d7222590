import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import { dateInAlmaty } from '@/lib/domain/dates'
import { DomainError } from '@/lib/domain/error'
import { resultPaper } from '@/lib/domain/paper-kind'
import { holdsAfterResult } from '@/lib/domain/period'
import { takeNumber } from '@/lib/orders/journal'
import { recordPaper, storePaper } from '@/lib/papers/mutations'
import { asActor } from '@/lib/platform/db'
import { hasDocument } from '../documents'
import { may } from '../policy'
import { transition, whyNot } from '../transition'
import { headOnPaper } from './head'
import { type HeadDecision, issuedFor } from './head-decision'
import { loadSent, type Sent, tell } from './intake'
import { journalOf, labelled, type Provisional, slotOfSheet, voidScans } from './result'
import { renderLetter, renderResult, resultPayload } from './result-papers'

/** That a prepared result holds. */
export function resultDecision(sent: Sent): HeadDecision {
  const { application, organisation } = sent
  const { service, result } = application
  const register = resultPaper(service.result.kind)
  return {
    action: 'approve',
    register,
    payload: (given) => resultPayload(sent, given),
    async render(given, signing) {
      const [paper, letter] = await Promise.all([
        renderResult(sent, given, signing).then(storePaper),
        renderLetter(sent, given, signing).then((pdf) => pdf && storePaper(pdf)),
      ])
      return { paper, letter }
    },
    async issue(tx, actor, given, { paper, letter }, { scanSlot, ...by }, now) {
      if (!result) throw new DomainError('conflict')
      await takeNumber(tx, journalOf(organisation.id, register, given.date), given)
      await transition(tx, actor, 'approve', application, now, {
        data: { dueAt: null, ...(holdsAfterResult(service) ? {} : { holdKey: null }) },
        detail: { order: given.label, date: given.date },
      })
      await voidScans(tx, application.id, scanSlot, now)
      const common = { ...by, ...issuedFor(sent, register, given) }
      const paperId = await recordPaper(tx, {
        ...common,
        ...paper,
        kind: register,
        ordinal: given.number,
        code: result.codes.paper,
      })
      const letterId =
        letter &&
        (await recordPaper(tx, {
          ...common,
          ...letter,
          kind: 'notification',
          code: result.codes.notification,
        }))
      await tell(tx, application, 'application_approved')
      return { paperId, letterId }
    },
  }
}

/**
 * The head's approval on paper. `expected` is what stands on the sheet that was signed: when the register
 * or the date has gone on meanwhile, it is a `conflict` and the sheet has to be printed anew.
 */
export async function approve(actor: Actor, number: number, expected: Provisional, now: Date): Promise<void> {
  const { sent, scanSlot, hasScan, given, signer } = await asActor(actor, async (tx) => {
    const sent = await loadSent(tx, actor, number)
    const { application, organisation } = sent
    const { key } = slotOfSheet(application, expected)
    return {
      sent,
      scanSlot: key,
      hasScan: await hasDocument(tx, application.id, key),
      given: await labelled(tx, organisation.id, resultPaper(application.service.result.kind), expected),
      signer: await headOnPaper(tx, organisation, now),
    }
  })
  const { application, organisation } = sent
  if (!may(actor, 'approve', application.facts)) throw new DomainError(whyNot('approve', application))
  if (!organisation.paperOrders) throw new DomainError('forbidden')
  if (!hasScan) throw new DomainError('unsigned')
  if (expected.date !== dateInAlmaty(now)) throw new DomainError('conflict')
  const decision = resultDecision(sent)
  const stored = await decision.render(given, { signedAs: 'paper', signer })
  const by = { signedAs: 'paper', signerName: signer.name, scanSlot } as const
  await asActor(actor, (tx) => decision.issue(tx, actor, given, stored, by, now))
}
