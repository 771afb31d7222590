import { createHash } from 'node:crypto'
import type { Actor } from '@/lib/domain/actor'
import { asSystem, prisma } from '@/lib/platform/db'
import { checkPaper, checkPayload } from '@/lib/signatures/checking'
import type { Issued } from '@/lib/signatures/eds/issuing/authority'
import { signCms } from '@/lib/signatures/eds/issuing/sign-cms'
import { signXml } from '@/lib/signatures/eds/issuing/sign-xml'
import { recordSignature } from '@/lib/signatures/mutations'
import { addParent, fillDraft, type School, signDraft, TUESDAY } from '@/test/school'
import { newCheckCode, storePaper } from './mutations'

export const OFFICE = { iin: '850101300018', bin: '990140000018' }

/** A sent statement about a boy born on 20 May 2015. */
export async function someApplication(
  school: School,
): Promise<{ id: string; number: number; parent: Actor }> {
  const parent = await addParent()
  const number = await fillDraft(parent, school.id)
  await signDraft(parent, number)
  const { id } = await prisma().application.findUniqueOrThrow({ where: { number }, select: { id: true } })
  return { id, number, parent }
}

export type IssuedPaper = { id: string; code: string; pdf: Buffer; sha256: string }

let papers = 0

/** A paper whose bytes lie in the store. */
export async function issue(
  application: { id: string },
  school: School,
  signedAs: 'paper' | 'eds' | 'unsigned' = 'paper',
): Promise<IssuedPaper> {
  papers += 1
  const pdf = Buffer.from(`%PDF-1.7 paper ${papers}`)
  const stored = await storePaper(pdf)
  const code = newCheckCode()
  const { id } = await prisma().paper.create({
    data: {
      ...stored,
      applicationId: application.id,
      organisationId: school.id,
      kind: 'order',
      number: String(papers),
      journalYear: 2026,
      issuedOn: '2026-11-24',
      signedAs,
      signerName: 'Директор',
      initials: 'Ә. Е.',
      code,
    },
    select: { id: true },
  })
  return { id, code, pdf, sha256: stored.sha256 }
}

/** The head's CMS over a paper, checked and kept as it is when a result is approved. */
export async function signIssued(paper: IssuedPaper, head: Issued, now = TUESDAY): Promise<Buffer> {
  const cms = Buffer.from(signCms(paper.pdf, head, { signingTime: now }))
  await keep(paper, 'cms', cms, paper.sha256, await checkPaper(cms, paper.pdf, OFFICE, now), now)
  return cms
}

/** The head's signature inside the XML whose QR codes stand on the paper. */
export async function signPayload(paper: IssuedPaper, head: Issued, now = TUESDAY): Promise<Buffer> {
  const payload = `<letter xmlns="urn:test"><code>${paper.code}</code></letter>`
  const xml = signXml(payload, head)
  const sha256 = createHash('sha256').update(payload).digest('hex')
  const bytes = Buffer.from(xml)
  await keep(paper, 'xml', bytes, sha256, await checkPayload(xml, payload, OFFICE, now), now)
  return bytes
}

type Kept = Parameters<typeof recordSignature>[1]

async function keep(
  paper: IssuedPaper,
  format: Kept['format'],
  content: Buffer,
  signedSha256: string,
  outcome: Awaited<ReturnType<typeof checkPaper>>,
  now: Date,
): Promise<void> {
  if (outcome.status === 'INVALID') throw new Error(`${outcome.code}: ${outcome.detail}`)
  const of = { paperId: paper.id }
  await asSystem('test', (tx) => recordSignature(tx, { of, format, content, signedSha256, outcome, now }))
}
