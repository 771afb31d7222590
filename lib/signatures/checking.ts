import 'server-only'
import { env } from '@/lib/platform/env'
import type { Outcome } from './eds/outcome'
import type { Policy, Revocation, RevocationSource } from './eds/policy'
import { httpPost, ocspSource } from './eds/revocation-source'
import { trust } from './trust'
import { verifier } from './verifier'

/** The key of somebody who may sign for an organisation: its BIN, and the signer's own IIN. */
export type OfficeSigner = { iin: string; bin: string }

/** A signature is given while the page is open; one of yesterday was made for something else. */
const SIGNED_WITHIN_MS = 24 * 60 * 60 * 1000

/** The responder of НУЦ РК; certificates name it, and nothing else may be asked on their word. */
const NCA_RESPONDERS = ['ocsp.pki.gov.kz']

/** Asks about revocation where the operator says, else where the certificate does, among known hosts. */
export function revocationSource(): RevocationSource {
  const { EDS_OCSP_URL: url } = env()
  const hosts = url ? [new URL(url).host] : NCA_RESPONDERS
  return ocspSource({ post: httpPost, hosts, url })
}

function policy(now: Date, mode: Revocation['mode']): Omit<Policy, 'signer'> {
  const { EDS_TIME_STAMP } = env()
  return {
    trust: trust(),
    revocation: mode === 'off' ? { mode } : { mode, source: revocationSource() },
    at: now,
    signedWithin: SIGNED_WITHIN_MS,
    timeStamp: EDS_TIME_STAMP === 'required' ? 'required' : 'optional',
  }
}

/** An applicant's own signature over the stored statement. Revocation that cannot be asked for now may wait. */
export function checkStatement(cms: Uint8Array, pdf: Uint8Array, iin: string, now: Date): Promise<Outcome> {
  const signer = { kind: 'person', iin } as const
  return verifier().verifyCms(cms, { ...policy(now, 'soft'), signer, content: pdf })
}

/** The same once more, of a signature that was kept: what matters is its key as of now, not its age. */
export function checkStatementAgain(
  cms: Uint8Array,
  pdf: Uint8Array,
  iin: string,
  now: Date,
): Promise<Outcome> {
  const rules = { ...policy(now, 'soft'), signedWithin: 'any' as const }
  return verifier().verifyCms(cms, { ...rules, signer: { kind: 'person', iin }, content: pdf })
}

/** A head's signature over a stored paper: issued only when the key is known not to be revoked. */
export function checkPaper(
  cms: Uint8Array,
  pdf: Uint8Array,
  { iin, bin }: OfficeSigner,
  now: Date,
): Promise<Outcome> {
  return verifier().verifyCms(cms, { ...policy(now, 'required'), signer: headOf(iin, bin), content: pdf })
}

/** A head's signature inside the XML that was given to be signed; XMLDSIG says no time of its own. */
export function checkPayload(
  signedXml: string,
  payload: string,
  { iin, bin }: OfficeSigner,
  now: Date,
): Promise<Outcome> {
  const rules = { ...policy(now, 'required'), signedWithin: 'any', timeStamp: 'optional' } as const
  return verifier().verifyXml(signedXml, { ...rules, signer: headOf(iin, bin), content: payload })
}

const headOf = (iin: string, bin: string) =>
  ({ kind: 'organisation', iin, bin, roles: ['head', 'signRight'] }) as const

/** Anyone's signature, to show whose it is: accepted as nobody's. */
const ANYONE = { kind: 'any', iin: 'any', bin: 'any' } as const
const SHOWN = { signedWithin: 'any', timeStamp: 'archive', signer: ANYONE } as const

export function inspectCms(cms: Uint8Array, content: Uint8Array | 'attached', now: Date): Promise<Outcome> {
  return verifier().verifyCms(cms, { ...policy(now, 'soft'), ...SHOWN, content })
}

export function inspectXml(xml: string, now: Date): Promise<Outcome> {
  return verifier().verifyXml(xml, { ...policy(now, 'soft'), ...SHOWN, content: 'any' })
}

/** The authority says that the key was revoked, or that it never issued it: asking again would not change that. */
export function isRefuted(outcome: Outcome): boolean {
  return outcome.code === 'CERT_REVOKED' || outcome.code === 'REVOCATION_UNKNOWN'
}
