import { z } from 'zod'
import { qrStep, stepQrSigning } from '@/lib/applications/parent/qr-signing'
import { parseNumber } from '@/lib/applications/schema'
import { isOwnOrigin } from '@/lib/auth/caller'
import { currentActor } from '@/lib/auth/session'
import { DomainError, type ErrorCode } from '@/lib/domain/error'
import { now } from '@/lib/platform/clock'
import { logFailure } from '@/lib/platform/log'
import { readJson } from '../../read-at-most'

const STATUS: Partial<Record<ErrorCode, number>> = { conflict: 409, tooMany: 429, unavailable: 503 }

const body = z.intersection(qrStep, z.object({ statement: z.string() }))

const MOST_BYTES = 4 * 1024

/** The talk of the signing page about eGov Mobile: a script asks, in JSON. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ number: string }> },
): Promise<Response> {
  try {
    if (!isOwnOrigin(request.headers)) return answer(403)
    const actor = await currentActor()
    if (!actor) return answer(401)
    const given = body.safeParse(await readJson(request, MOST_BYTES))
    if (!given.success) return answer(400)
    const { number } = await params
    return answer(200, await stepQrSigning(actor, parseNumber(number), given.data, now()))
  } catch (error) {
    if (error instanceof DomainError) return answer(STATUS[error.code] ?? 404)
    logFailure('egov-qr', error)
    return answer(503)
  }
}

function answer(status: number, data: object = {}): Response {
  return Response.json(data, { status, headers: { 'cache-control': 'no-store' } })
}
