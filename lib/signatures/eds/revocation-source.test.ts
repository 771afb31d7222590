import { createServer, type RequestListener, type Server } from 'node:http'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Certificate } from './certificate'
import { answerOcsp, ocspRefusal } from './issuing/ocsp-responder'
import { OID } from './oids'
import type { RevocationAnswer, RevocationSource } from './policy'
import { firstAnswer, httpPost, OCSP_HOSTS, ocspSource, type Post } from './revocation-source'
import { AT, authority, personKey, serviceKey, trust } from './services.fixture'

const responder = serviceKey(authority, { usages: [OID.ocspSigning] })
const keyAt = (ocspUrl?: string) => personKey({ ocspUrl }).certificate
const key = keyAt('http://ocsp.pki.gov.kz')
const answered = (request: Uint8Array) =>
  answerOcsp(request, responder, authority.certificate, () => 'good', AT)
const ask = (source: RevocationSource, certificate: Certificate = key) =>
  source(certificate, authority.certificate, trust, AT)

/** Answers in turn, and remembers what was asked where. */
function service(...answers: readonly (Error | ((request: Uint8Array) => Uint8Array))[]) {
  const asked: { url: string; request: Uint8Array }[] = []
  const post: Post = async (url, request) => {
    const answer = answers[asked.length]
    asked.push({ url, request })
    if (answer === undefined) throw new Error('asked once too often')
    if (answer instanceof Error) throw answer
    return answer(request)
  }
  return { post, asked }
}

describe('the source that asks by OCSP', () => {
  it('asks where the certificate says', async () => {
    const { post, asked } = service(answered)
    expect(await ask(ocspSource({ post, hosts: OCSP_HOSTS }))).toMatchObject({
      status: 'good',
      checkedAt: AT,
    })
    expect(asked.map(({ url }) => url)).toEqual(['http://ocsp.pki.gov.kz'])
  })

  it('asks where the operator says', async () => {
    const { post, asked } = service(answered)
    expect(await ask(ocspSource({ post, hosts: [], url: 'http://127.0.0.1:3004/ocsp' }))).toMatchObject({
      status: 'good',
    })
    expect(asked.map(({ url }) => url)).toEqual(['http://127.0.0.1:3004/ocsp'])
  })

  it.each([
    undefined,
    'http://127.0.0.1/',
    'http://169.254.169.254/latest/meta-data',
    'http://ocsp.pki.gov.kz:8080/',
    'http://ocsp.pki.gov.kz.example/',
    'http://example/ocsp.pki.gov.kz',
    'http://ocsp.pki.gov.kz@127.0.0.1/',
    'http://name:word@ocsp.pki.gov.kz/',
    'ftp://ocsp.pki.gov.kz/',
    'file:///ocsp.pki.gov.kz',
    'ocsp.pki.gov.kz',
  ])('asks nobody at %s', async (url) => {
    const { post, asked } = service(answered)
    expect(await ask(ocspSource({ post, hosts: OCSP_HOSTS }), keyAt(url))).toMatchObject({
      status: 'unavailable',
    })
    expect(asked).toEqual([])
  })

  it('asks once more, with another nonce, when there is no answer', async () => {
    for (const fault of [new Error('ECONNREFUSED'), () => ocspRefusal(3)]) {
      const { post, asked } = service(fault, answered)
      expect(await ask(ocspSource({ post, hosts: OCSP_HOSTS }))).toMatchObject({ status: 'good' })
      const [first, second] = asked.map(({ request }) => Buffer.from(request).toString('hex'))
      expect(first).toHaveLength(second?.length ?? 0)
      expect(first).not.toBe(second)
    }
  })

  it('gives up after two', async () => {
    const { post, asked } = service(new Error('ECONNREFUSED'), new Error('ETIMEDOUT'), answered)
    expect(await ask(ocspSource({ post, hosts: OCSP_HOSTS }))).toEqual({
      status: 'unavailable',
      why: 'http://ocsp.pki.gov.kz: ETIMEDOUT',
    })
    expect(asked).toHaveLength(2)
  })

  it('does not ask again when the answer is no good', async () => {
    const { post, asked } = service(() => Buffer.from('<html>'), answered)
    expect(await ask(ocspSource({ post, hosts: OCSP_HOSTS }))).toMatchObject({ status: 'untrusted' })
    expect(asked).toHaveLength(1)
  })

  it('takes no answer to an earlier question', async () => {
    let kept: Uint8Array | undefined
    const post: Post = async (_, request) => {
      kept ??= answered(request)
      return kept
    }
    const source = ocspSource({ post, hosts: OCSP_HOSTS })
    expect((await ask(source)).status).toBe('good')
    expect((await ask(source)).status).toBe('untrusted')
  })
})

describe('sources one after another', () => {
  const evidence = new Uint8Array()
  const always =
    (answer: RevocationAnswer): RevocationSource =>
    async () =>
      answer
  const away = always({ status: 'unavailable', why: 'away' })
  const answers: RevocationAnswer[] = [
    { status: 'good', checkedAt: AT, evidence },
    { status: 'revoked', at: AT, evidence },
    { status: 'unknown' },
    { status: 'untrusted', why: 'forged' },
  ]

  it.each(answers)('end with $status', async (answer) => {
    const never: RevocationSource = async () => {
      throw new Error('asked for nothing')
    }
    expect(await ask(firstAnswer(always(answer), never))).toEqual(answer)
    expect(await ask(firstAnswer(away, always(answer), never))).toEqual(answer)
  })

  it('say why none of them answers', async () => {
    expect(await ask(firstAnswer(away, away))).toEqual({ status: 'unavailable', why: 'away; away' })
  })
})

describe('asking over the network', () => {
  const servers: Server[] = []
  afterEach(() => {
    for (const server of servers.splice(0)) server.close()
  })
  async function serve(listener: RequestListener): Promise<string> {
    const server = createServer(listener)
    servers.push(server)
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    const address = server.address()
    if (typeof address !== 'object' || !address) throw new Error('the server has no port')
    return `http://127.0.0.1:${address.port}/ocsp`
  }

  it('posts the request, by name', async () => {
    const url = await serve(async (request, response) => {
      const parts: Buffer[] = []
      for await (const part of request) parts.push(part)
      const { method, headers } = request
      const told = [
        method,
        headers['content-type'],
        headers.accept,
        headers['user-agent'],
        Buffer.concat(parts),
      ]
      response.setHeader('Content-Type', 'application/ocsp-response')
      response.end(told.join('|'))
    })
    expect(Buffer.from(await httpPost(url, Buffer.from('asked'))).toString()).toBe(
      'POST|application/ocsp-request|application/ocsp-response|E-Bilimal|asked',
    )
  })

  it.each<[string, RequestListener, RegExp]>([
    [
      'follows nobody',
      (_, response) => response.writeHead(303, { Location: '/elsewhere' }).end(),
      /fetch failed/,
    ],
    [
      'takes no page',
      (_, response) => response.writeHead(200, { 'Content-Type': 'text/html' }).end('<p>'),
      /200 text\/html/,
    ],
    ['takes no fault', (_, response) => response.writeHead(502).end('x'), /^502$/],
    [
      'takes no flood',
      (_, response) => response.writeHead(200).end(Buffer.alloc(65 * 1024)),
      /longer than 65536/,
    ],
    [
      'takes no half',
      (_, response) => {
        response.writeHead(200, { 'Content-Length': 9 })
        response.write('x', () => response.destroy())
      },
      /terminated/,
    ],
  ])('%s', async (_, listener, why) => {
    await expect(httpPost(await serve(listener), new Uint8Array())).rejects.toThrow(why)
  })

  it('waits five seconds and no longer', async () => {
    const timeout = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(AbortSignal.abort(new Error('too late')))
    await expect(httpPost(await serve(() => undefined), new Uint8Array())).rejects.toThrow('too late')
    expect(timeout).toHaveBeenCalledWith(5000)
  })

  it('says when nobody is there', async () => {
    const url = await serve(() => undefined)
    await new Promise((done) => servers.splice(0)[0]?.close(done))
    await expect(httpPost(url, new Uint8Array())).rejects.toThrow('fetch failed')
  })
})
