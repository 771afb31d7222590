import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import { DomainError } from '@/lib/domain/error'
import { PAPER_LABELS, paperLabel, resultPaper } from '@/lib/domain/paper-kind'
import type { Text } from '@/lib/domain/text'
import { listPapers } from '@/lib/papers/data'
import { fetchPaper } from '@/lib/papers/stored'
import { asActor, type Tx } from '@/lib/platform/db'
import { listSignatures } from '@/lib/signatures/data'
import type { Application } from './data'
import { getReadable } from './documents'
import { may } from './policy'
import { headOnPaper } from './provider/head'
import { loadSent } from './provider/intake'
import { provisional } from './provider/result'
import { renderResult } from './provider/result-papers'
import { findStatement, type Revision } from './revision'
import { noteRead } from './staff-reads'

/** A PDF with the name it is saved under; both languages, the reader's is chosen at the edge. */
export type PaperFile = { pdf: Uint8Array; name: Text }

export type SignatureFile = { cms: Uint8Array; name: Text }

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const named = (label: Text, number: string): Text => ({
  kk: `${label.kk} № ${number}`,
  ru: `${label.ru} № ${number}`,
})

/** An issued paper, for its applicant and for staff that may read the application. */
export async function openPaper(actor: Actor, id: string, now: Date): Promise<PaperFile> {
  if (!UUID.test(id)) throw new DomainError('absent')
  const paper = await asActor(actor, async (tx) => {
    const row = await tx.paper.findUnique({
      where: { id },
      select: { application: { select: { number: true } } },
    })
    if (!row) throw new DomainError('absent')
    const application = await getReadable(tx, actor, row.application.number)
    await noteRead(tx, actor, application, 'paper', now)
    return (await listPapers(tx, application.id)).find((p) => p.id === id)
  })
  if (!paper) throw new DomainError('absent')
  return { pdf: await fetchPaper(paper.sha256), name: named(paperLabel(paper), paper.number) }
}

/**
 * The current statement, or one by the ordinal of its revision. What is about to be signed in a correction is its
 * applicant's alone.
 */
async function getStatement(
  tx: Tx,
  actor: Actor,
  { revision, id, ownerId }: Application,
  ordinal: number | null,
): Promise<Pick<Revision, 'statementSha256' | 'signedBy' | 'signed'>> {
  if (!revision) throw new DomainError('absent')
  if (ordinal === null || ordinal === revision.ordinal) return revision
  if (ordinal > revision.ordinal && actor.userId !== ownerId) throw new DomainError('absent')
  const found = await findStatement(tx, id, ordinal)
  if (!found) throw new DomainError('absent')
  return found
}

export async function openStatement(
  actor: Actor,
  number: number,
  now: Date,
  ordinal: number | null = null,
): Promise<PaperFile> {
  const { service, sha256 } = await asActor(actor, async (tx) => {
    const application = await getReadable(tx, actor, number)
    await noteRead(tx, actor, application, 'paper', now)
    const { statementSha256: sha256 } = await getStatement(tx, actor, application, ordinal)
    return { service: application.service, sha256 }
  })
  return { pdf: await fetchPaper(sha256), name: named(service.statement.title, String(number)) }
}

/** What the applicant's EDS made of the statement: a CMS apart from the PDF, as it was kept. */
export async function openStatementSignature(
  actor: Actor,
  number: number,
  now: Date,
  ordinal: number | null = null,
): Promise<SignatureFile> {
  return asActor(actor, async (tx) => {
    const application = await getReadable(tx, actor, number)
    await noteRead(tx, actor, application, 'paper', now)
    const { service } = application
    // Of one that a tick confirms: the signature of the statement whose words it keeps.
    const { signed, signedBy } = await getStatement(tx, actor, application, ordinal)
    if (signedBy !== 'cms') throw new DomainError('absent')
    const signature = (await listSignatures(tx, { revisionId: signed.id })).at(-1)
    if (!signature) throw new DomainError('absent')
    return { cms: signature.content, name: named(service.statement.title, String(number)) }
  })
}

/** The result's paper to be printed and signed, with the number and date that it would get now. */
export async function openDraftOrder(actor: Actor, number: number, now: Date): Promise<PaperFile> {
  const { sent, given, signer } = await asActor(actor, async (tx) => {
    const sent = await loadSent(tx, actor, number)
    const { application, organisation } = sent
    if (!may(actor, 'takeBack', application.facts)) throw new DomainError('absent')
    await noteRead(tx, actor, application, 'paper', now)
    const given = await provisional(tx, organisation.id, application.service, now)
    return { sent, given, signer: await headOnPaper(tx, organisation, now) }
  })
  const label = PAPER_LABELS[resultPaper(sent.application.service.result.kind)]
  const pdf = await renderResult(sent, given, { signedAs: 'paper', signer })
  return { pdf, name: named(label, given.label) }
}
