import type { ZodType } from 'zod'
import { isOwnOrigin } from '@/lib/auth/caller'
import { currentActor } from '@/lib/auth/session'
import type { Actor } from '@/lib/domain/actor'
import { DomainError, type ErrorCode } from '@/lib/domain/error'
import { logFailure } from '@/lib/platform/log'
import { readJson } from './read-at-most'

type JsonStep<T> = {
  /** For the log. */
  name: string
  body: ZodType<T>
  mostBytes: number
  /** Of expected failures; any other answers as what is absent. */
  status: Partial<Record<ErrorCode, number>>
}

/** A step that a script of ours asks for in JSON, in the name of whoever is signed in. */
export async function answerStep<T>(
  request: Request,
  { name, body, mostBytes, status }: JsonStep<T>,
  work: (actor: Actor, given: T) => Promise<object>,
): Promise<Response> {
  try {
    if (!isOwnOrigin(request.headers)) return answer(403)
    const actor = await currentActor()
    if (!actor) return answer(401)
    const given = body.safeParse(await readJson(request, mostBytes))
    return given.success ? answer(200, await work(actor, given.data)) : answer(400)
  } catch (error) {
    if (error instanceof DomainError && error.code !== 'unavailable') return answer(status[error.code] ?? 404)
    logFailure(name, error)
    return answer(503)
  }
}

function answer(status: number, data: object = {}): Response {
  return Response.json(data, { status, headers: { 'cache-control': 'no-store' } })
}
