import type { DocumentType } from '@/lib/domain/service'
import type { DocumentFault } from '@/lib/i18n/documents'
import { extensionOf } from './file-name'
import { inspectZip } from './zip'

export type DocumentLimits = { readonly types: readonly DocumentType[]; readonly maxBytes: number }

/** What the bytes are, whatever the name says; the first extension is the usual one. */
export type FileKind = { type: DocumentType; mediaType: string; extensions: readonly string[] }

const JPEG: FileKind = { type: 'jpeg', mediaType: 'image/jpeg', extensions: ['jpg', 'jpeg', 'jpe', 'jfif'] }
const PNG: FileKind = { type: 'png', mediaType: 'image/png', extensions: ['png'] }
const PDF: FileKind = { type: 'pdf', mediaType: 'application/pdf', extensions: ['pdf'] }
const ZIP: FileKind = { type: 'zip', mediaType: 'application/zip', extensions: ['zip'] }
const DOC: FileKind = { type: 'doc', mediaType: 'application/msword', extensions: ['doc'] }
const DOCX: FileKind = {
  type: 'doc',
  mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  extensions: ['docx'],
}

/** Whether a file that was checked before may lie in a place with these limits too. */
export function fitsLimits(
  file: { mediaType: string; bytes: number },
  { types, maxBytes }: DocumentLimits,
): boolean {
  const kind = [JPEG, PNG, PDF, ZIP, DOC, DOCX].find(({ mediaType }) => mediaType === file.mediaType)
  return kind !== undefined && types.includes(kind.type) && file.bytes <= maxBytes
}

const FAULT_OF_NAME: Readonly<Record<string, DocumentFault>> = {
  pdf: 'notPdf',
  jpg: 'notImage',
  jpeg: 'notImage',
  png: 'notImage',
  zip: 'notZip',
  doc: 'notDoc',
  docx: 'notDoc',
}

/** Whether the bytes are a document of the accepted kinds; `name` only helps to say what is wrong. */
export async function checkFile(
  bytes: Uint8Array,
  name: string,
  { types, maxBytes }: DocumentLimits,
): Promise<FileKind | { fault: DocumentFault }> {
  if (bytes.length === 0) return { fault: 'empty' }
  if (bytes.length > maxBytes) return { fault: 'tooLarge' }
  const found = await recognise(bytes, types)
  if (found === null) return { fault: FAULT_OF_NAME[extensionOf(name)] ?? 'wrongType' }
  if ('fault' in found) return found
  return types.includes(found.type) ? found : { fault: 'wrongType' }
}

async function recognise(
  bytes: Uint8Array,
  types: readonly DocumentType[],
): Promise<FileKind | { fault: DocumentFault } | null> {
  const head = Buffer.from(bytes.subarray(0, 16)).toString('latin1')
  if (head.startsWith('\xff\xd8\xff')) return JPEG
  if (head.startsWith('\x89PNG\r\n\x1a\n') && head.endsWith('IHDR')) return PNG
  // Some scanners write a byte order mark or an empty line before the header.
  if (/^(\xef\xbb\xbf)?\s*%PDF-\d/.test(head)) return PDF
  if (head.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return recogniseOle(bytes)
  if (!head.startsWith('PK\x03\x04') && !head.startsWith('PK\x05\x06')) return null
  if (!types.includes('zip') && !types.includes('doc')) return { fault: 'wrongType' }
  const verdict = await inspectZip(bytes)
  if ('fault' in verdict) return verdict
  return verdict.kind === 'word' ? DOCX : ZIP
}

/** Word 97–2003 is a small file system (MS-CFB); the names of its streams tell it from Excel and installers. */
function recogniseOle(bytes: Uint8Array): FileKind | { fault: DocumentFault } {
  const names = oleNames(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  if (names.has('EncryptedPackage')) return { fault: 'encrypted' }
  if (!names.has('WordDocument')) return { fault: 'wrongType' }
  if (names.has('Macros') || names.has('_VBA_PROJECT')) return { fault: 'unsafe' }
  return DOC
}

const OLE_NAMES = ['WordDocument', 'EncryptedPackage', 'Macros', '_VBA_PROJECT'] as const

/** Directory entries are 128 bytes long, in sectors of 512, and begin with their name in UTF-16. */
function oleNames(bytes: Buffer): Set<string> {
  return new Set(
    OLE_NAMES.filter((name) => {
      const wanted = Buffer.from(`${name}\0`, 'utf16le')
      for (let at = bytes.indexOf(wanted); at >= 0; at = bytes.indexOf(wanted, at + 2)) {
        if (at % 128 === 0) return true
      }
      return false
    }),
  )
}
