import { EdsError } from './codes'
import { judge, refusal, type Signed } from './judge'
import type { Outcome } from './outcome'
import type { XmlPolicy } from './policy'
import { canonicalXml } from './strict-xml'
import { openSignedXml } from './xmldsig'

/**
 * Whether an XML with one enveloped signature (XMLDSIG) over the whole of it is `policy.content`, signed by whom the
 * policy expects. RSA with SHA-256, and GOST R 34.10-2015 of 512 bits. Never throws for a bad signature: it answers
 * INVALID with a code.
 *
 * An XML signature names no time: the caller must say `signedWithin: 'any'` and answer for it.
 * @param xml up to 5 MB
 */
export async function verifyXml(xml: string, policy: XmlPolicy): Promise<Outcome> {
  let signed: Signed
  try {
    const { certificate, content } = openSignedXml(xml)
    if (policy.content !== 'any' && canonicalXml(policy.content) !== content) {
      throw new EdsError('CONTENT_MISMATCH')
    }
    signed = { certificate, claimedAt: null, stamp: null }
  } catch (error) {
    return refusal(error, null)
  }
  return judge(signed, policy)
}

/**
 * What was signed, in canonical form, to be shown: read from nowhere else. Of an XML that `verifyXml` found valid,
 * for here nobody is asked whose key it was.
 * @throws EdsError when the signature does not hold
 */
export function readSignedXml(xml: string): string {
  return openSignedXml(xml).content
}
