import { randomBytes } from 'node:crypto'
import type { Certificate } from './certificate'
import { readOcspResponse } from './ocsp'
import { buildOcspRequest } from './ocsp-request'
import type { RevocationAnswer, RevocationSource } from './policy'

/** Asks a service by POST. Rejects when there is no answer that could be one. */
export type Post = (url: string, body: Uint8Array) => Promise<Uint8Array>

/** The responders of НУЦ РК, for keys and for test keys. */
export const OCSP_HOSTS: readonly string[] = ['ocsp.pki.gov.kz', 'test.pki.gov.kz']

export type OcspSourceOptions = {
  post: Post
  /** Whom an address in a certificate may name, as in `ocsp.pki.gov.kz` or `127.0.0.1:3004`. */
  hosts: readonly string[]
  /** The operator's own address, instead of those in certificates. */
  url?: string
}

const TRIES = 2
const NONCE_OCTETS = 16

/** Asks the authority's OCSP service. Answers `unavailable`, and does not throw, when it cannot be reached. */
export function ocspSource({ post, hosts, url }: OcspSourceOptions): RevocationSource {
  return async (certificate, issuer, trust, at) => {
    const address = url ?? certificate.ocspUrls.find((named) => isAllowed(named, hosts))
    if (!address) return { status: 'unavailable', why: 'the certificate names no service that may be asked' }
    const ask = async (): Promise<RevocationAnswer> => {
      const nonce = randomBytes(NONCE_OCTETS)
      const response = await answerOf(post, address, buildOcspRequest(certificate, issuer, nonce))
      return response instanceof Uint8Array
        ? readOcspResponse(response, { certificate, issuer, nonce, trust, at })
        : { status: 'unavailable', why: `${address}: ${response.fault}` }
    }
    let answer = await ask()
    for (let tries = 1; answer.status === 'unavailable' && tries < TRIES; tries++) answer = await ask()
    return answer
  }
}

/** Whatever went wrong on the way is one thing here: there is no answer. */
async function answerOf(
  post: Post,
  url: string,
  request: Uint8Array,
): Promise<Uint8Array | { fault: string }> {
  try {
    return await post(url, request)
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) }
  }
}

/** A certificate of a stranger must not send the server to an address inside its own network. */
function isAllowed(address: string, hosts: readonly string[]): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, host, username, password } = new URL(address)
  return /^https?:$/.test(protocol) && username === '' && password === '' && hosts.includes(host)
}

/** The next source is asked only when the one before cannot be reached: a refusal is an answer. */
export function firstAnswer(...sources: readonly RevocationSource[]): RevocationSource {
  return async (certificate: Certificate, issuer, trust, at) => {
    const reasons: string[] = []
    for (const source of sources) {
      const answer = await source(certificate, issuer, trust, at)
      if (answer.status !== 'unavailable') return answer
      reasons.push(answer.why)
    }
    return { status: 'unavailable', why: reasons.join('; ') }
  }
}

/** A portal before НУЦ РК's services turns away clients that have no name. */
const USER_AGENT = 'E-Bilimal'
const TIMEOUT_MS = 5000
/** An OCSP response is one or two kilobytes. */
const MOST_BYTES = 64 * 1024

/**
 * Posts an OCSP request: no redirects, 5 s, 64 KB at most.
 * @throws Error of the network, of the time limit, or that says what came instead of an answer
 */
export const httpPost: Post = async (url, body) => {
  const response = await fetch(url, {
    method: 'POST',
    body: Uint8Array.from(body),
    headers: {
      'Content-Type': 'application/ocsp-request',
      Accept: 'application/ocsp-response',
      'User-Agent': USER_AGENT,
    },
    // The address was allowed, where it sends one on was not.
    redirect: 'error',
    cache: 'no-store',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  })
  const type = response.headers.get('Content-Type') ?? ''
  // A portal's page is no answer of the authority, not even a forged one.
  if (response.status !== 200 || type.startsWith('text/')) {
    await response.body?.cancel()
    throw new Error(`${response.status} ${type}`.trim())
  }
  return readAtMost(response.body, MOST_BYTES)
}

async function readAtMost(stream: ReadableStream<Uint8Array> | null, most: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let length = 0
  const reader = stream?.getReader()
  for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
    length += part.value.length
    if (length > most) {
      await reader?.cancel()
      throw new Error(`the answer is longer than ${most} octets`)
    }
    parts.push(part.value)
  }
  return Buffer.concat(parts)
}
