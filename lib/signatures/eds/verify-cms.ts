import { certificateOf, checkSignature, parseSignedData, type SignedData, signingTimeOf } from './cms'
import { EdsError } from './codes'
import { decodeCms } from './decode'
import { sameBytes } from './der'
import { judge, refusal, type Signed } from './judge'
import { OID } from './oids'
import type { Outcome } from './outcome'
import type { CmsPolicy } from './policy'

/**
 * Whether one signature, CMS with signed attributes (CAdES-BES), is over `policy.content` and by whom the policy
 * expects. RSA with SHA-2, and GOST R 34.10-2015 of 512 bits. Never throws for a bad signature: it answers INVALID
 * with a code.
 * @param cms DER, PEM or base64, up to 5 MB
 */
export async function verifyCms(cms: Uint8Array, policy: CmsPolicy): Promise<Outcome> {
  let signed: Signed
  try {
    const message = parseSignedData(decodeCms(cms))
    const [signer, ...others] = message.signers
    if (!signer || others.length > 0)
      throw new EdsError('ONE_SIGNER_EXPECTED', `${message.signers.length} signers`)
    const certificate = certificateOf(message, signer)
    checkSignature(message, signer, certificate, contentOf(message, policy.content))
    const token = signer.unsignedAttributes.get(OID.timeStampToken)
    signed = {
      certificate,
      claimedAt: signingTimeOf(signer),
      stamp: token ? { token: token.bytes, of: signer.signature } : null,
    }
  } catch (error) {
    return refusal(error, null)
  }
  return judge(signed, policy)
}

/** What the verifier keeps decides; a copy that the signature carries must be the same. */
function contentOf({ content }: SignedData, expected: Uint8Array | 'attached'): Uint8Array {
  if (expected === 'attached') {
    if (!content) throw new EdsError('CONTENT_MISMATCH', 'the signature carries no content')
    return content
  }
  if (content && !sameBytes(content, expected)) throw new EdsError('CONTENT_MISMATCH')
  return expected
}
