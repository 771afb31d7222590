import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import { dateInAlmaty } from '@/lib/domain/dates'
import { DomainError } from '@/lib/domain/error'
import { nextNumber, takeNumber } from '@/lib/orders/journal'
import { checkAddress, newCheckCode, recordPaper, storePaper } from '@/lib/papers/mutations'
import { renderRefusal } from '@/lib/papers/refusal'
import { asActor } from '@/lib/platform/db'
import { may } from '../policy'
import { transition, whyNot } from '../transition'
import { loadSent, tell } from './intake'
import { type Reason, tellReason } from './reason'
import { journalOf } from './result'

const ATTEMPTS = 5

/**
 * Мотивированный отказ by a ground of article 19-1. Nobody has signed the paper yet when it gets its
 * number, so one that was taken meanwhile is simply followed by the next.
 */
export async function refuse(actor: Actor, number: number, reason: Reason, now: Date): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await tryRefuse(actor, number, reason, now)
    } catch (error) {
      const numberTaken = error instanceof NumberTaken
      if (!numberTaken || attempt === ATTEMPTS) throw numberTaken ? new DomainError('conflict') : error
    }
  }
}

class NumberTaken extends Error {}

async function tryRefuse(actor: Actor, number: number, reason: Reason, now: Date): Promise<void> {
  const today = dateInAlmaty(now)
  const { next, key, ...sent } = await asActor(actor, async (tx) => {
    const sent = await loadSent(tx, actor, number)
    const key = journalOf(sent.organisation.id, 'refusal', today)
    return { ...sent, key, next: await nextNumber(tx, key) }
  })
  const { application, snapshot, organisation } = sent
  if (!may(actor, 'refuse', application.facts)) throw new DomainError(whyNot('refuse', application))
  const told = tellReason(sent, application.service.grounds, reason)
  const code = newCheckCode()
  const paper = await storePaper(
    await renderRefusal({
      number: String(next),
      ...told,
      date: today,
      applicationNumber: application.number,
      headName: organisation.headName,
      signedAs: 'paper',
      check: { url: checkAddress(code), code },
    }),
  )
  await asActor(actor, async (tx) => {
    await takeNumber(tx, key, next).catch((error: unknown) => {
      throw error instanceof DomainError && error.code === 'conflict' ? new NumberTaken() : error
    })
    await transition(tx, actor, 'refuse', application, now, {
      data: { dueAt: null, holdKey: null },
      detail: reason,
    })
    await recordPaper(tx, {
      ...paper,
      applicationId: application.id,
      organisationId: organisation.id,
      kind: 'refusal',
      number: String(next),
      journalYear: key.year,
      issuedOn: today,
      signedAs: 'paper',
      signerName: organisation.headName,
      initials: snapshot.subject.initials,
      code,
    })
    await tell(tx, application, 'application_refused')
  })
}
