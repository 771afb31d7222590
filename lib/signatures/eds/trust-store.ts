import { type Certificate, parseCertificate } from './certificate'
import { EdsError } from './codes'
import { sameBytes } from './der'

/** Whom the operator trusts: self-signed roots, and the authorities under them that issue keys. */
export type TrustStore = { roots: readonly Certificate[]; intermediates: readonly Certificate[] }

/**
 * From certificates in DER. One that names itself as its issuer is a root; all others must be authorities.
 * @throws EdsError MALFORMED, or ISSUER_NOT_A_CA of a certificate that is no authority
 */
export function trustStore(ders: readonly Uint8Array[]): TrustStore {
  const all = ders.map(parseCertificate)
  const stranger = all.find(({ isCa }) => !isCa)
  if (stranger) throw new EdsError('ISSUER_NOT_A_CA', `${stranger.subjectText} is no authority`)
  const isRoot = ({ subject, issuer }: Certificate) => sameBytes(subject, issuer)
  return { roots: all.filter(isRoot), intermediates: all.filter((c) => !isRoot(c)) }
}
