import 'server-only'
import { z } from 'zod'
import { audit } from '@/lib/audit/mutations'
import type { Actor } from '@/lib/domain/actor'
import { annulmentGround } from '@/lib/domain/annulment'
import { dateInAlmaty } from '@/lib/domain/dates'
import { DomainError } from '@/lib/domain/error'
import type { Register } from '@/lib/domain/paper-kind'
import { asActor, type Tx } from '@/lib/platform/db'
import type { FailureCode } from '@/lib/signatures/eds/codes'
import type { Outcome } from '@/lib/signatures/eds/outcome'
import { edsIsOpen } from '@/lib/signatures/trust'
import { may } from '../policy'
import { annulmentDecision, getAnnulled } from './annulment'
import { resultDecision } from './approval'
import type { HeadDecision } from './head-decision'
import { loadSent, type Sent } from './intake'
import type { Reason } from './reason'
import { refusalDecision } from './refusal'
import { type Given, nextGiven } from './result'

/** One choice of the key signs so many papers; more are signed by another. */
export const MOST_AT_ONCE = 20

/** What a head wants to sign by EDS: the prepared result of an application, or a refusal or an annulment for this reason. */
export type ToSign = { number: number; reason: Reason | null }

/** As it is kept with a prepared sheet. */
export const keptReason = z.object({ ground: z.string(), explanation: z.string() }).nullable()

/** The number and date are provisional until it is finished: they stand in what is signed. */
export type Opened = ToSign & { given: Given; payload: string }

export type Session = {
  /** Of the organisation in whose name all of them are signed: the key has to name it. */
  bin: string
  opened: Opened[]
  /** Numbers of applications that are not, or no longer, for this person to sign. */
  taken: number[]
}

/** Why one of them was not signed; the others are not touched by it. */
export type NotSigned =
  /** The signature does not hold, or is not this person's for this organisation. */
  | { status: 'invalid'; code: FailureCode; moment: Date | null }
  /** The two signatures were made with two keys: the paper names but one. */
  | { status: 'twoKeys' }
  /** Somebody decided meanwhile, or the applicant cancelled. */
  | { status: 'taken' }
  /** Another paper took the number, or the day went by: what was signed says what is no longer so. */
  | { status: 'again' }

/** @throws DomainError forbidden while no root is trusted, incomplete when the profile has no IIN */
export function requireSigner({ iin }: Actor): void {
  if (!edsIsOpen()) throw new DomainError('forbidden')
  if (iin === '') throw new DomainError('incomplete')
}

/** By the ground of its reason a refusal is told from an annulment; a result needs none. */
export async function decisionOf(tx: Tx, sent: Sent, reason: Reason | null): Promise<HeadDecision> {
  if (!reason) return resultDecision(sent)
  if (!annulmentGround(reason.ground)) return refusalDecision(sent, reason)
  return annulmentDecision(sent, reason, await getAnnulled(tx, sent))
}

/** Null when it is not, or no longer, for this person to decide: as absent as one that never was. */
export async function findDecision(
  tx: Tx,
  actor: Actor,
  { number, reason }: ToSign,
): Promise<{ sent: Sent; decision: HeadDecision } | null> {
  try {
    const sent = await loadSent(tx, actor, number)
    const decision = await decisionOf(tx, sent, reason)
    return may(actor, decision.action, sent.application.facts) ? { sent, decision } : null
  } catch (error) {
    if (error instanceof DomainError && ['absent', 'conflict'].includes(error.code)) return null
    throw error
  }
}

/** A signature that is not taken is noted: whose key it was, and why. */
export async function turnDown(
  actor: Actor,
  { application }: Sent,
  { code, moment, signer }: Extract<Outcome, { status: 'INVALID' }>,
): Promise<NotSigned> {
  const detail = { code, serial: signer?.serial ?? null }
  await asActor(actor, (tx) =>
    audit(tx, { actorId: actor.userId, action: 'decision.signRefused', subject: application.id, detail }),
  )
  return { status: 'invalid', code, moment }
}

/**
 * What the first choice of the key signs: for each the XML of its facts, numbered in the order of the list.
 * @throws DomainError invalid for none, too many, twins, or applications of several organisations
 */
export async function begin(actor: Actor, wanted: readonly ToSign[], now: Date): Promise<Session> {
  requireSigner(actor)
  const numbers = new Set(wanted.map(({ number }) => number))
  if (wanted.length === 0 || wanted.length > MOST_AT_ONCE || numbers.size < wanted.length)
    throw new DomainError('invalid')
  const date = dateInAlmaty(now)
  return asActor(actor, async (tx) => {
    const opened: Opened[] = []
    const taken: number[] = []
    const bins = new Set<string>()
    const foreseen = new Map<Register, number>()
    for (const one of wanted) {
      const found = await findDecision(tx, actor, one)
      if (!found) {
        taken.push(one.number)
        continue
      }
      const { decision, sent } = found
      const { register } = decision
      const { id, bin } = sent.organisation
      const before = foreseen.get(register) ?? 0
      foreseen.set(register, before + 1)
      bins.add(bin)
      const given = await nextGiven(tx, id, register, date, before)
      opened.push({ ...one, given, payload: decision.payload(given) })
    }
    const [bin = '', other] = bins
    if (other !== undefined) throw new DomainError('invalid')
    return { bin, opened, taken }
  })
}
