import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { answerOcsp } from '@/lib/signatures/eds/issuing/ocsp-responder'
import { OID } from '@/lib/signatures/eds/oids'
import { ORGANISATIONS } from '@/prisma/seed/organisations'
import type { KeyKind } from './ncalayer-authority'
import { offerOf } from './ncalayer-choice'
import type { DemoKeys } from './ncalayer-keys'
import { choicePage } from './ncalayer-page'
import type { ChoiceQueue } from './ncalayer-queue'
import type { SigningRequest } from './ncalayer-request'

type Answer = { status: number; type: string; body: string | Uint8Array; headers?: Record<string, string> }

/**
 * What the stand-in answers by HTTP. For people: `GET /` with `POST /choose`, `/cancel` and `/issue`. For programs:
 * `POST /ocsp`; `POST /revoke?serial=…`, and `POST /fail?next=N` makes the next N questions fail as if OCSP were down.
 */
export function standInSite(keys: DemoKeys, queue: ChoiceQueue, now: () => Date): RequestListener {
  let failing = 0

  const shown = (isAnyAllowed: boolean): Answer => {
    const first = queue.first()
    // A key may have been issued since the request came.
    const request = first && { id: first.id, offer: offerOf(first.offer.asked, keys.all(), now()) }
    return { status: 200, type: 'text/html', body: choicePage({ request, keys: keys.all(), isAnyAllowed }) }
  }

  const issue = (form: URLSearchParams): Answer => {
    const value = (name: string) => form.get(name)?.trim() ?? ''
    const asked = queue.first()?.offer.asked
    const [iin, bin, surname, given, patronymic] = ['iin', 'bin', 'surname', 'given', 'patronymic'].map(value)
    if (!asked || !surname || !given || !/^\d{12}$/.test(iin ?? '')) return BACK
    const kind = kindFor(asked)
    const organisation = ORGANISATIONS.find((each) => each.bin === bin)?.name.ru
    keys.issue(`${kind}-${iin}-${bin}`, kind, {
      surname,
      given,
      ...(patronymic ? { patronymic } : {}),
      ...(iin ? { iin } : {}),
      ...(bin ? { bin, organisation: organisation ?? `Организация ${bin}` } : {}),
    })
    return BACK
  }

  const ocsp = (request: Uint8Array): Answer => {
    failing -= 1
    if (failing >= 0) return { status: 503, type: 'text/plain', body: 'The responder was told to fail.' }
    failing = 0
    const { responder, issuing } = keys.authority
    const statusOf = (serial: string) => {
      const revokedAt = keys.revokedAt(serial)
      return revokedAt ? { revokedAt } : 'good'
    }
    const answer = answerOcsp(request, responder, issuing.certificate, statusOf, now())
    return { status: 200, type: 'application/ocsp-response', body: answer }
  }

  const answer = (request: IncomingMessage, body: Buffer): Answer => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://stand-in')
    const form = new URLSearchParams(body.toString())
    const number = Number(form.get('request'))
    switch (`${request.method} ${pathname}`) {
      case 'GET /':
        return shown(searchParams.has('any'))
      case 'GET /state':
        return json({ request: queue.first()?.id ?? null })
      case 'POST /choose': {
        const chosen = keys.all().find(({ id }) => id === form.get('key'))
        if (chosen) queue.answer(number, chosen.issued)
        return BACK
      }
      case 'POST /cancel':
        queue.answer(number, null)
        return BACK
      case 'POST /issue':
        return issue(form)
      case 'POST /ocsp':
        return ocsp(body)
      case 'POST /revoke':
        keys.revoke(searchParams.get('serial') ?? '')
        return json({})
      case 'POST /fail':
        failing = Number(searchParams.get('next') ?? 1)
        return json({ failing })
      default:
        return { status: 404, type: 'text/plain', body: 'Not found.' }
    }
  }

  return (request, response) => {
    if (isForeign(request)) return send(response, { status: 403, type: 'text/plain', body: 'Not from here.' })
    readBody(request).then(
      (body) => send(response, answer(request, body)),
      () => response.destroy(),
    )
  }
}

const BACK: Answer = { status: 303, type: 'text/plain', body: '', headers: { location: '/' } }

const json = (value: unknown): Answer => ({
  status: 200,
  type: 'application/json',
  body: JSON.stringify(value),
})

/** A page of another site must not choose for the person, nor under a name of its own. */
function isForeign({ headers: { host = '', origin } }: IncomingMessage): boolean {
  return !/^(127\.0\.0\.1|localhost):\d+$/.test(host) || (origin !== undefined && origin !== `http://${host}`)
}

/** What kind of key would suit the request. */
function kindFor({ signerParams: { extKeyUsageOids, bin } }: SigningRequest): KeyKind {
  if (extKeyUsageOids.includes(OID.signRight)) return 'signRight'
  return bin || extKeyUsageOids.includes(OID.head) ? 'head' : 'person'
}

function send(response: ServerResponse, { status, type, body, headers }: Answer): void {
  const charset = type.startsWith('text/') ? '; charset=utf-8' : ''
  response.writeHead(status, { 'content-type': `${type}${charset}`, ...headers })
  response.end(body)
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part)
  return Buffer.concat(parts)
}
