import 'server-only'
import { createHash } from 'node:crypto'
import { proveIin } from '@/lib/accounts/mutations'
import type { Actor } from '@/lib/domain/actor'
import { dateInAlmaty } from '@/lib/domain/dates'
import { DomainError } from '@/lib/domain/error'
import { fetchPaper } from '@/lib/papers/stored'
import { asActor, type Tx } from '@/lib/platform/db'
import { checkPaper, checkPayload } from '@/lib/signatures/checking'
import { type Accepted, recordSignature } from '@/lib/signatures/mutations'
import type { StoredDecision } from './head-decision'
import type { Reason } from './reason'
import { labelled, type Provisional } from './result'
import { findDecision, keptReason, type NotSigned, requireSigner, turnDown } from './signing'

type Sheet = {
  id: string
  number: number
  applicationUpdatedAt: Date
  given: Provisional
  reason: Reason | null
  signedXml: string
  stored: StoredDecision
}

/** A sheet that this person has prepared. */
async function findSheet(tx: Tx, actor: Actor, id: string): Promise<Sheet | null> {
  const row = await tx.preparedSheet.findFirst({
    where: { id, actorId: actor.userId },
    include: { application: { select: { number: true } } },
  })
  if (!row) return null
  const letter =
    row.letterSha256 !== null && row.letterBytes !== null
      ? { sha256: row.letterSha256, bytes: row.letterBytes }
      : null
  return {
    id: row.id,
    number: row.application.number,
    applicationUpdatedAt: row.applicationUpdatedAt,
    given: { number: row.number, date: row.date },
    reason: keptReason.parse(row.reason),
    signedXml: row.signedXml,
    stored: { paper: { sha256: row.paperSha256, bytes: row.paperBytes }, letter },
  }
}

/**
 * Issues one prepared decision by the head's CMS over its stored bytes. Both signatures are checked here and now,
 * with their revocation; numbers are taken in their order, so that those after a failed one have to be signed anew.
 */
export async function finish(
  actor: Actor,
  { sheetId, cms }: { sheetId: string; cms: Uint8Array },
  now: Date,
): Promise<{ status: 'done' } | NotSigned> {
  requireSigner(actor)
  const found = await asActor(actor, async (tx) => {
    const sheet = await findSheet(tx, actor, sheetId)
    const decided = sheet && (await findDecision(tx, actor, sheet))
    if (!sheet || !decided) return null
    const { sent, decision } = decided
    return {
      sheet,
      ...decided,
      given: await labelled(tx, sent.organisation.id, decision.register, sheet.given),
    }
  })
  if (!found) return { status: 'taken' }
  const { sheet, sent, decision, given } = found
  const { signedXml, stored } = sheet
  const { application, organisation } = sent
  const isOld = sheet.applicationUpdatedAt.getTime() !== application.updatedAt.getTime()
  if (isOld || given.date !== dateInAlmaty(now)) return { status: 'again' }

  const signer = { iin: actor.iin, bin: organisation.bin }
  const payload = decision.payload(given)
  const overXml = await checkPayload(signedXml, payload, signer, now)
  if (overXml.status === 'INVALID') return turnDown(actor, sent, overXml)
  const overPaper = await checkPaper(cms, await fetchPaper(stored.paper.sha256), signer, now)
  if (overPaper.status === 'INVALID') return turnDown(actor, sent, overPaper)
  if (overPaper.signer.serial !== overXml.signer.serial) return { status: 'twoKeys' }

  try {
    await asActor(actor, async (tx) => {
      await spend(tx, sheet)
      const by = { signedAs: 'eds', signerName: overPaper.signer.fullName, scanSlot: null } as const
      const { paperId, letterId } = await decision.issue(tx, actor, given, stored, by, now)
      const keep = (
        of: string,
        format: 'cms' | 'xml',
        content: Uint8Array,
        sha256: string,
        outcome: Accepted,
      ) => recordSignature(tx, { of: { paperId: of }, format, content, signedSha256: sha256, outcome, now })
      await keep(paperId, 'cms', cms, stored.paper.sha256, overPaper)
      await keep(letterId ?? paperId, 'xml', Buffer.from(signedXml), sha256Of(payload), overXml)
      await proveIin(tx, actor.userId, actor.iin)
    })
    return { status: 'done' }
  } catch (error) {
    if (!(error instanceof DomainError && error.code === 'conflict')) throw error
    const still = await asActor(actor, (tx) => findDecision(tx, actor, sheet))
    return { status: still ? 'again' : 'taken' }
  }
}

/** A sheet issues one paper, however often its signature is posted. */
async function spend(tx: Tx, { id }: Sheet): Promise<void> {
  const { count } = await tx.preparedSheet.deleteMany({ where: { id } })
  if (count === 0) throw new DomainError('conflict')
}

const sha256Of = (text: string) => createHash('sha256').update(text).digest('hex')
