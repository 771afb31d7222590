import { currentActor } from '@/lib/auth/session'
import { disposition } from '@/lib/documents/file-name'
import type { Actor } from '@/lib/domain/actor'
import { DomainError } from '@/lib/domain/error'
import type { Text } from '@/lib/domain/text'
import { localePath } from '@/lib/i18n/locale'
import { requestLocale } from '@/lib/i18n/request-locale'
import { logFailure } from '@/lib/platform/log'
import { refusal } from '../documents/refusals'

export type AnsweredFile = {
  /** A stream where the whole is not known beforehand. */
  bytes: Uint8Array | ReadableStream<Uint8Array>
  /** In the reader's language it becomes the file's name. */
  name: Text
  extension: string
  mediaType: string
  kind: 'inline' | 'attachment'
}

/** A file for those who may read it; 404 with the same bytes for everybody else, whether it is there or not. */
export async function answerFile(
  request: Request,
  open: (actor: Actor) => Promise<AnsweredFile>,
): Promise<Response> {
  try {
    const locale = requestLocale(request)
    const actor = await currentActor()
    if (!actor) {
      const { pathname, search } = new URL(request.url)
      const next = encodeURIComponent(`${pathname}${search}`)
      return new Response(null, {
        status: 302,
        headers: { location: `${localePath(locale, '/login')}?next=${next}`, 'cache-control': 'no-store' },
      })
    }
    const { bytes, name, extension, mediaType, kind } = await open(actor)
    const isWhole = bytes instanceof Uint8Array
    return new Response(isWhole ? Buffer.from(bytes) : bytes, {
      headers: {
        'content-type': mediaType,
        'content-disposition': disposition(kind, `${name[locale]}.${extension}`),
        ...(isWhole ? { 'content-length': String(bytes.length) } : {}),
        // Computers of schools have many users: nothing is shown from a cache without asking us again.
        'cache-control': 'private, no-cache',
        'x-content-type-options': 'nosniff',
      },
    })
  } catch (error) {
    if (error instanceof DomainError && error.code === 'tooMany') return refusal('tooMany')
    if (error instanceof DomainError && error.code !== 'unavailable') return refusal('absent')
    return refusal('unavailable', logFailure('paper', error))
  }
}
