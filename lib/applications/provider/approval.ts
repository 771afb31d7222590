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
import { loadSent, tell } from './intake'
import { journalOf, type Provisional, slotOfSheet, voidScans } from './result'
import { renderLetter, renderResult } from './result-papers'

/**
 * The head's approval on paper. `expected` is what stands on the sheet that was signed: when the register
 * or the date has gone on meanwhile, it is a `conflict` and the sheet has to be printed anew.
 */
export async function approve(actor: Actor, number: number, expected: Provisional, now: Date): Promise<void> {
  const sent = await asActor(actor, async (tx) => {
    const loaded = await loadSent(tx, actor, number)
    const { key } = slotOfSheet(loaded.application, expected)
    return { ...loaded, scanSlot: key, hasScan: await hasDocument(tx, loaded.application.id, key) }
  })
  const { application, snapshot, organisation } = sent
  const { service, result } = application
  if (!may(actor, 'approve', application.facts)) throw new DomainError(whyNot('approve', application))
  if (!organisation.paperOrders) throw new DomainError('forbidden')
  if (!sent.hasScan) throw new DomainError('unsigned')
  if (!result || expected.date !== dateInAlmaty(now)) throw new DomainError('conflict')
  const [paper, letter] = await Promise.all([
    renderResult(sent, expected).then(storePaper),
    renderLetter(sent, expected).then((pdf) => pdf && storePaper(pdf)),
  ])
  const kind = resultPaper(service.result.kind)
  const key = journalOf(organisation.id, kind, expected.date)
  const common = {
    applicationId: application.id,
    organisationId: organisation.id,
    number: String(expected.number),
    journalYear: key.year,
    issuedOn: expected.date,
    signedAs: 'paper' as const,
    signerName: organisation.headName,
    initials: snapshot.subject.initials,
  }
  await asActor(actor, async (tx) => {
    await takeNumber(tx, key, expected.number)
    await transition(tx, actor, 'approve', application, now, {
      data: { dueAt: null, ...(holdsAfterResult(service) ? {} : { holdKey: null }) },
      detail: { order: String(expected.number), date: expected.date },
    })
    await voidScans(tx, application.id, sent.scanSlot, now)
    await recordPaper(tx, { ...common, ...paper, kind, code: result.codes.paper })
    if (letter)
      await recordPaper(tx, { ...common, ...letter, kind: 'notification', code: result.codes.notification })
    await tell(tx, application, 'application_approved')
  })
}
