import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import { dateInAlmaty } from '@/lib/domain/dates'
import { DomainError } from '@/lib/domain/error'
import { takeNumber } from '@/lib/orders/journal'
import { checkAddress, checkCodeOf, recordPaper, storePaper } from '@/lib/papers/mutations'
import { payloadXml } from '@/lib/papers/payload'
import { renderRefusal } from '@/lib/papers/refusal'
import { asActor } from '@/lib/platform/db'
import { may } from '../policy'
import { transition, whyNot } from '../transition'
import { headOnPaper } from './head'
import type { HeadDecision } from './head-decision'
import { loadSent, type Sent, tell } from './intake'
import { type Reason, tellReason } from './reason'
import { journalOf, nextGiven } from './result'
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
      const journal = journalOf(organisation.id, 'refusal', given.date)
      await takeNumber(tx, journal, given)
      await transition(tx, actor, 'refuse', application, now, {
        data: { dueAt: null, holdKey: null, groundCode: reason.ground },
        detail: reason,
      })
      const paperId = await recordPaper(tx, {
        ...by,
        ...paper,
        applicationId: application.id,
        organisationId: organisation.id,
        kind: 'refusal',
        number: given.label,
        ordinal: given.number,
        journalYear: journal.year,
        issuedOn: given.date,
        initials: snapshot.subject.initials,
        code,
      })
      await tell(tx, application, 'application_refused')
      return { paperId, letterId: null }
    },
  }
}

const ATTEMPTS = 5

/**
 * A refusal on paper. Nobody has signed it yet when it gets its number, so one that was taken meanwhile is simply
 * followed by the next.
 */
export async function refuse(actor: Actor, number: number, reason: Reason, now: Date): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const { given, signer, ...sent } = await asActor(actor, async (tx) => {
      const sent = await loadSent(tx, actor, number)
      const given = await nextGiven(tx, sent.organisation.id, 'refusal', dateInAlmaty(now))
      return { ...sent, given, signer: await headOnPaper(tx, sent.organisation, now) }
    })
    const { application, organisation } = sent
    if (!may(actor, 'refuse', application.facts)) throw new DomainError(whyNot('refuse', application))
    if (!organisation.paperOrders) throw new DomainError('forbidden')
    const decision = refusalDecision(sent, reason)
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
