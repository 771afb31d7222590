import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import { dateInAlmaty } from '@/lib/domain/dates'
import { DomainError } from '@/lib/domain/error'
import type { ElectronicSignature } from '@/lib/papers/paper'
import { fetchPaper } from '@/lib/papers/stored'
import { asActor, isUniqueViolation, Json } from '@/lib/platform/db'
import { checkPayload } from '@/lib/signatures/checking'
import type { Signer } from '@/lib/signatures/eds/outcome'
import { qrSet } from '@/lib/signatures/qr-set'
import { noteRead } from '../staff-reads'
import { headByKey } from './head'
import type { StoredDecision } from './head-decision'
import type { Sent } from './intake'
import { labelled, type Provisional } from './result'
import { findDecision, keptReason, type NotSigned, requireSigner, type ToSign, turnDown } from './signing'

export type Prepared = { status: 'prepared'; sheetId: string }

/**
 * Between the two choices of the key: the signed XML is checked against the facts as they are now, and the papers
 * are made around it. They are issued by `finish` alone.
 */
export async function prepare(
  actor: Actor,
  { number, reason, given: foreseen, signedXml }: ToSign & { given: Provisional; signedXml: string },
  now: Date,
): Promise<Prepared | NotSigned> {
  requireSigner(actor)
  const found = await asActor(actor, async (tx) => {
    const found = await findDecision(tx, actor, { number, reason })
    if (!found) return null
    const { sent, decision } = found
    return { ...found, given: await labelled(tx, sent.organisation.id, decision.register, foreseen) }
  })
  if (!found) return { status: 'taken' }
  const { sent, decision, given } = found
  if (given.date !== dateInAlmaty(now)) return { status: 'again' }
  const signer = { iin: actor.iin, bin: sent.organisation.bin }
  const outcome = await checkPayload(signedXml, decision.payload(given), signer, now)
  if (outcome.status === 'INVALID') return turnDown(actor, sent, outcome)
  const stored = await decision.render(given, {
    signedAs: signatureOn(outcome.signer, now),
    signer: headByKey(actor, sent.organisation),
    codes: qrSet(signedXml, number, now),
  })
  return keep(actor, sent, { reason, given, signedXml, stored }, now)
}

function signatureOn({ fullName, roles, serial }: Signer, now: Date): ElectronicSignature {
  return { signerName: fullName, isHead: roles.includes('head'), serial, signedAt: now }
}

type Sheet = Pick<ToSign, 'reason'> & { given: Provisional; signedXml: string; stored: StoredDecision }

/** One of a person for an application: whoever signs anew has thrown the former away. */
async function keep(
  actor: Actor,
  { application }: Sent,
  { reason, given: { number, date }, signedXml, stored: { paper, letter } }: Sheet,
  now: Date,
): Promise<Prepared | NotSigned> {
  try {
    return await asActor(actor, async (tx) => {
      await tx.preparedSheet.deleteMany({ where: { applicationId: application.id, actorId: actor.userId } })
      const { id } = await tx.preparedSheet.create({
        data: {
          applicationId: application.id,
          actorId: actor.userId,
          applicationUpdatedAt: application.updatedAt,
          number,
          date,
          reason: reason ? Json.write(reason) : undefined,
          signedXml,
          paperSha256: paper.sha256,
          paperBytes: paper.bytes,
          letterSha256: letter?.sha256,
          letterBytes: letter?.bytes,
          createdAt: now,
        },
        select: { id: true },
      })
      return { status: 'prepared', sheetId: id }
    })
  } catch (error) {
    // The same person in another window, at the same moment.
    if (isUniqueViolation(error)) return { status: 'again' }
    throw error
  }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The bytes that the second choice of the key signs, while this is to decide; to all others they are absent. */
export async function openPrepared(actor: Actor, sheetId: string, now: Date): Promise<Uint8Array> {
  if (!UUID.test(sheetId)) throw new DomainError('absent')
  const sha256 = await asActor(actor, async (tx) => {
    const sheet = await tx.preparedSheet.findFirst({
      where: { id: sheetId, actorId: actor.userId },
      select: { paperSha256: true, reason: true, application: { select: { number: true } } },
    })
    if (!sheet) throw new DomainError('absent')
    // Whoever prepared it may not be head any more.
    const { number } = sheet.application
    const still = await findDecision(tx, actor, { number, reason: keptReason.parse(sheet.reason) })
    if (!still) throw new DomainError('absent')
    await noteRead(tx, actor, still.sent.application, 'paper', now)
    return sheet.paperSha256
  })
  return fetchPaper(sha256)
}
