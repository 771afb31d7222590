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
}

function toKind(value: string): PaperKind {
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
    },
  })
  return rows.map(({ revokedAt, ...row }) => ({
    ...row,
    kind: toKind(row.kind),
    revoked: revokedAt !== null,
  }))
}

/** What anyone may learn of a paper by its code, and nothing more. */
export type CheckedPaper = {
  kind: PaperKind
  number: string
  issuedOn: string
  organisation: Text
  signerName: string
  signedAs: string
  initials: string
  revoked: boolean
}

export async function findByCode(tx: Tx, code: string): Promise<CheckedPaper | null> {
  const row = await tx.paper.findUnique({
    where: { code },
    select: {
      kind: true,
      number: true,
      issuedOn: true,
      signerName: true,
      signedAs: true,
      initials: true,
      revokedAt: true,
      organisation: { select: { nameKk: true, nameRu: true } },
    },
  })
  if (!row) return null
  const { organisation, revokedAt, ...paper } = row
  return {
    ...paper,
    kind: toKind(row.kind),
    organisation: { kk: organisation.nameKk, ru: organisation.nameRu },
    revoked: revokedAt !== null,
  }
}
