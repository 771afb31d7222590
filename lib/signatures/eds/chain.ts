import { verifySignature } from './algorithms'
import type { Certificate } from './certificate'
import { EdsError } from './codes'
import { sameBytes } from './der'
import type { TrustStore } from './trust-store'

/** root → authority → authority → key: НУЦ РК has one authority between; more would be somebody else's design. */
const MOST_AUTHORITIES = 4

/**
 * The authorities above a certificate, from its issuer to a trusted root, each valid at `at`. Authorities come from
 * the trust store alone: what a signature brings along proves nothing.
 * @throws EdsError UNTRUSTED_CHAIN, ISSUER_NOT_A_CA, PATH_TOO_LONG, CERT_EXPIRED, CERT_NOT_YET_VALID (of an authority)
 */
export function buildChain(certificate: Certificate, trust: TrustStore, at: Date): readonly Certificate[] {
  const chain: Certificate[] = []
  let current = certificate
  while (true) {
    const issuer = findIssuer(current, trust, at)
    requireAuthority(issuer)
    // RFC 5280, 4.2.1.9: how many authorities may stand between this one and the key.
    if (issuer.pathLength !== null && chain.length > issuer.pathLength) {
      throw new EdsError(
        'PATH_TOO_LONG',
        `${issuer.subjectText} allows ${issuer.pathLength} authorities below it`,
      )
    }
    requireValidAt(issuer, at)
    chain.push(issuer)
    if (trust.roots.includes(issuer)) return chain
    if (chain.length === MOST_AUTHORITIES) throw new EdsError('PATH_TOO_LONG')
    current = issuer
  }
}

/** Whose signatures were checked before: those of the store's authorities are checked once, not with each key. */
const proven = new WeakMap<Certificate, Certificate>()

/** By name, by key identifier and by signature: each alone could be somebody else's. */
function findIssuer(certificate: Certificate, { roots, intermediates }: TrustStore, at: Date): Certificate {
  const { authorityKeyId, issuer, issuerText } = certificate
  if (!authorityKeyId)
    throw new EdsError('UNTRUSTED_CHAIN', 'the certificate does not name the key of its issuer')
  const named = [...intermediates, ...roots].filter(
    ({ subject, subjectKeyId }) =>
      sameBytes(subject, issuer) && subjectKeyId !== null && sameBytes(subjectKeyId, authorityKeyId),
  )
  // An authority that was renewed with its key stands there twice.
  const found = named.find(({ validFrom, validTo }) => validFrom <= at && at <= validTo) ?? named[0]
  if (!found) throw new EdsError('UNTRUSTED_CHAIN', `nobody trusts ${issuerText}`)
  if (proven.get(certificate) === found) return found
  if (!verifySignature(certificate.signatureAlgorithm, found, certificate.tbs, certificate.signature)) {
    throw new EdsError('UNTRUSTED_CHAIN', `${issuerText} did not sign ${certificate.subjectText}`)
  }
  proven.set(certificate, found)
  return found
}

function requireAuthority({ isCa, keyUsage, subjectText }: Certificate): void {
  if (!isCa || !keyUsage?.keyCertSign) {
    throw new EdsError('ISSUER_NOT_A_CA', `${subjectText} may not issue certificates`)
  }
}

/**
 * At no time at all, which an invalid Date is, nothing is valid: neither of its comparisons holds.
 * @throws EdsError CERT_EXPIRED, CERT_NOT_YET_VALID, each with the day it is about
 */
export function requireValidAt({ validFrom, validTo, subjectText }: Certificate, at: Date): void {
  if (!(at >= validFrom)) throw new EdsError('CERT_NOT_YET_VALID', subjectText, validFrom)
  if (!(at <= validTo)) throw new EdsError('CERT_EXPIRED', subjectText, validTo)
}
