import { disposition } from '@/lib/documents/file-name'
import { DomainError } from '@/lib/domain/error'
import { requestLocale } from '@/lib/i18n/request-locale'
import { mayHaveOriginal } from '@/lib/papers/handed'
import { openOriginal } from '@/lib/papers/original'
import { logFailure } from '@/lib/platform/log'
import { refusal } from '../../../../documents/refusals'

/** A file of an original, for some minutes after its reader has named the birth date. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ code: string; part: string }> },
): Promise<Response> {
  const { code, part } = await params
  try {
    if (!(await mayHaveOriginal(code))) return refusal('absent')
    const { bytes, mediaType, name } = await openOriginal(code, part)
    return new Response(Buffer.from(bytes), {
      headers: {
        'content-type': mediaType,
        'content-disposition': disposition('attachment', name[requestLocale(request)]),
        'content-length': String(bytes.length),
        'cache-control': 'private, no-store',
        'x-content-type-options': 'nosniff',
      },
    })
  } catch (error) {
    if (error instanceof DomainError && error.code !== 'unavailable') return refusal('absent')
    return refusal('unavailable', logFailure('original', error))
  }
}
