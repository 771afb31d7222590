import type { Certificate } from './certificate'

/** The digest by its OID. @throws EdsError UNSUPPORTED_ALGORITHM */
export declare function digest(algorithm: string, data: Uint8Array): Uint8Array

/** Whether `signature` over `data` is by the key; `algorithm` is the OID of the signature. @throws EdsError UNSUPPORTED_ALGORITHM */
export declare function verifySignature(
  algorithm: string,
  key: Pick<Certificate, 'publicKeyInfo' | 'publicKeyBits' | 'keyAlgorithm'>,
  data: Uint8Array,
  signature: Uint8Array,
): boolean
