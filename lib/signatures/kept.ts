import 'server-only'
import type { KeptSignature } from './data'
import type { Outcome } from './eds/outcome'
import type { Policy } from './eds/policy'
import { verifyCms } from './eds/verify-cms'
import { verifyXml } from './eds/verify-xml'
import { type ShownSignature, shown } from './shown'
import { trust } from './trust'

/**
 * A kept signature looked at once more: over the bytes that were signed, as of the time it was received, when its
 * revocation was asked about. By our own library whoever checked it then: other verifiers know only today.
 */
export async function lookAgain(kept: KeptSignature, pdf: Uint8Array): Promise<ShownSignature> {
  const policy: Policy = {
    signer: { kind: 'any', iin: kept.signerIin, bin: kept.signerBin ?? 'none' },
    trust: trust(),
    revocation: { mode: 'off' },
    at: kept.receivedAt,
    signedWithin: 'any',
    timeStamp: 'optional',
  }
  const outcome =
    kept.format === 'cms'
      ? await verifyCms(kept.content, { ...policy, content: pdf })
      : await verifyXml(Buffer.from(kept.content).toString('utf8'), { ...policy, content: 'any' })
  return withAnswer(kept, outcome)
}

/** What the authority said of the key was kept; it is not asked again for each reader. */
function withAnswer(kept: KeptSignature, outcome: Outcome): ShownSignature {
  const looked = {
    ...shown(kept.format, outcome),
    receivedAt: kept.receivedAt.toISOString(),
    revocationCheckedAt: kept.revocationCheckedAt?.toISOString() ?? null,
  }
  if (looked.failure) return looked
  if (kept.status === 'revoked') {
    const failure = { code: 'CERT_REVOKED', moment: null } as const
    return { ...looked, failure, marks: { ...looked.marks, revocation: 'fails' } }
  }
  const revocation = kept.status === 'valid' ? 'holds' : 'pending'
  return { ...looked, marks: { ...looked.marks, revocation } }
}
