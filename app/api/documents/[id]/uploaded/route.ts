import { finishUpload } from '@/lib/applications/uploads'
import { currentActor } from '@/lib/auth/session'
import { peekTicket } from '@/lib/documents/ticket'
import { DomainError } from '@/lib/domain/error'
import { isLocale } from '@/lib/domain/text'
import type { DocumentFault } from '@/lib/i18n/documents'
import { DEFAULT_LOCALE, localePath } from '@/lib/i18n/locale'
import { now } from '@/lib/platform/clock'
import { logFailure } from '@/lib/platform/log'
import { refusal } from '../../refusals'

/**
 * The store sends the browser here once it has the file; a script asks the same after its upload and wants
 * JSON. The ticket in the address proves that the form was handed out to this very person.
 */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const { id } = await params
  const { searchParams } = new URL(request.url)
  const isScript = request.headers.get('accept')?.includes('application/json') ?? false
  const ticket = searchParams.get('ticket') ?? ''
  try {
    const actor = await currentActor()
    if (!actor) return signedOut(ticket, isScript)
    const arrival = {
      key: searchParams.get('key') ?? undefined,
      name: searchParams.get('name') ?? undefined,
    }
    const { back, slot, fault } = await finishUpload(actor, { documentId: id, ticket, arrival }, now())
    const location = backTo(back, slot, fault)
    return isScript ? json(200, { fault, location }) : seeOther(`${location}#document-${slot}`)
  } catch (error) {
    if (error instanceof DomainError) return isScript ? json(404, { fault: 'missing' }) : refusal('absent')
    const requestId = logFailure('document-uploaded', error)
    return isScript ? json(503, { fault: 'unavailable' }) : refusal('unavailable', requestId)
  }
}

/** The page the form stood on, told how it went. */
function backTo(back: string, slot: string, fault: DocumentFault | null): string {
  const address = new URL(back, 'http://own.invalid')
  address.searchParams.set('document', slot)
  if (fault) address.searchParams.set('fault', fault)
  else address.searchParams.delete('fault')
  return `${address.pathname}${address.search}`
}

/** To the login page and from there to the form, which asks for the file once more. */
function signedOut(ticket: string, isScript: boolean): Response {
  const said = peekTicket(ticket)
  if (said === null) return isScript ? json(404, { fault: 'missing' }) : refusal('absent')
  const locale = said.back.split('/')[1]
  const next = encodeURIComponent(backTo(said.back, said.target.split('/').at(-1) ?? '', 'signedOut'))
  const login = `${localePath(isLocale(locale) ? locale : DEFAULT_LOCALE, '/login')}?next=${next}`
  return isScript ? json(401, { fault: 'signedOut', location: login }) : seeOther(login)
}

function seeOther(location: string): Response {
  return new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } })
}

function json(status: number, body: { fault: DocumentFault | null; location?: string }): Response {
  return Response.json(body, { status, headers: { 'cache-control': 'no-store' } })
}
