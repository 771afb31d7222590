import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import { annulmentGround } from '@/lib/domain/annulment'
import type { DateOnly } from '@/lib/domain/dates'
import { DomainError } from '@/lib/domain/error'
import { type ResultPaper, resultPaper } from '@/lib/domain/paper-kind'
import { takeNumber } from '@/lib/orders/journal'
import { renderAnnulment } from '@/lib/papers/annulment'
import { checkAddress, checkCodeOf, recordPaper, storePaper } from '@/lib/papers/mutations'
import { payloadXml } from '@/lib/papers/payload'
import type { Tx } from '@/lib/platform/db'
import { transition } from '../transition'
import { type HeadDecision, issuedFor } from './head-decision'
import { type Sent, tell } from './intake'
import { decideOnPaper } from './on-paper'
import type { Reason } from './reason'
import { journalOf } from './result'
import { initialsOf } from './result-papers'

/** The paper by which a result was given. */
export type Annulled = { kind: ResultPaper; number: string; date: DateOnly }

/** What an annulment would take the force from: the valid paper of the result. @throws DomainError conflict for none */
export async function getAnnulled(tx: Tx, { application }: Sent): Promise<Annulled> {
  const kind = resultPaper(application.service.result.kind)
  const paper = await tx.paper.findFirst({
    where: { applicationId: application.id, kind, revokedAt: null, replaces: { none: {} } },
    select: { number: true, issuedOn: true },
  })
  if (!paper) throw new DomainError('conflict')
  return { kind, number: paper.number, date: paper.issuedOn }
}

/**
 * An order on annulment, in the journal of orders whatever it annuls; the number of what it annuls stays taken.
 * @throws DomainError invalid when there is no such ground
 */
export function annulmentDecision(sent: Sent, reason: Reason, annulled: Annulled): HeadDecision {
  const { application, snapshot, organisation } = sent
  const ground = annulmentGround(reason.ground)
  if (!ground) throw new DomainError('invalid')
  const { id, number, service } = application
  const code = checkCodeOf(`annulment ${id} ${application.updatedAt.toISOString()}`)
  return {
    action: 'revoke',
    register: 'order',
    payload: ({ label, date }) =>
      payloadXml({
        kind: 'order',
        decision: { kind: 'order', number: label, date },
        annuls: annulled,
        issuer: { bin: organisation.bin, name: organisation.name },
        application: { number, service: service.slug, name: service.name },
        applicant: initialsOf(snapshot.applicant.name),
        subject: { name: snapshot.subject.name, iin: null },
        values: [],
        reason,
        code,
      }),
    async render({ label, date }, signing) {
      const pdf = await renderAnnulment({
        ...signing,
        number: label,
        date,
        place: organisation.districtName,
        issuer: organisation,
        annulled: { ...annulled, hasLetter: service.result.notification !== undefined },
        applicationNumber: number,
        subjectName: snapshot.subject.name,
        ground,
        explanation: reason.explanation,
        check: { url: checkAddress(code), code },
      })
      return { paper: await storePaper(pdf), letter: null }
    },
    async issue(tx, actor, given, { paper }, { scanSlot: _, ...by }, now) {
      await takeNumber(tx, journalOf(organisation.id, 'order', given.date), given)
      await transition(tx, actor, 'revoke', application, now, {
        data: { holdKey: null, dueAt: null },
        detail: { ...reason, order: given.label, date: given.date },
      })
      const paperId = await recordPaper(tx, {
        ...by,
        ...paper,
        ...issuedFor(sent, 'order', given),
        kind: 'order',
        ordinal: given.number,
        code,
      })
      await tx.paper.updateMany({
        where: {
          applicationId: id,
          kind: { in: [annulled.kind, 'notification'] },
          revokedAt: null,
          NOT: { id: paperId },
        },
        data: { revokedAt: now, replacedById: paperId },
      })
      await tell(tx, application, 'application_revoked')
      return { paperId, letterId: null }
    },
  }
}

export async function annul(actor: Actor, number: number, reason: Reason, now: Date): Promise<void> {
  await decideOnPaper(
    actor,
    number,
    async (tx, sent) => annulmentDecision(sent, reason, await getAnnulled(tx, sent)),
    now,
  )
}
