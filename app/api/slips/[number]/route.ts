import { issueSlip } from '@/lib/applications/paper/slips'
import { reviewPath } from '@/lib/applications/provider/steps'
import { parseNumber } from '@/lib/applications/schema'
import { isOwnOrigin } from '@/lib/auth/caller'
import { currentActor } from '@/lib/auth/session'
import { disposition } from '@/lib/documents/file-name'
import { DomainError } from '@/lib/domain/error'
import { localePath } from '@/lib/i18n/locale'
import { requestLocale } from '@/lib/i18n/request-locale'
import { slipTexts } from '@/lib/i18n/slip'
import { now } from '@/lib/platform/clock'
import { logFailure } from '@/lib/platform/log'
import { refusal } from '../../documents/refusals'
import { readAtMost } from '../../read-at-most'

const LONGEST_ID = 36
// The one field of the form, and what a browser writes around it.
const MOST_BYTES = 16 * 1024

/**
 * «Напечатать талон»: the PDF is the answer to the press, and is kept nowhere. What cannot be given any more leads
 * back to the application, which says how things stand.
 */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ number: string }> },
): Promise<Response> {
  const { number } = await params
  const locale = requestLocale(request)
  const back = (path: string) =>
    new Response(null, {
      status: 303,
      headers: { location: localePath(locale, path), 'cache-control': 'no-store' },
    })
  try {
    if (!isOwnOrigin(request.headers)) return refusal('absent')
    const known = parseNumber(number)
    const actor = await currentActor()
    if (!actor) return back(`/login?next=${encodeURIComponent(localePath(locale, reviewPath(known)))}`)
    const replaces = await readField(request, 'replaces')
    if (typeof replaces !== 'string' || replaces.length > LONGEST_ID) return refusal('absent')
    const slip = await issueSlip(actor, known, replaces, now()).catch((error: unknown) => {
      if (error instanceof DomainError && error.code === 'conflict') return null
      throw error
    })
    if (!slip) return back(`${reviewPath(known)}?done=slipLate`)
    const name = `${slipTexts.title[locale]} № ${slip.number}.pdf`
    return new Response(Buffer.from(slip.pdf), {
      headers: {
        'content-type': 'application/pdf',
        'content-disposition': disposition('inline', name),
        'content-length': String(slip.pdf.length),
        // The code is shown once: no cache has it.
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      },
    })
  } catch (error) {
    if (error instanceof DomainError && error.code !== 'unavailable') return refusal('absent')
    return refusal('unavailable', logFailure('slip', error))
  }
}

async function readField(request: Request, name: string): Promise<FormDataEntryValue | null> {
  const body = await readAtMost(request, MOST_BYTES)
  if (!body) return null
  const type = request.headers.get('content-type') ?? ''
  const form = await new Response(body, { headers: { 'content-type': type } }).formData().catch(() => null)
  return form?.get(name) ?? null
}
