import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import type { DocumentFault } from '@/lib/i18n/documents'

const MAX_ENTRIES = 200
const MAX_UNPACKED = 100 * 1024 * 1024
const MAX_RATIO = 100
/** A page of spaces packs better than 100 to 1 and harms nobody. */
const RATIO_MATTERS_FROM = 1024 * 1024
const MAX_WORD_INSIDE = 20 * 1024 * 1024

const PROGRAMS =
  /\.(exe|dll|com|scr|pif|cpl|bat|cmd|ps1|vbs|vbe|js|jse|wsf|wsh|hta|msi|msp|lnk|reg|inf|jar|apk|class|dex|sh|app|dmg|docm|dotm|xlsm)$/i
const ARCHIVES = /\.(zip|rar|7z|gz|tgz|bz2|xz|zst|tar|cab|arj|lzh|iso|img)$/i

const PROGRAM_SIGNS = ['4d5a', '7f454c46', 'cffaedfe', 'cefaedfe', 'cafebabe', '6465780a', '2321']
const ARCHIVE_SIGNS = [
  '504b0304',
  '504b0506',
  '52617221',
  '377abcaf',
  '1f8b08',
  '425a68',
  'fd377a58',
  '4d534346',
]

/** Entries by which other formats that are zips inside give themselves away. */
const OTHER_FORMATS = ['[content_types].xml', 'mimetype', 'meta-inf/manifest.mf', 'androidmanifest.xml']

export type ZipVerdict = { kind: 'zip' | 'word' } | { fault: DocumentFault }

/** Reads the directory first and unpacks only what it promises to be small; keeps nothing unpacked. */
export async function inspectZip(bytes: Uint8Array, inside = false): Promise<ZipVerdict> {
  try {
    const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
    if (zip.entryCount > MAX_ENTRIES) return { fault: 'zipBomb' }
    const files: Entry[] = []
    for await (const entry of zip.eachEntry()) if (!entry.fileName.endsWith('/')) files.push(entry)
    const fault = faultOfDirectory(files, bytes.length)
    if (fault) return { fault }
    const names = files.map((file) => file.fileName.toLowerCase())
    const isWord = names.includes('[content_types].xml') && names.includes('word/document.xml')
    if (!isWord && OTHER_FORMATS.some((name) => names.includes(name))) return { fault: 'wrongType' }
    for (const file of files) {
      const found = await faultOfFile(zip, file, { isWord, inside })
      if (found) return { fault: found }
    }
    return { kind: isWord ? 'word' : 'zip' }
  } catch (error) {
    return { fault: faultOfFailure(error) }
  }
}

function faultOfDirectory(files: readonly Entry[], packed: number): DocumentFault | null {
  if (files.length === 0) return 'empty'
  if (files.some((file) => file.isEncrypted())) return 'encrypted'
  if (files.some((file) => PROGRAMS.test(file.fileName) || /vbaproject\.bin$/i.test(file.fileName)))
    return 'unsafe'
  const unpacked = files.reduce((sum, file) => sum + file.uncompressedSize, 0)
  if (unpacked > MAX_UNPACKED) return 'zipBomb'
  if (unpacked > RATIO_MATTERS_FROM && unpacked / packed > MAX_RATIO) return 'zipBomb'
  return null
}

/** Unpacks one file past us, which also catches sizes that lie; a name alone proves nothing. */
async function faultOfFile(
  zip: ZipFile,
  file: Entry,
  { isWord, inside }: { isWord: boolean; inside: boolean },
): Promise<DocumentFault | null> {
  if (!file.canDecodeFileData()) return 'broken'
  const isWordInside = !isWord && !inside && /\.docx$/i.test(file.fileName)
  if (isWordInside && file.uncompressedSize > MAX_WORD_INSIDE) return 'zipBomb'
  let head = Buffer.alloc(0)
  const chunks: Buffer[] = []
  for await (const chunk of await zip.openReadStreamPromise(file)) {
    if (head.length < 8) head = Buffer.concat([head, chunk]).subarray(0, 8)
    if (isWordInside) chunks.push(chunk)
  }
  const sign = head.toString('hex')
  if (PROGRAM_SIGNS.some((known) => sign.startsWith(known))) return 'unsafe'
  // Word keeps tables and pictures packed inside its own file; that is its format, not nesting.
  if (isWord) return null
  if (isWordInside) {
    const verdict = await inspectZip(Buffer.concat(chunks), true)
    return 'fault' in verdict ? verdict.fault : null
  }
  const isArchive = ARCHIVES.test(file.fileName) || ARCHIVE_SIGNS.some((known) => sign.startsWith(known))
  return isArchive ? 'nestedZip' : null
}

/** yauzl tells its reasons only by message. */
function faultOfFailure(error: unknown): DocumentFault {
  const message = error instanceof Error ? error.message : ''
  if (/encrypt/i.test(message)) return 'encrypted'
  if (/relative path|absolute path|invalid characters/i.test(message)) return 'unsafe'
  if (/too many bytes/i.test(message)) return 'zipBomb'
  return 'broken'
}
