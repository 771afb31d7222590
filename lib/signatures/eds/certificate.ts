/** An X.509 certificate, read. */
export type Certificate = {
  der: Uint8Array
  /** The signed part, whole. */
  tbs: Uint8Array
  /** Octets of the number, without a leading zero. */
  serial: Uint8Array
  /** DER of the names. */
  issuer: Uint8Array
  subject: Uint8Array
  subjectText: string
  /** First value of each attribute of the subject, by OID. */
  subjectAttributes: ReadonlyMap<string, string>
  validFrom: Date
  validTo: Date
  /** SubjectPublicKeyInfo, whole; and its BIT STRING's octets, as OCSP hashes them. */
  publicKeyInfo: Uint8Array
  publicKeyBits: Uint8Array
  keyAlgorithm: string
  signatureAlgorithm: string
  signature: Uint8Array
  isCa: boolean
  pathLength: number | null
  /** null: the extension is absent. */
  keyUsage: {
    digitalSignature: boolean
    nonRepudiation: boolean
    keyCertSign: boolean
    crlSign: boolean
  } | null
  extendedKeyUsage: readonly string[]
  subjectKeyId: Uint8Array | null
  authorityKeyId: Uint8Array | null
  ocspUrls: readonly string[]
  crlUrls: readonly string[]
}

/** @throws EdsError MALFORMED, TRAILING_BYTES */
export declare function parseCertificate(der: Uint8Array): Certificate
