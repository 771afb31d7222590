import 'server-only'
import { createHash } from 'node:crypto'
import type { DocumentFault } from '@/lib/i18n/documents'
import { scan } from '@/lib/platform/scan'
import { deleteObject, getObject, putObject } from '@/lib/platform/storage'
import { checkFile, type DocumentLimits } from './check'
import { cleanFileName } from './file-name'
import { quarantine, scriptedKey } from './upload-form'

export type KeptFile = { fileName: string; mediaType: string; bytes: number; sha256: string }

/** What came with the news that a file has arrived: the store tells its key, a script the file's name. */
export type Arrival = { key?: string; name?: string }

/** The only place that documents are served from. */
export function cleanKey(sha256: string): string {
  return `clean/${sha256}`
}

function arrivalKey(documentId: string, arrival: Arrival): string | null {
  const key = arrival.key ?? scriptedKey(documentId)
  return key.startsWith(quarantine(documentId)) ? key : null
}

/**
 * Reads the arrived object once, checks those bytes and puts those same bytes under their hash. Whatever is
 * posted to the quarantine afterwards changes nothing.
 */
export async function keepUpload(
  documentId: string,
  arrival: Arrival,
  limits: DocumentLimits,
  fallbackName: string,
): Promise<KeptFile | { fault: DocumentFault }> {
  const key = arrivalKey(documentId, arrival)
  const bytes = key === null ? 'absent' : await getObject(key, limits.maxBytes)
  if (key === null || bytes === 'absent') return { fault: 'missing' }
  if (bytes === 'tooLarge') return { fault: 'tooLarge' }
  // A store that does not know the variable keeps it as it stands.
  const name = (arrival.name ?? key.slice(quarantine(documentId).length)).replace(
    /^(\$\{filename\}|file)$/,
    '',
  )
  const kind = await checkFile(bytes, name, limits)
  if ('fault' in kind) return kind
  if ((await scan(bytes)) === 'infected') return { fault: 'infected' }
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  await putObject(cleanKey(sha256), bytes, kind.mediaType)
  const fileName = cleanFileName(name, kind.extensions, fallbackName)
  return { fileName, mediaType: kind.mediaType, bytes: bytes.length, sha256 }
}

/** Takes a kept file out of quarantine; what stays behind is an orphan that the nightly job removes. */
export async function discardUpload(documentId: string, arrival: Arrival): Promise<void> {
  const key = arrivalKey(documentId, arrival)
  if (key !== null) await deleteObject(key).catch(() => undefined)
}
