import { z } from 'zod'
import type { Issued } from '@/lib/signatures/eds/issuing/authority'
import { pem } from '@/lib/signatures/eds/issuing/pem'
import { signCms } from '@/lib/signatures/eds/issuing/sign-cms'
import { signXml } from '@/lib/signatures/eds/issuing/sign-xml'
import { type Offer, offerOf } from './ncalayer-choice'
import type { DemoKey } from './ncalayer-keys'
import { type SigningRequest, signingRequest } from './ncalayer-request'

/** What stands around the protocol: keys, the person who chooses one, time stamps and the clock. */
export type Surroundings = {
  keys: () => readonly DemoKey[]
  /** null: the person thought better of it. */
  chooseKey: (offer: Offer) => Promise<Issued | null>
  stamp: (signatureValue: Uint8Array) => Uint8Array
  now: () => Date
}

/** The first thing that NCALayer says. */
export const GREETING = JSON.stringify({ result: { version: '1.4' } })
const HEARTBEAT = '--heartbeat--'
const BASICS = 'kz.gov.pki.knca.basics'

const call = z.object({ module: z.string(), method: z.string().optional(), args: z.unknown().optional() })

/** The answer to one message of NCALayer's protocol; of its modules it knows `kz.gov.pki.knca.basics`. */
export async function handleMessage(message: string, around: Surroundings): Promise<string> {
  if (message === HEARTBEAT) return HEARTBEAT
  return JSON.stringify(await answerTo(message, around))
}

async function answerTo(message: string, around: Surroundings): Promise<object> {
  const json = parseJson(message)
  if (json === undefined) return { success: false, code: 'COMMON_JSON_WRAPPING_EXCEPTION' }
  const called = call.safeParse(json).data
  if (called?.module !== BASICS) return { success: false, errorCode: 'MODULE_NOT_FOUND' }
  if (called.method !== 'sign') return fault('INVOCATION_ERROR', `no method ${called.method}`)
  const asked = signingRequest.safeParse(called.args)
  if (!asked.success) {
    const [issue] = asked.error.issues
    return fault('INVOCATION_ERROR', `${issue?.path.join('.')}: ${issue?.message}`)
  }
  if (asked.data.format === 'raw' || asked.data.signingParams.digested) {
    return fault('INVALID_SIGNING_PARAMS', 'the stand-in signs neither raw data nor digests')
  }
  const chosen = await around.chooseKey(offerOf(asked.data, around.keys(), around.now()))
  return chosen ? sign(asked.data, chosen, around) : { status: true, body: {} }
}

function sign(asked: SigningRequest, issued: Issued, around: Surroundings): object {
  try {
    const signatures = [asked.data].flat().map((data) => signOne(asked, data, issued, around))
    const withCertificate = { signatures, certificate: pem('CERTIFICATE', issued.der) }
    return { status: true, body: { result: asked.signingParams.outputCert ? withCertificate : signatures } }
  } catch (error) {
    return fault('SIGNING_FAILURE', String(error))
  }
}

function signOne(
  { format, signingParams }: SigningRequest,
  data: string,
  issued: Issued,
  { now, stamp }: Surroundings,
): string {
  const bytes = signingParams.decode ? fromBase64(data) : Buffer.from(data)
  if (format === 'xml') return signXml(bytes.toString(), issued)
  const options = { signingTime: now(), isAttached: signingParams.encapsulate }
  return pem('CMS', signCms(bytes, issued, signingParams.tsaProfile ? { ...options, stamp } : options))
}

function fromBase64(data: string): Buffer {
  if (!/^[A-Za-z0-9+/\s]*={0,2}\s*$/.test(data)) throw new Error('the data is not base64')
  return Buffer.from(data, 'base64')
}

const fault = (code: string, details: string): object => ({
  status: false,
  code,
  message: 'An invoked method threw an exception.',
  details,
})

/** `undefined` of what is no JSON. */
function parseJson(message: string): unknown {
  try {
    return JSON.parse(message)
  } catch {
    return undefined
  }
}
