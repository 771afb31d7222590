import 'server-only'
import { createHash, createHmac, randomBytes } from 'node:crypto'
import { checkCodeFrom } from '@/lib/domain/check-code'
import type { PaperKind } from '@/lib/domain/paper-kind'
import type { Tx } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { putObject } from '@/lib/platform/storage'

export type StoredPaper = { sha256: string; bytes: number }

/** The check code of a paper to come: 80 random bits. */
export function newCheckCode(): string {
  return checkCodeFrom(randomBytes(10))
}

/**
 * The check code of a paper that is made more than once before it is issued: the same paper gets the same, and
 * nobody can guess it.
 */
export function checkCodeOf(paper: string): string {
  return checkCodeFrom(
    createHmac('sha256', env().AUTH_SECRET).update(`paper:${paper}`).digest().subarray(0, 10),
  )
}

export function checkAddress(code: string): string {
  return `${env().APP_URL}/v/${code}`
}

export function paperKey(sha256: string): string {
  return `papers/${sha256}`
}

/** Puts the bytes under their own hash, before the transaction that refers to them. */
export async function storePaper(pdf: Uint8Array): Promise<StoredPaper> {
  const sha256 = createHash('sha256').update(pdf).digest('hex')
  await putObject(paperKey(sha256), pdf, 'application/pdf')
  return { sha256, bytes: pdf.length }
}

export type NewPaper = StoredPaper & {
  applicationId: string
  organisationId: string
  kind: PaperKind
  /** As it is printed: of a paper that has a journal, with what stands around its number there. */
  number: string
  /** The number in its journal. */
  ordinal?: number
  journalYear?: number
  issuedOn: string
  signedAs: 'paper' | 'eds' | 'unsigned'
  signerName: string
  initials: string
  code: string
}

/** Trusts its input; the number is unique within its journal. Answers the id of the paper. */
export async function recordPaper(tx: Tx, paper: NewPaper): Promise<string> {
  const { id } = await tx.paper.create({ data: paper, select: { id: true } })
  return id
}
