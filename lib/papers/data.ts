import 'server-only'
import { PAPER_KINDS, type PaperKind } from '@/lib/domain/paper-kind'
import type { Text } from '@/lib/domain/text'
import type { Tx } from '@/lib/platform/db'

export type Paper = {
  id: string
  kind: PaperKind
  number: string
  issuedOn: string
  sha256: string
  bytes: number
  code: string
  revoked: boolean
  /** It takes the force from another paper. */
  isAnnulling: boolean
}

const REVOKED = { revokedAt: { not: null } } as const

/** Whether it annuls another. One is enough; counting them would go through all papers. */
export const ANNULLED = { where: REVOKED, take: 1, select: { id: true } } as const

export function toKind(value: string): PaperKind {
  const kind = PAPER_KINDS.find((k) => k === value)
  if (!kind) throw new Error(`unknown paper ${value}`)
  return kind
}

/** The issued papers of an application, oldest first. */
export async function listPapers(tx: Tx, applicationId: string): Promise<Paper[]> {
  const rows = await tx.paper.findMany({
    where: { applicationId },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      kind: true,
      number: true,
      issuedOn: true,
      sha256: true,
      bytes: true,
      code: true,
      revokedAt: true,
      replaces: ANNULLED,
    },
  })
  return rows.map(({ revokedAt, replaces, ...row }) => ({
    ...row,
    kind: toKind(row.kind),
    revoked: revokedAt !== null,
    isAnnulling: replaces.length > 0,
  }))
}

/** Enough to tell one paper from another and to look it up. */
export type NamedPaper = { code: string; kind: PaperKind; number: string; issuedOn: string }

/** What anyone may learn of a paper by its code or by its bytes, and nothing more. */
export type CheckedPaper = {
  code: string
  kind: PaperKind
  number: string
  issuedOn: string
  organisation: Text
  signerName: string
  signedAs: string
  initials: string
  revoked: boolean
  /** The order that has annulled it or, of one that was not revoked, the paper that was issued in its place. */
  replacedBy: NamedPaper | null
  /** Of an order on annulment: what it has annulled. */
  annuls: NamedPaper[]
}

const NAMED = { code: true, kind: true, number: true, issuedOn: true } as const

const named = (row: Omit<NamedPaper, 'kind'> & { kind: string }): NamedPaper => ({
  ...row,
  kind: toKind(row.kind),
})

export type FoundPaper = { id: string; sha256: string; paper: CheckedPaper }

/** By the code printed on it, by the hash of its bytes, or by that of a signature over it. */
export type PaperMark = { code: string } | { sha256: string } | { signatureSha256: string }

/** An issued paper; statements are nobody's but the applicant's and are not found. */
export async function findPaper(tx: Tx, mark: PaperMark): Promise<FoundPaper | null> {
  const where = 'signatureSha256' in mark ? { signatures: { some: { sha256: mark.signatureSha256 } } } : mark
  const row = await tx.paper.findFirst({
    where,
    select: {
      id: true,
      sha256: true,
      code: true,
      kind: true,
      number: true,
      issuedOn: true,
      signerName: true,
      signedAs: true,
      initials: true,
      revokedAt: true,
      replacedBy: { select: NAMED },
      replaces: { where: REVOKED, orderBy: { createdAt: 'asc' }, select: NAMED },
      organisation: { select: { nameKk: true, nameRu: true } },
    },
  })
  if (!row) return null
  const { id, sha256, organisation, revokedAt, replacedBy, replaces, ...paper } = row
  return {
    id,
    sha256,
    paper: {
      ...paper,
      kind: toKind(row.kind),
      organisation: { kk: organisation.nameKk, ru: organisation.nameRu },
      revoked: revokedAt !== null,
      replacedBy: replacedBy && named(replacedBy),
      annuls: replaces.map(named),
    },
  }
}

/** The paper that was signed by an EDS last; null as long as none was. */
export async function latestSigned(tx: Tx): Promise<{ id: string; sha256: string } | null> {
  const signature = await tx.signature.findFirst({
    where: { paperId: { not: null } },
    orderBy: { id: 'desc' },
    select: { paper: { select: { id: true, sha256: true } } },
  })
  return signature?.paper ?? null
}
