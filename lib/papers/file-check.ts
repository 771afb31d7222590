import 'server-only'
import { createHash } from 'node:crypto'
import { audit } from '@/lib/audit/mutations'
import { asSystem } from '@/lib/platform/db'
import { inspectCms, inspectXml } from '@/lib/signatures/checking'
import type { SignatureFormat } from '@/lib/signatures/data'
import { parseSignedData } from '@/lib/signatures/eds/cms'
import { EdsError } from '@/lib/signatures/eds/codes'
import { decodeCms } from '@/lib/signatures/eds/decode'
import type { Outcome } from '@/lib/signatures/eds/outcome'
import { type ShownSignature, shown } from '@/lib/signatures/shown'
import { edsIsOpen } from '@/lib/signatures/trust'
import { findPaper } from './data'

/** Of each file. Serverless platforms cap a whole request near 4.5 MB and answer for themselves. */
export const MOST_BYTES = 5 * 1024 * 1024

export type GivenFile = { name: string; bytes: Uint8Array }

export const UPLOAD_FAULTS = [
  'missing',
  'tooLarge',
  'tooMany',
  'needsDocument',
  'notForHere',
  'closed',
] as const
export type UploadFault = (typeof UPLOAD_FAULTS)[number]

/** What was signed, so that a reader knows which file it is about; without a name it lay in the signature. */
export type SignedFile = { name: string | null; bytes: number; sha256: string }

export type UploadAnswer =
  /** It is, or it signs, a paper of ours: that page tells all. Or it is a PDF that we know nothing of. */
  | { status: 'hash'; sha256: string }
  | { status: 'signature'; signature: ShownSignature; signed: SignedFile | null }
  | { status: 'fault'; fault: UploadFault }

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const fault = (fault: UploadFault): UploadAnswer => ({ status: 'fault', fault })

/**
 * Whose signature a file carries, or which paper it is. Nothing of it is kept. `beside` is the document that a
 * detached signature is over.
 */
export async function checkUpload(
  { file, beside }: { file: GivenFile | null; beside: GivenFile | null },
  now: Date,
): Promise<UploadAnswer> {
  const [given, document] = inOrder(file, beside)
  if (!given) return fault('missing')
  if ([given, document].some((one) => one && one.bytes.length > MOST_BYTES)) return fault('tooLarge')
  switch (kindOf(given.bytes)) {
    case 'pdf':
      return { status: 'hash', sha256: sha256(given.bytes) }
    case 'xml':
      return checkXml(given, now)
    case 'cms':
      return checkCms(given.bytes, document, now)
    case 'other':
      return fault('notForHere')
  }
}

/** People put the two files where they like: the signature is the one that can be read as one. */
function inOrder(file: GivenFile | null, beside: GivenFile | null): [GivenFile | null, GivenFile | null] {
  if (!file || !beside) return [file ?? beside, null]
  const isTurned = carriedBy(file.bytes) === 'unreadable' && carriedBy(beside.bytes) !== 'unreadable'
  return isTurned ? [beside, file] : [file, beside]
}

function kindOf(bytes: Uint8Array): 'pdf' | 'xml' | 'cms' | 'other' {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1')
  if (head.startsWith('%PDF-')) return 'pdf'
  if (/^(?:\u00ef\u00bb\u00bf)?\s*</.test(head)) return 'xml'
  return derOf(bytes) ? 'cms' : 'other'
}

function derOf(bytes: Uint8Array): Uint8Array | null {
  return unlessRefused(() => decodeCms(bytes))
}

/** The content inside a CMS; a detached one has none. */
function carriedBy(bytes: Uint8Array): Uint8Array | 'nothing' | 'unreadable' {
  const der = derOf(bytes)
  const message = der && unlessRefused(() => parseSignedData(der))
  return message ? (message.content ?? 'nothing') : 'unreadable'
}

function unlessRefused<T>(read: () => T): T | null {
  try {
    return read()
  } catch (error) {
    if (error instanceof EdsError) return null
    throw error
  }
}

async function checkCms(cms: Uint8Array, document: GivenFile | null, now: Date): Promise<UploadAnswer> {
  const der = derOf(cms) ?? cms
  const carried = carriedBy(cms)
  const content = document?.bytes ?? (typeof carried === 'string' ? null : carried)
  const signed = content && signedFile(document?.name ?? null, content)
  const known = await keptFor(der)
  // With another document beside it the question is whether it is over that one.
  if (known && (!signed || signed.sha256 === known)) return { status: 'hash', sha256: known }
  if (!signed && carried === 'nothing') return fault('needsDocument')
  return inspect('cms', signed, () => inspectCms(cms, document?.bytes ?? 'attached', now))
}

async function checkXml({ name, bytes }: GivenFile, now: Date): Promise<UploadAnswer> {
  const known = await keptFor(bytes)
  if (known) return { status: 'hash', sha256: known }
  return inspect('xml', signedFile(name, bytes), () => inspectXml(Buffer.from(bytes).toString('utf8'), now))
}

/** The paper of ours whose signature this is: that page tells all, and nobody has to be asked for the document. */
async function keptFor(signature: Uint8Array): Promise<string | null> {
  const known = await asSystem('check', (tx) => findPaper(tx, { signatureSha256: sha256(signature) }))
  return known?.sha256 ?? null
}

const signedFile = (name: string | null, bytes: Uint8Array): SignedFile => ({
  name: name && Array.from(name).slice(0, 100).join(''),
  bytes: bytes.length,
  sha256: sha256(bytes),
})

async function inspect(
  format: SignatureFormat,
  signed: SignedFile | null,
  run: () => Promise<Outcome>,
): Promise<UploadAnswer> {
  if (!edsIsOpen()) return fault('closed')
  const outcome = await run()
  await asSystem('check', (tx) =>
    audit(tx, {
      actorId: null,
      action: 'signature.inspect',
      subject: 'signature:foreign',
      detail: { code: outcome.code },
    }),
  )
  return { status: 'signature', signature: shown(format, outcome), signed }
}
