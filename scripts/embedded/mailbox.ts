import { randomUUID } from 'node:crypto'
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { letterPage, listPage } from './mailbox-page'
import { closeServer } from './servers'

export type Message = {
  id: string
  from: string
  to: string
  subject: string
  text: string
  html: string
  createdAt: string
  idempotencyKey: string | null
}

export type Mailbox = { url: string; stop: () => Promise<void> }

type Answer = { status: number; body: unknown; html?: string }

/**
 * Takes letters the way Resend does and shows them to whoever tests or tries the app:
 * `POST /emails` (the official client with RESEND_BASE_URL), `GET /` for people, `GET /messages` for programs,
 * `DELETE /messages`, and `POST /fail?next=N` makes the next N letters fail as if the provider were down.
 */
export async function startMailbox({ port, file }: { port: number; file?: string }): Promise<Mailbox> {
  const messages = file ? readKept(file) : []
  let failing = 0

  const accept = (request: IncomingMessage, body: string): Answer => {
    if (failing > 0) {
      failing -= 1
      return refusal(500, 'internal_server_error', 'The mailbox was told to fail.')
    }
    if (!request.headers.authorization?.startsWith('Bearer ')) {
      return refusal(401, 'missing_api_key', 'Missing API key in the authorization header.')
    }
    const letter = readLetter(body)
    if (!letter) return refusal(422, 'validation_error', 'from, to and subject are needed.')
    const key = request.headers['idempotency-key']
    const idempotencyKey = typeof key === 'string' ? key : null
    const known = messages.find((message) => key !== undefined && message.idempotencyKey === key)
    if (known) {
      const same = Object.entries(letter).every(([name, value]) => known[name as keyof Message] === value)
      return same
        ? { status: 200, body: { id: known.id } }
        : refusal(409, 'invalid_idempotent_request', 'This idempotency key was used with another letter.')
    }
    const message = { id: randomUUID(), ...letter, createdAt: new Date().toISOString(), idempotencyKey }
    messages.push(message)
    if (file) appendFileSync(file, `${JSON.stringify(message)}\n`)
    return { status: 200, body: { id: message.id } }
  }

  const answer = (request: IncomingMessage, body: string): Answer => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://mailbox')
    const letter = messages.find(({ id }) => pathname === `/letters/${id}`)
    switch (`${request.method} ${letter ? '/letters' : pathname}`) {
      case 'POST /emails':
        return accept(request, body)
      case 'GET /messages':
        return { status: 200, body: messages }
      case 'DELETE /messages':
        messages.length = 0
        if (file) writeFileSync(file, '')
        return { status: 200, body: {} }
      case 'POST /fail':
        failing = Number(searchParams.get('next') ?? 1)
        return { status: 200, body: { failing } }
      case 'GET /':
        return { status: 200, body: null, html: listPage(messages) }
      case 'GET /letters':
        return letter
          ? { status: 200, body: null, html: letterPage(letter) }
          : refusal(404, 'not_found', pathname)
      default:
        return refusal(404, 'not_found', pathname)
    }
  }

  const server = createServer((request, response) => {
    readBody(request).then(
      (body) => send(response, answer(request, body)),
      () => response.destroy(),
    )
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  return { url: `http://localhost:${port}`, stop: () => closeServer(server) }
}

function refusal(statusCode: number, name: string, message: string): Answer {
  return { status: statusCode, body: { statusCode, name, message } }
}

function send(response: ServerResponse, { status, body, html }: Answer): void {
  response.writeHead(status, { 'content-type': html ? 'text/html; charset=utf-8' : 'application/json' })
  response.end(html ?? JSON.stringify(body))
}

async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part)
  return Buffer.concat(parts).toString('utf8')
}

function readLetter(body: string): Pick<Message, 'from' | 'to' | 'subject' | 'text' | 'html'> | undefined {
  try {
    const { from, to, subject, text, html } = JSON.parse(body) as Record<string, unknown>
    if (typeof from !== 'string' || typeof subject !== 'string' || !to) return undefined
    return { from, to: [to].flat().join(', '), subject, text: String(text ?? ''), html: String(html ?? '') }
  } catch {
    return undefined
  }
}

/** A last line that was cut off by a kill is left out. */
function readKept(file: string): Message[] {
  if (!existsSync(file)) return []
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line) => {
      try {
        return line === '' ? [] : [JSON.parse(line) as Message]
      } catch {
        return []
      }
    })
}
