import 'server-only'
import { mayTry } from '@/lib/auth/delays'
import type { Actor } from '@/lib/domain/actor'
import type { CorrectionItem } from '@/lib/domain/correction'
import { DomainError } from '@/lib/domain/error'
import type { Snapshot } from '@/lib/domain/snapshot'
import type { Locale } from '@/lib/domain/text'
import { storePaper } from '@/lib/papers/mutations'
import { renderStatement } from '@/lib/papers/statement'
import { asActor, Json, type Tx } from '@/lib/platform/db'
import { settleCorrection } from '../correction'
import { slotTitle } from '../document-slots'
import { isSigned, maySend, TICK, voidPending } from '../revision'
import { targetLabel } from '../shown-correction'
import { laterThan } from '../transition'
import { type CorrectionState, readCorrectionState } from './correction-state'
import { deliver } from './delivering'
import { markOf, sameContent, statementOf } from './snapshot'

/** What the applicant has seen and confirmed: how things stood, that the new files are right, and what stays. */
export type Confirmed = { version: number; locale: Locale; ticked: boolean; leaves: boolean }

/** Sent, or what is to be done first; `incomplete` and `left` name it in the applicant's language. */
export type Resubmitted =
  | 'sent'
  | 'toSign'
  | 'unchanged'
  | 'unticked'
  | { incomplete: string[] }
  | { left: string[] }

/**
 * «Отправить исправленное». Files alone go with a tick: the words that were signed have not changed. A changed answer
 * that the statement prints makes a new statement, which is signed first, in any of the ways there are. `conflict`
 * when the page is not how things stand: somebody, or another device of the same person, was first.
 */
export async function sendCorrected(
  actor: Actor,
  number: number,
  { version, locale, ticked, leaves }: Confirmed,
  now: Date,
): Promise<Resubmitted> {
  const state = await asActor(actor, (tx) => readCorrectionState(tx, actor, number, now))
  const { application } = state
  if (application.updatedAt.getTime() !== version) throw new DomainError('conflict')
  if (state.lacks.length > 0) return { incomplete: state.lacks.map((lack) => lackLabel(state, lack, locale)) }
  if (!state.isChanged) return 'unchanged'
  if (state.left.length > 0 && !leaves)
    return { left: state.left.map((item) => leftLabel(state, item, locale)) }
  if (state.isToSign) {
    const { pending } = application
    if (!pending || !maySend(pending)) {
      await freezePending(actor, state, locale, now)
      return 'toSign'
    }
    await asActor(actor, (tx) => resubmitSigned(tx, actor, number, pending.id, now))
    return 'sent'
  }
  if (state.files.length > 0 && !ticked) return 'unticked'
  await resubmitTicked(actor, state, now)
  return 'sent'
}

/** A step by its title, a place for a file by that of the document. */
function lackLabel({ application, correcting }: CorrectionState, lack: string, locale: Locale): string {
  const { service } = application
  const step = service.steps.find(({ key }) => key === lack)
  return step?.title[locale] ?? slotTitle(service, correcting.corrected, lack)[locale]
}

function leftLabel(
  { application, standing }: CorrectionState,
  { target }: CorrectionItem,
  locale: Locale,
): string {
  return targetLabel(application.service, standing.snapshot.answers, target, locale)
}

async function render(
  actor: Actor,
  { application, revisions }: CorrectionState,
  snapshot: Snapshot,
): Promise<{ ordinal: number; mark: string; statementSha256: string }> {
  if (!(await mayTry('statementsOfAccount', actor.userId))) throw new DomainError('tooMany')
  const { service, number } = application
  const ordinal = revisions + 1
  const mark = markOf(snapshot)
  const { sha256 } = await storePaper(
    await renderStatement(statementOf(service, snapshot, { number, ordinal, mark })),
  )
  return { ordinal, mark, statementSha256: sha256 }
}

/** The new statement, ready to be signed; what was sent stands beside it. Unchanged content keeps what was signed. */
async function freezePending(actor: Actor, state: CorrectionState, locale: Locale, now: Date): Promise<void> {
  const { application } = state
  const snapshot: Snapshot = { ...state.snapshot, locale }
  if (application.pending && sameContent(application.pending.snapshot, snapshot)) return
  const frozen = await render(actor, state, snapshot)
  await asActor(actor, async (tx) => {
    const updatedAt = laterThan(application.updatedAt, now)
    const { count } = await tx.application.updateMany({
      where: {
        id: application.id,
        ownerId: actor.userId,
        status: 'correction',
        updatedAt: application.updatedAt,
      },
      data: { updatedAt },
    })
    if (count === 0) throw new DomainError('conflict')
    await voidPending(tx, application, updatedAt)
    await tx.revision.create({
      data: {
        ...frozen,
        applicationId: application.id,
        locale,
        snapshot: Json.write(snapshot),
        createdAt: now,
      },
      select: { id: true },
    })
  })
}

/** The signed statement of the correction leaves; by EDS in the same act with the signature. */
export async function resubmitSigned(
  tx: Tx,
  actor: Actor,
  number: number,
  revisionId: string,
  now: Date,
): Promise<void> {
  const state = await readCorrectionState(tx, actor, number, now)
  const { pending } = state.application
  if (pending?.id !== revisionId || state.lacks.length > 0) throw new DomainError('conflict')
  if (!maySend(pending)) throw new DomainError('unsigned')
  await settleCorrection(tx, state.application, 'answered', now)
  await deliver(tx, actor, state, pending, now)
}

async function resubmitTicked(actor: Actor, state: CorrectionState, now: Date): Promise<void> {
  const { application, standing } = state
  // Not signed yet, or with a key that was revoked since: then it is signed at the visit, as it will be then.
  const isKept = isSigned(standing) || application.returnsTo === 'registered'
  const { id: revisionId, ordinal, mark } = standing.signed
  const snapshot: Snapshot = {
    ...state.snapshot,
    ...(isKept ? { confirms: { revisionId, ordinal, mark } } : {}),
  }
  const frozen = await render(actor, state, snapshot)
  await asActor(actor, async (tx) => {
    // First of all, so that of two who send one finds nothing to settle.
    await settleCorrection(tx, application, 'answered', now)
    const revision = await tx.revision.create({
      data: {
        ...frozen,
        applicationId: application.id,
        locale: snapshot.locale,
        snapshot: Json.write(snapshot),
        createdAt: now,
        signedBy: isKept ? TICK : 'atSchool',
        signedAt: now,
        scanId: isKept ? standing.scanId : null,
      },
      select: { id: true },
    })
    await deliver(tx, actor, state, { id: revision.id, snapshot, isTicked: true }, now)
  })
}
