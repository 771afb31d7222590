import { openDocument } from '@/lib/applications/documents'
import { currentActor } from '@/lib/auth/session'
import { DomainError } from '@/lib/domain/error'
import { now } from '@/lib/platform/clock'
import { logFailure } from '@/lib/platform/log'
import { refusal } from '../refusals'

/** Opens a document: a redirect to the store for those who may read it, 404 for everybody else. */
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  try {
    const { id } = await params
    const actor = await currentActor()
    if (!actor) return refusal('absent')
    const location = await openDocument(actor, id, now())
    return new Response(null, {
      status: 302,
      headers: { location, 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' },
    })
  } catch (error) {
    if (error instanceof DomainError) return refusal('absent')
    return refusal('unavailable', logFailure('document', error))
  }
}
