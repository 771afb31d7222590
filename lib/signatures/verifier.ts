import 'server-only'
import { env } from '@/lib/platform/env'
import type { Outcome } from './eds/outcome'
import type { CmsPolicy, XmlPolicy } from './eds/policy'
import { verifyCms } from './eds/verify-cms'
import { verifyXml } from './eds/verify-xml'
import { ncaNodeVerifier } from './ncanode'

/** Who checks signatures. The policy is the same for all; none may let more through than it says. */
export type SignatureVerifier = {
  verifyCms: (cms: Uint8Array, policy: CmsPolicy) => Promise<Outcome>
  verifyXml: (xml: string, policy: XmlPolicy) => Promise<Outcome>
}

const LOCAL: SignatureVerifier = { verifyCms, verifyXml }

/** Our own library, and beside it the operator's NCANode where NCANODE_URL names one. */
export function verifier(): SignatureVerifier {
  const { NCANODE_URL } = env()
  return NCANODE_URL ? ncaNodeVerifier(NCANODE_URL) : LOCAL
}
