import { keepFile } from '@/lib/admin/organisations/import-report'
import { isAdmin } from '@/lib/admin/policy'
import { isOwnOrigin } from '@/lib/auth/caller'
import { readActor } from '@/lib/auth/session'
import { isLocale, type Locale } from '@/lib/domain/text'
import { localePath } from '@/lib/i18n/locale'
import { requestLocale } from '@/lib/i18n/request-locale'
import { MOST_BYTES } from '@/lib/organisations/import-file'
import { logFailure } from '@/lib/platform/log'
import { readAtMost } from '../../../read-at-most'

// The file, and what a form writes around it.
const MOST_OF_ALL = MOST_BYTES + 64 * 1024

/** Takes the file of an import and leads to the page that tells what it would do. No server action: those take 1 MB. */
export async function POST(request: Request): Promise<Response> {
  const locale = requestLocale(request)
  try {
    if (!isOwnOrigin(request.headers)) return new Response(null, { status: 403 })
    const actor = await readActor()
    // Before anything is read.
    if (!actor || !isAdmin(actor)) return new Response(null, { status: 404 })
    const body = await readAtMost(request, MOST_OF_ALL)
    if (!body) return seeOther(locale, 'fault=tooLarge')
    const type = request.headers.get('content-type') ?? ''
    const form = await new Response(body, { headers: { 'content-type': type } }).formData().catch(() => null)
    if (!form) return new Response(null, { status: 400 })
    const said = form.get('_locale')
    const to = isLocale(said) ? said : locale
    const file = form.get('file')
    if (!(file instanceof File) || (file.size === 0 && !file.name)) return seeOther(to, 'fault=none')
    return seeOther(to, `file=${await keepFile(new Uint8Array(await file.arrayBuffer()))}`)
  } catch (error) {
    logFailure('import', error)
    return seeOther(locale, 'fault=unavailable')
  }
}

function seeOther(locale: Locale, query: string): Response {
  const location = `${localePath(locale, '/admin/organisations/import')}?${query}`
  return new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } })
}
