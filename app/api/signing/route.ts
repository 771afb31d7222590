import { z } from 'zod'
import { signingStep, stepSigning } from '@/lib/applications/provider/signing-steps'
import { isOwnOrigin } from '@/lib/auth/caller'
import { currentActor } from '@/lib/auth/session'
import { DomainError, type ErrorCode } from '@/lib/domain/error'
import { drainSoon } from '@/lib/notifications/delivery'
import { now } from '@/lib/platform/clock'
import { logFailure } from '@/lib/platform/log'
import { readJson } from '../read-at-most'

const STATUS: Partial<Record<ErrorCode, number>> = { forbidden: 403, incomplete: 409, invalid: 400 }

const body = z.intersection(signingStep, z.object({ locale: z.enum(['kk', 'ru']) }))

// The longest is a list of refusals, each letter of theirs written as six.
const MOST_BYTES = 512 * 1024

/** The steps of a head who signs by EDS: a script asks, in JSON. */
export async function POST(request: Request): Promise<Response> {
  try {
    if (!isOwnOrigin(request.headers)) return answer(403)
    const actor = await currentActor()
    if (!actor) return answer(401)
    const given = body.safeParse(await readJson(request, MOST_BYTES))
    if (!given.success) return answer(400)
    const { locale, ...asked } = given.data
    const said = await stepSigning(actor, asked, locale, now())
    if (asked.step === 'finish') drainSoon()
    return answer(200, said)
  } catch (error) {
    if (error instanceof DomainError && error.code !== 'unavailable') return answer(STATUS[error.code] ?? 404)
    logFailure('signing', error)
    return answer(503)
  }
}

function answer(status: number, data: object = {}): Response {
  return Response.json(data, { status, headers: { 'cache-control': 'no-store' } })
}
