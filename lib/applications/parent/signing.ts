import 'server-only'
import { proveIin } from '@/lib/accounts/mutations'
import { audit } from '@/lib/audit/mutations'
import { mayTry } from '@/lib/auth/delays'
import type { Actor } from '@/lib/domain/actor'
import { DomainError } from '@/lib/domain/error'
import { takesNow } from '@/lib/domain/intake-window'
import { enqueue } from '@/lib/notifications/mutations'
import { fetchPaper } from '@/lib/papers/stored'
import { asActor, type Tx } from '@/lib/platform/db'
import { checkStatement, checkStatementAgain, isRefuted } from '@/lib/signatures/checking'
import { listSignatures } from '@/lib/signatures/data'
import type { Outcome } from '@/lib/signatures/eds/outcome'
import { type Accepted, confirmSignature, recordSignature, refuteSignature } from '@/lib/signatures/mutations'
import { edsIsOpen } from '@/lib/signatures/trust'
import { type Application, getOwn } from '../data'
import { type Revision, toBeSigned } from '../revision'
import { laterThan } from '../transition'
import { getOwnWindow } from '../windows'
import { resubmitSigned } from './resubmitting'
import { send } from './sending'

/** A signature that does not hold, with what its sentence for people needs. */
export type RefusedEds = Extract<Outcome, { status: 'INVALID' }>

type Signable = { application: Application; revision: Revision; leaves: boolean }

/**
 * A draft, or a correction, whose frozen statement is the one that was shown; `conflict` when it was edited or sent
 * meanwhile. What was asked for again leaves whether or not the intake is over.
 */
async function getSignable(
  tx: Tx,
  actor: Actor,
  number: number,
  statement: string,
  now: Date,
): Promise<Signable> {
  const application = await getOwn(tx, actor, number)
  const revision = toBeSigned(application)
  if (revision?.statementSha256 !== statement) throw new DomainError('conflict')
  if (application.status === 'correction') return { application, revision, leaves: true }
  const window = await getOwnWindow(tx, application, now)
  if (window.kind === 'closed') throw new DomainError('closed')
  return { application, revision, leaves: takesNow(window) && actor.confirmed }
}

/**
 * The applicant's EDS over the statement that is stored here, whatever bytes the browser had. It is kept, and the
 * application sent in the same act if its service takes applications now; a refusal changes nothing. The same
 * signature twice is a `conflict`.
 */
export async function signStatement(
  actor: Actor,
  number: number,
  given: { statement: string; cms: Uint8Array },
  now: Date,
): Promise<RefusedEds | null> {
  if (!edsIsOpen()) throw new DomainError('forbidden')
  const { application, revision, leaves } = await asActor(actor, (tx) =>
    getSignable(tx, actor, number, given.statement, now),
  )
  if (!(await mayTry('signaturesOfAccount', actor.userId))) throw new DomainError('tooMany')
  const { iin } = revision.snapshot.applicant
  const outcome = await checkStatement(given.cms, await fetchPaper(revision.statementSha256), iin, now)
  if (outcome.status === 'INVALID') {
    await asActor(actor, (tx) => noteRefusal(tx, actor, application.id, outcome))
    return outcome
  }
  await asActor(actor, async (tx) => {
    await putSignature(tx, actor, application, revision, { cms: given.cms, outcome }, now)
    if (leaves && application.status === 'correction')
      return resubmitSigned(tx, actor, number, revision.id, now)
    if (leaves) return send(tx, actor, number, now, { revisionId: revision.id, act: 'sign' })
    await enqueue(tx, {
      event: 'statement_signed',
      recipientId: actor.userId,
      locale: application.locale,
      payload: { number },
    })
  })
  return null
}

async function putSignature(
  tx: Tx,
  actor: Actor,
  { id, updatedAt, status, revision: standing }: Application,
  revision: Revision,
  { cms, outcome }: { cms: Uint8Array; outcome: Accepted },
  now: Date,
): Promise<void> {
  const { count } = await tx.application.updateMany({
    where: { id, updatedAt, ownerId: actor.userId, status, currentRevisionId: standing?.id ?? null },
    data: { updatedAt: laterThan(updatedAt, now) },
  })
  if (count === 0) throw new DomainError('conflict')
  await tx.revision.update({
    where: { id: revision.id },
    data: { signedBy: 'cms', signedAt: now, scanId: null },
  })
  await recordSignature(tx, {
    of: { revisionId: revision.id },
    format: 'cms',
    content: cms,
    signedSha256: revision.statementSha256,
    outcome,
    now,
  })
  // One whose revocation nobody could be asked about proves nothing yet.
  if (outcome.status === 'VALID') await proveIin(tx, actor.userId, revision.snapshot.applicant.iin)
  const { serial } = outcome.signer
  await audit(tx, {
    actorId: actor.userId,
    action: 'statement.sign',
    subject: id,
    detail: { serial, revocation: outcome.code },
  })
}

function noteRefusal(tx: Tx, actor: Actor, subject: string, { code, signer }: RefusedEds): Promise<void> {
  const detail = { code, serial: signer?.serial ?? null }
  return audit(tx, { actorId: actor.userId, action: 'statement.signRefused', subject, detail })
}

/**
 * «Отправить» as a press of its own. A signature by EDS may have waited for the opening: its certificate and
 * revocation are asked about once more, and a refusal leaves the application as it was.
 */
export async function sendSigned(actor: Actor, number: number, now: Date): Promise<RefusedEds | null> {
  const {
    id: applicationId,
    revision,
    status,
    signature,
  } = await asActor(actor, async (tx) => {
    const application = await getOwn(tx, actor, number)
    const isKept = application.revision?.signedBy === 'cms'
    const kept = isKept ? await listSignatures(tx, { revisionId: application.revision?.id ?? '' }) : []
    return { ...application, signature: kept.at(-1) }
  })
  if (status !== 'draft' || !revision || !signature) {
    await asActor(actor, (tx) => send(tx, actor, number, now))
    return null
  }
  const pdf = await fetchPaper(revision.statementSha256)
  const outcome = await checkStatementAgain(signature.content, pdf, signature.signerIin, now)
  await asActor(actor, async (tx) => {
    if (outcome.status === 'INVALID') {
      if (isRefuted(outcome)) await refuteSignature(tx, signature.id, now)
      return noteRefusal(tx, actor, applicationId, outcome)
    }
    const { revocation } = outcome.evidence
    if (revocation) {
      await confirmSignature(tx, signature.id, revocation)
      await proveIin(tx, actor.userId, signature.signerIin)
    }
    await send(tx, actor, number, now, { revisionId: revision.id, act: 'send' })
  })
  return outcome.status === 'INVALID' ? outcome : null
}
