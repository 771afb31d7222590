import 'server-only'
import { z } from 'zod'
import { DomainError } from '@/lib/domain/error'
import { now } from '@/lib/platform/clock'
import { log } from '@/lib/platform/log'
import type { FailureCode } from './eds/codes'
import { decodeCms } from './eds/decode'
import type { Outcome, Signer } from './eds/outcome'
import type { Policy } from './eds/policy'
import { verifyCms } from './eds/verify-cms'
import { verifyXml } from './eds/verify-xml'
import type { SignatureVerifier } from './verifier'

/**
 * Gives an operator's NCANode (version 3, REST) a say beside our own library: by the certified implementation that it
 * wraps, and by its own way to the revocation service. Both must find a signature good. NCANode alone would let
 * through too much: several signers, keys for signing in, any content that a signature carries; and it does not ask
 * who signed a time stamp or an answer about revocation.
 */
export function ncaNodeVerifier(url: string): SignatureVerifier {
  return {
    async verifyCms(cms, policy) {
      const ours = await verifyCms(cms, leavingRevocation(policy))
      const data = policy.content === 'attached' ? {} : { data: base64(policy.content) }
      return secondOpinion(ours, policy, (revocationCheck) =>
        ask(url, 'cms/verify', { cms: base64(decodeCms(cms)), ...data, revocationCheck }),
      )
    },
    async verifyXml(xml, policy) {
      const ours = await verifyXml(xml, leavingRevocation(policy))
      return secondOpinion(ours, policy, (revocationCheck) =>
        ask(url, 'xml/verify', { xml, revocationCheck }),
      )
    },
  }
}

/** NCANode knows no other moment than its own: of any other only our library can judge. */
const SAME_MOMENT_MS = 60 * 60 * 1000
const isOfNow = ({ at }: Policy) => Math.abs(at.getTime() - now().getTime()) <= SAME_MOMENT_MS

/** Where NCANode is going to ask about revocation, we do not. */
function leavingRevocation<P extends Policy>(policy: P): P {
  return isOfNow(policy) ? { ...policy, revocation: { mode: 'off' } } : policy
}

/** Always said: left out, it means whatever that NCANode thinks, and a revoked key may pass. */
type RevocationCheck = readonly 'OCSP'[]

async function secondOpinion(
  ours: Outcome,
  policy: Policy,
  ask: (revocationCheck: RevocationCheck) => Promise<Answer>,
): Promise<Outcome> {
  const { mode } = policy.revocation
  if (ours.status === 'INVALID' || mode === 'off' || !isOfNow(policy)) return ours
  const { signer, evidence } = ours
  const answer = await ask(['OCSP'])
  const theirs = onlySigner(answer, signer)
  if (!theirs) return refused('CERTIFICATE_MISMATCH', signer, 'it names another signer')
  const revoked = theirs.revocations.find((answered) => answered.revoked)
  if (revoked) return refusedAsRevoked(revoked, signer)
  if (answer.valid && theirs.valid && theirs.revocations.some(({ by }) => by === 'OCSP')) {
    const revocation = { checkedAt: policy.at, response: answer.bytes }
    return { status: 'VALID', code: 'OK', signer, evidence: { ...evidence, revocation } }
  }
  // It also calls invalid whatever it could not ask about: asked without, it says what is the matter.
  const without = await ask([])
  const again = onlySigner(without, signer)
  if (!again?.valid) return refused('UNTRUSTED_CHAIN', signer, 'the certificate')
  if (!without.valid) return refused('BAD_SIGNATURE', signer, 'the signature')
  if (mode === 'required') return refused('REVOCATION_UNAVAILABLE', signer, 'no answer about revocation')
  return { status: 'VALID_REVOCATION_PENDING', code: 'REVOCATION_UNAVAILABLE', signer, evidence }
}

function refusedAsRevoked({ by, revocationTime }: RevocationEntry, signer: Signer): Outcome {
  // «Revoked in 1970» is how НУЦ РК says that it never issued a certificate.
  return revocationTime?.getTime() === 0
    ? refused('REVOCATION_UNKNOWN', signer, 'never issued')
    : refused('CERT_REVOKED', signer, `by ${by}`, revocationTime)
}

function refused(code: FailureCode, signer: Signer, why: string, moment: Date | null = null): Outcome {
  return { status: 'INVALID', code, detail: `NCANode: ${why}`, moment, signer }
}

const revocationEntry = z.object({
  revoked: z.boolean(),
  by: z.string(),
  revocationTime: z.coerce
    .date()
    .nullish()
    .transform((time) => time ?? null),
})
type RevocationEntry = z.infer<typeof revocationEntry>

const certificateInfo = z.object({
  valid: z.boolean(),
  revocations: z
    .array(revocationEntry)
    .nullish()
    .transform((list) => list ?? []),
  serialNumber: z.string(),
  subject: z.object({ iin: z.string().nullish(), bin: z.string().nullish() }),
})

/** XML signers are certificates; a CMS signer has a list of them, and a time stamp that our library has read. */
const signerInfo = z.union([
  certificateInfo.transform((certificate) => [certificate]),
  z.object({ certificates: z.array(certificateInfo) }).transform(({ certificates }) => certificates),
])

const answerBody = z.object({ valid: z.boolean(), signers: z.array(signerInfo) })
type Answer = z.infer<typeof answerBody> & { bytes: Uint8Array }

/** What it says of the certificate, if it is the one that our library found and no other signs. */
function onlySigner({ signers }: Answer, { serial, iin, bin }: Signer) {
  const [certificate, ...others] = signers.flat()
  if (!certificate || others.length > 0) return null
  const { serialNumber, subject } = certificate
  const isSame =
    number(serialNumber) === number(serial) && (subject.iin || null) === iin && (subject.bin || null) === bin
  return isSame ? certificate : null
}

const number = (hex: string) => hex.toLowerCase().replace(/^0+/, '')
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')

/** NCANode asks the authority meanwhile. */
const PATIENCE_MS = 15_000

/** @throws DomainError unavailable, when what comes back is not an answer; it is told apart from «no» */
async function ask(url: string, path: string, body: object): Promise<Answer> {
  try {
    const response = await fetch(new URL(path, url.endsWith('/') ? url : `${url}/`), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
      body: JSON.stringify(body),
      redirect: 'error',
      cache: 'no-store',
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    const bytes = new Uint8Array(await response.arrayBuffer())
    if (response.status !== 200) throw new Error(`it answered ${response.status}`)
    return { ...answerBody.parse(JSON.parse(Buffer.from(bytes).toString('utf8'))), bytes }
  } catch (error) {
    log('error', 'ncanode', { message: error instanceof Error ? error.message.slice(0, 500) : String(error) })
    throw new DomainError('unavailable')
  }
}
