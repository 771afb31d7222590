import 'server-only'
import { randomUUID } from 'node:crypto'
import { env } from '@/lib/platform/env'
import { type PostForm, presignPost } from '@/lib/platform/storage'
import type { DocumentLimits } from './check'
import { isOwnPath, sealTicket } from './ticket'

// A page of the form may lie open for an evening; the store refuses a late file in words of its own.
const SECONDS = 6 * 3600

export type UploadForm = {
  documentId: string
  /** Posted by the browser itself; the store then sends it on to the completing route. */
  form: PostForm
  /** The same for a script, which shows progress and then asks `completeHref` itself. */
  scripted: PostForm
  completeHref: string
}

/**
 * Makes a form for one file. Nothing is written anywhere: the row comes when the file has arrived and was found
 * good. `back` is a path of this site.
 */
export async function makeUploadForm(
  limits: DocumentLimits,
  { target, back, holder }: { target: string; back: string; holder: string },
  now: Date,
): Promise<UploadForm> {
  if (!isOwnPath(back)) throw new Error('the way back must be a path of this site')
  const documentId = randomUUID()
  const expiresAt = now.getTime() + SECONDS * 1000
  const ticket = sealTicket({ documentId, target, back, expiresAt }, holder)
  const completeHref = `/api/documents/${documentId}/uploaded?ticket=${ticket}`
  // Somewhat too large a file may arrive, so that we, not the store, tell its sender what to do about it.
  const maxBytes = limits.maxBytes * 4
  const [form, scripted] = await Promise.all([
    presignPost(
      `${quarantine(documentId)}\${filename}`,
      maxBytes,
      { success_action_redirect: new URL(completeHref, env().APP_URL).href },
      SECONDS,
    ),
    presignPost(scriptedKey(documentId), maxBytes, { success_action_status: '201' }, SECONDS),
  ])
  return { documentId, form, scripted, completeHref }
}

/** Where uploads of one form wait until they were read and checked. */
export function quarantine(documentId: string): string {
  return `quarantine/${documentId}/`
}

/** A script tells the file's name apart from its key, so any letters and length may pass. */
export function scriptedKey(documentId: string): string {
  return `${quarantine(documentId)}file`
}
