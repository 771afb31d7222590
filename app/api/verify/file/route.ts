import { callerAddress, isOwnOrigin } from '@/lib/auth/caller'
import { mayTry } from '@/lib/auth/delays'
import { isLocale, type Locale } from '@/lib/domain/text'
import { localePath } from '@/lib/i18n/locale'
import { requestLocale } from '@/lib/i18n/request-locale'
import { checkUpload, type GivenFile, MOST_BYTES, type UploadAnswer } from '@/lib/papers/file-check'
import { handInspected } from '@/lib/papers/handed'
import { now } from '@/lib/platform/clock'
import { logFailure } from '@/lib/platform/log'
import { readAtMost } from '../../read-at-most'

// Two files, and what a form writes around them.
const MOST_OF_ALL = 2 * MOST_BYTES + 64 * 1024

/**
 * Reads the files of the check page and forgets them; the answer is an address, the same with a script and without.
 * Not a server action: those take no more than 1 MB.
 */
export async function POST(request: Request): Promise<Response> {
  const locale = requestLocale(request)
  try {
    if (!isOwnOrigin(request.headers)) return new Response(null, { status: 403 })
    // Before anything is read: files are large, and reading them is work.
    if (!(await mayTry('filesFromAddress', callerAddress(request.headers))))
      return seeOther(locale, 'fault=tooMany')
    const body = await readAtMost(request, MOST_OF_ALL)
    if (!body) return seeOther(locale, 'fault=tooLarge')
    const type = request.headers.get('content-type') ?? ''
    const form = await new Response(body, { headers: { 'content-type': type } }).formData().catch(() => null)
    if (!form) return new Response(null, { status: 400 })
    const said = form.get('_locale')
    const files = { file: await fileOf(form.get('file')), beside: await fileOf(form.get('document')) }
    const answer = await checkUpload(files, now())
    return seeOther(isLocale(said) ? said : locale, await addressOf(answer))
  } catch (error) {
    logFailure('verify-file', error)
    return seeOther(locale, 'fault=unavailable')
  }
}

async function addressOf(answer: UploadAnswer): Promise<string> {
  switch (answer.status) {
    case 'hash':
      return `sha256=${answer.sha256}#answer`
    case 'signature':
      return `signature=${await handInspected(answer)}#answer`
    case 'fault':
      return `fault=${answer.fault}`
  }
}

/** A browser posts an empty file where none was chosen. */
async function fileOf(given: FormDataEntryValue | null): Promise<GivenFile | null> {
  if (!(given instanceof File) || given.size === 0) return null
  return { name: given.name, bytes: new Uint8Array(await given.arrayBuffer()) }
}

function seeOther(locale: Locale, query: string): Response {
  const location = `${localePath(locale, '/verify')}?${query}`
  return new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } })
}
