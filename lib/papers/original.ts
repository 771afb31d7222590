import 'server-only'
import { audit } from '@/lib/audit/mutations'
import { mayTry, tryOnce } from '@/lib/auth/delays'
import { parseCheckCode } from '@/lib/domain/check-code'
import type { DateOnly } from '@/lib/domain/dates'
import { DomainError } from '@/lib/domain/error'
import { type PaperKind, paperLabel } from '@/lib/domain/paper-kind'
import { snapshotSchema } from '@/lib/domain/snapshot'
import type { Text } from '@/lib/domain/text'
import { enqueue } from '@/lib/notifications/mutations'
import { asSystem, type Tx } from '@/lib/platform/db'
import { listSignatures, type SignatureFormat } from '@/lib/signatures/data'
import { ANNULLED, toKind } from './data'
import { fetchPaper } from './stored'

export type Unlocked = { status: 'open' } | { status: 'wrong'; triesLeft: number } | { status: 'tooMany' }

/**
 * Whether somebody who holds a paper's code knows the birth date of whom it is about: the child's, or the
 * applicant's own. Each try counts, a right one too: otherwise its letters could be sent without end. A code that
 * nobody was given reads as a wrong date.
 */
export async function unlockOriginal(
  { code, birthDate }: { code: string; birthDate: DateOnly },
  caller: string,
): Promise<Unlocked> {
  if (!(await mayTry('checkFromAddress', caller))) return { status: 'tooMany' }
  const triesLeft = await tryOnce('originalOfCode', code)
  if (triesLeft === null || !(await mayTry('originalOfCodeInDay', code))) return { status: 'tooMany' }
  return asSystem('original', async (tx) => {
    const held = await findHeld(tx, code)
    const isRight = held !== null && held.birthDate === birthDate
    await audit(tx, {
      actorId: null,
      action: isRight ? 'paper.original' : 'paper.originalRefused',
      subject: `paper:${held ? code : 'unknown'}`,
    })
    if (!isRight) return { status: 'wrong', triesLeft }
    await enqueue(tx, {
      event: 'paper_original_taken',
      recipientId: held.ownerId,
      locale: held.locale,
      payload: { number: held.number },
    })
    return { status: 'open' }
  })
}

async function findHeld(tx: Tx, code: string) {
  const row = await tx.paper.findUnique({
    where: { code },
    select: {
      application: {
        select: {
          number: true,
          ownerId: true,
          locale: true,
          currentRevision: { select: { snapshot: true } },
        },
      },
    },
  })
  if (!row?.application.currentRevision) return null
  const { currentRevision, ...application } = row.application
  return { ...application, birthDate: snapshotSchema.parse(currentRevision.snapshot).subject.birthDate }
}

/** What an opened original consists of: the PDF, and each signature as it was given. */
export type OriginalPart = { part: string; format: 'pdf' | SignatureFormat; bytes: number }

/** The caller has shown that its reader may have it. */
export async function listOriginal(code: string): Promise<OriginalPart[]> {
  const { paper, signatures } = await findOriginal(code)
  return [
    { part: 'pdf', format: 'pdf', bytes: paper.bytes },
    ...signatures.map(({ id, format, content }) => ({ part: id, format, bytes: content.length })),
  ]
}

export type OriginalFile = { bytes: Uint8Array; mediaType: string; name: Text }

const MEDIA_TYPES: Readonly<Record<SignatureFormat, string>> = {
  cms: 'application/pkcs7-signature',
  xml: 'application/xml',
}

/** One part of it. @throws DomainError absent */
export async function openOriginal(code: string, part: string): Promise<OriginalFile> {
  const { paper, signatures } = await findOriginal(code)
  const name = (extension: string): Text => ({
    kk: `${paperLabel(paper).kk} № ${paper.number}.${extension}`,
    ru: `${paperLabel(paper).ru} № ${paper.number}.${extension}`,
  })
  if (part === 'pdf')
    return { bytes: await fetchPaper(paper.sha256), mediaType: 'application/pdf', name: name('pdf') }
  const signature = signatures.find(({ id }) => id === part)
  if (!signature) throw new DomainError('absent')
  const { content, format } = signature
  return { bytes: content, mediaType: MEDIA_TYPES[format], name: name(format) }
}

type OriginalPaper = {
  id: string
  kind: PaperKind
  isAnnulling: boolean
  number: string
  sha256: string
  bytes: number
}

async function findOriginal(raw: string) {
  const code = parseCheckCode(raw)
  if (!code) throw new DomainError('absent')
  return asSystem('original', async (tx) => {
    const row = await tx.paper.findUnique({
      where: { code },
      select: {
        id: true,
        kind: true,
        number: true,
        sha256: true,
        bytes: true,
        replaces: ANNULLED,
      },
    })
    if (!row) throw new DomainError('absent')
    const { replaces, ...rest } = row
    const paper: OriginalPaper = { ...rest, kind: toKind(row.kind), isAnnulling: replaces.length > 0 }
    return { paper, signatures: await listSignatures(tx, { paperId: row.id }) }
  })
}
