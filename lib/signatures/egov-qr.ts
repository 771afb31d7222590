import 'server-only'
import { z } from 'zod'
import { DomainError } from '@/lib/domain/error'
import { env } from '@/lib/platform/env'
import { log } from '@/lib/platform/log'

/**
 * Signing in eGov Mobile by QR, through SIGEX (sigex.kz/support/developers): the phone takes the document from there
 * and leaves the signature there. Whatever comes back is checked like any other signature; what SIGEX is trusted with
 * is the document itself, so that EGOV_QR is off unless the operator says otherwise.
 */
export const egovQrIsOn = (): boolean => env().EGOV_QR === 'sigex'

/** Where one signing goes on, below SIGEX_URL. The browser keeps it between the requests, so that no server has to. */
export const qrOperation = z.object({ data: operationPath(), sign: operationPath() })
export type QrOperation = z.infer<typeof qrOperation>

/** Whatever a browser sends: these addresses and no others are asked on its word. */
function operationPath() {
  return z.string().regex(/^\/api\/egovQr\/[\w-]{1,100}(\/[\w-]{1,40})?$/)
}

export type QrInvitation = {
  operation: QrOperation
  /** GIF in base64. */
  qr: string
  /** Opens eGov Mobile on this very phone. */
  link: string | null
  expiresAt: Date
}

/** `waiting`: ask again. `gone`: it has run out, or SIGEX does not know it any more. */
export type QrHandover = 'waiting' | 'taken' | 'gone'
export type QrSignature = { state: 'waiting' | 'cancelled' | 'gone' } | { state: 'signed'; cms: string }

/** SIGEX answers when something happens. A function of a serverless platform has not so long: it asks again. */
const LONG_POLL_MS = 8_000
const PATIENCE_MS = 10_000

const refusal = z.object({ message: z.string() })
const invitation = z.object({
  qrCode: z.string().regex(/^[A-Za-z0-9+/=\s]{1,200000}$/),
  dataURL: z.url(),
  signURL: z.url(),
  // Other schemes could run a script.
  eGovMobileLaunchLink: z
    .string()
    .regex(/^(https:\/\/|mobileSign:https:\/\/)\S+$/)
    .nullish()
    .catch(null),
  expireAt: z.number(),
})

/** Begins a signing. `description` is read by SIGEX before anybody has signed: no personal data. */
export async function inviteToSign(description: string): Promise<QrInvitation> {
  const answer = await ask(new URL('/api/egovQr', env().SIGEX_URL), { description }, PATIENCE_MS)
  const given = answer === 'silent' ? null : invitation.safeParse(answer.body).data
  if (!given) return unavailable('no invitation')
  const { qrCode, dataURL, signURL, eGovMobileLaunchLink, expireAt } = given
  const { data: operation } = qrOperation.safeParse({ data: ownPath(dataURL), sign: ownPath(signURL) })
  if (!operation) return unavailable('an address of somebody else')
  return {
    operation,
    qr: qrCode.replace(/\s/g, ''),
    link: eGovMobileLaunchLink ?? null,
    expiresAt: new Date(expireAt),
  }
}

function ownPath(address: string): string | null {
  const { origin, pathname, search } = new URL(address)
  return origin === new URL(env().SIGEX_URL).origin ? pathname + search : null
}

export type QrDocument = { name: { kk: string; ru: string; en: string }; pdf: Uint8Array }

/** Holds the document out; `taken` once a phone has scanned the code and has it. */
export async function handOver({ data }: QrOperation, { name, pdf }: QrDocument): Promise<QrHandover> {
  const answer = await ask(new URL(data, env().SIGEX_URL), {
    signMethod: 'CMS_SIGN_ONLY',
    documentsToSign: [
      {
        id: 1,
        nameRu: name.ru,
        nameKz: name.kk,
        nameEn: name.en,
        meta: [],
        document: { file: { mime: '@file/pdf', data: Buffer.from(pdf).toString('base64') } },
      },
    ],
  })
  if (answer === 'silent') return 'waiting'
  return refusal.safeParse(answer.body).success ? 'gone' : 'taken'
}

const signed = z.object({
  documentsToSign: z.tuple([
    z.object({ document: z.object({ file: z.object({ data: z.string().min(1) }) }) }),
  ]),
})
const cancelled = z.object({ status: z.literal('CANCELED') })

/** The signature, once it has been made. Nobody has checked it yet. */
export async function takeSignature({ sign }: QrOperation): Promise<QrSignature> {
  const answer = await ask(new URL(sign, env().SIGEX_URL))
  if (answer === 'silent') return { state: 'waiting' }
  if (cancelled.safeParse(answer.body).success) return { state: 'cancelled' }
  if (refusal.safeParse(answer.body).success) return { state: 'gone' }
  const [document] = signed.safeParse(answer.body).data?.documentsToSign ?? []
  return document ? { state: 'signed', cms: document.document.file.data } : unavailable('no signature')
}

/** A gateway that has waited long enough says one of these. */
const STILL_WAITING: ReadonlySet<number> = new Set([408, 502, 504])

/** `silent`: nothing happened in the time. @throws DomainError unavailable */
async function ask(url: URL, body?: object, patience = LONG_POLL_MS): Promise<{ body: unknown } | 'silent'> {
  const signal = AbortSignal.timeout(patience)
  try {
    const response = await fetch(url, {
      method: body ? 'POST' : 'GET',
      headers: { Accept: 'application/json', ...(body ? { 'Content-Type': 'application/json' } : {}) },
      body: body && JSON.stringify(body),
      redirect: 'error',
      cache: 'no-store',
      signal,
    })
    if (STILL_WAITING.has(response.status)) return 'silent'
    if (!response.ok) throw new Error(`it answered ${response.status}`)
    return { body: await response.json() }
  } catch (error) {
    if (signal.aborted) return 'silent'
    return unavailable(error instanceof Error ? error.message : String(error))
  }
}

function unavailable(message: string): never {
  log('error', 'sigex', { message: message.slice(0, 500) })
  throw new DomainError('unavailable')
}
