/** Why a signature does not hold. Each has a sentence of its own for people; the order is that of the checks. */
export const FAILURE_CODES = [
  'TOO_LARGE',
  'MALFORMED',
  'TRAILING_BYTES',
  'XML_DTD',
  'SEVERAL_REFERENCES',
  'NOT_WHOLE_DOCUMENT',
  'ONE_SIGNER_EXPECTED',
  'NO_CERTIFICATE',
  'UNSUPPORTED_ALGORITHM',
  'NO_SIGNED_ATTRIBUTES',
  'CONTENT_MISMATCH',
  'CERTIFICATE_MISMATCH',
  'BAD_SIGNATURE',
  'UNTRUSTED_CHAIN',
  'ISSUER_NOT_A_CA',
  'PATH_TOO_LONG',
  'CERT_EXPIRED',
  'CERT_NOT_YET_VALID',
  'SIGNING_TIME_IN_FUTURE',
  'SIGNATURE_TOO_OLD',
  'NOT_A_SIGNING_KEY',
  'ROLE_NOT_ALLOWED',
  'NO_IIN',
  'IIN_MISMATCH',
  'BIN_MISMATCH',
  'BAD_TIMESTAMP',
  'TIMESTAMP_REQUIRED',
  'CERT_REVOKED',
  'REVOCATION_UNKNOWN',
  'REVOCATION_UNTRUSTED',
  'REVOCATION_UNAVAILABLE',
] as const
export type FailureCode = (typeof FAILURE_CODES)[number]

export type Code = 'OK' | FailureCode

/** A check that failed. Whatever else is thrown while verifying is a fault of this library. */
export class EdsError extends Error {
  readonly code: FailureCode
  /** The moment that the sentence for people names: an expiry, a revocation. */
  readonly moment: Date | null
  constructor(code: FailureCode, detail: string = code, moment: Date | null = null) {
    super(detail)
    this.name = 'EdsError'
    this.code = code
    this.moment = moment
  }
}
