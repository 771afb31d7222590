import type { Certificate } from './certificate'
import type { TrustStore } from './trust-store'

/** Who may have signed. An organisation's key names its BIN and what its holder may do for it. */
export type ExpectedSigner =
  /** A natural person's own key; an organisation's is refused even with the same IIN. */
  | { kind: 'person'; iin: string | 'any' }
  /** The key of somebody who may sign for this organisation. */
  | { kind: 'organisation'; bin: string; iin: string | 'any'; roles: readonly ('head' | 'signRight')[] }
  /** To show whose signature it is, never to accept it as somebody's. `none`: the key names no organisation. */
  | { kind: 'any'; iin: string | 'any'; bin: string | 'none' | 'any' }

export type RevocationAnswer =
  | { status: 'good'; checkedAt: Date; evidence: Uint8Array }
  | { status: 'revoked'; at: Date; evidence: Uint8Array }
  /** The authority does not know the certificate, or says that it was never issued. */
  | { status: 'unknown' }
  /** An answer that is not the authority's, or not to our question. */
  | { status: 'untrusted'; why: string }
  | { status: 'unavailable'; why: string }

export type RevocationSource = (
  certificate: Certificate,
  issuer: Certificate,
  trust: TrustStore,
  at: Date,
) => Promise<RevocationAnswer>

export type Revocation =
  /** Nobody is asked; for the archive, where the answer was kept, and for tests. */
  | { mode: 'off' }
  /** Without an answer the outcome is VALID_REVOCATION_PENDING, and somebody asks again later. */
  | { mode: 'soft'; source: RevocationSource }
  /** Without an answer the signature does not hold. */
  | { mode: 'required'; source: RevocationSource }

/** All that decides about a signature is said here; nothing has a default that lets more through. */
export type Policy = {
  signer: ExpectedSigner
  trust: TrustStore
  revocation: Revocation
  /** The verifier's clock. */
  at: Date
  /** How old the signer's own `signingTime` may be, in milliseconds; a signature without one is then refused. */
  signedWithin: number | 'any'
  /** `archive`: the certificate counts as of the moment that a trusted time stamp proves, if there is one. */
  timeStamp: 'optional' | 'required' | 'archive'
}

/** `content` is what the verifier keeps itself; `attached` only looks at what the signature carries. */
export type CmsPolicy = Policy & { content: Uint8Array | 'attached' }

/** `content`: the XML that was given to be signed, compared in canonical form; `any` only looks. */
export type XmlPolicy = Policy & { content: string | 'any' }
