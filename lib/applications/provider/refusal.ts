import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import { takeNumber } from '@/lib/orders/journal'
import { checkAddress, checkCodeOf, recordPaper, storePaper } from '@/lib/papers/mutations'
import { payloadXml } from '@/lib/papers/payload'
import { renderRefusal } from '@/lib/papers/refusal'
import { transition } from '../transition'
import { type HeadDecision, issuedFor } from './head-decision'
import { type Sent, tell } from './intake'
import { decideOnPaper } from './on-paper'
import { type Reason, tellReason } from './reason'
import { journalOf } from './result'
import { initialsOf } from './result-papers'

/** Мотивированный отказ by a ground of article 19-1. @throws DomainError invalid when the law has no such ground */
export function refusalDecision(sent: Sent, reason: Reason): HeadDecision {
  const { application, snapshot, organisation } = sent
  const told = tellReason(sent, application.service.grounds, reason)
  const code = checkCodeOf(`refusal ${application.id} ${application.updatedAt.toISOString()}`)
  return {
    action: 'refuse',
    register: 'refusal',
    payload: ({ label, date }) =>
      payloadXml({
        kind: 'refusal',
        decision: { kind: 'refusal', number: label, date },
        issuer: { bin: organisation.bin, name: organisation.name },
        application: {
          number: application.number,
          service: application.service.slug,
          name: application.service.name,
        },
        applicant: initialsOf(snapshot.applicant.name),
        subject: { name: snapshot.subject.name, iin: null },
        values: [],
        reason,
        code,
      }),
    async render({ label, date }, signing) {
      const pdf = await renderRefusal({
        ...told,
        ...signing,
        number: label,
        date,
        applicationNumber: application.number,
        check: { url: checkAddress(code), code },
      })
      return { paper: await storePaper(pdf), letter: null }
    },
    async issue(tx, actor, given, { paper }, { scanSlot: _, ...by }, now) {
      await takeNumber(tx, journalOf(organisation.id, 'refusal', given.date), given)
      await transition(tx, actor, 'refuse', application, now, {
        data: { dueAt: null, holdKey: null, groundCode: reason.ground },
        detail: reason,
      })
      const paperId = await recordPaper(tx, {
        ...by,
        ...paper,
        ...issuedFor(sent, 'refusal', given),
        kind: 'refusal',
        ordinal: given.number,
        code,
      })
      await tell(tx, application, 'application_refused')
      return { paperId, letterId: null }
    },
  }
}

export function refuse(actor: Actor, number: number, reason: Reason, now: Date): Promise<void> {
  return decideOnPaper(actor, number, (_, sent) => refusalDecision(sent, reason), now)
}
