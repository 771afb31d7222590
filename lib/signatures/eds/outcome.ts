import type { FailureCode } from './codes'

export const ROLES = [
  'person',
  'head',
  'signRight',
  'financeRight',
  'personnel',
  'employee',
  'informationSystem',
] as const
/** What a certificate says its holder is: a person, or somebody of an organisation. */
export type Role = (typeof ROLES)[number]

export type Algorithm = 'RSA' | 'GOST-2015-512'

/** Whose key it was, as the certificate says it. */
export type Signer = {
  /** Family name, given name and patronymic, in one line. */
  fullName: string
  iin: string | null
  bin: string | null
  organisation: string | null
  roles: readonly Role[]
  /** Of the certificate, in small hexadecimal digits. */
  serial: string
  issuer: string
  validFrom: Date
  validTo: Date
  algorithm: Algorithm
  /** DER. */
  certificate: Uint8Array
  /** `signingTime`: the signer's own clock. */
  claimedAt: Date | null
  /** A verified RFC 3161 time stamp. */
  stampedAt: Date | null
}

/** What was relied on, to be kept beside the signature. */
export type Evidence = {
  /** DER, from the signer's issuer to the root. */
  chain: readonly Uint8Array[]
  revocation: { checkedAt: Date; response: Uint8Array } | null
}

export type Outcome =
  | { status: 'VALID'; code: 'OK'; signer: Signer; evidence: Evidence }
  | { status: 'VALID_REVOCATION_PENDING'; code: 'REVOCATION_UNAVAILABLE'; signer: Signer; evidence: Evidence }
  /** `moment`: what the code is about, an expiry or a revocation. `signer` as far as it could be read. */
  | { status: 'INVALID'; code: FailureCode; detail: string; moment: Date | null; signer: Signer | null }
