/** What the tests and the bench ask of the independent implementation. Numbers are little-endian. */
declare module 'node-gost-crypto' {
  type Digest2012<Length extends 256 | 512> = { name: 'GOST R 34.11'; version: 2012; length: Length }
  /** GOST 34.311-95, with the table that Kazakhstan took. */
  type Digest1994 = { name: 'GOST R 34.11'; version: 1994; sBox: 'D-TEST' }
  type Signature2012 = {
    name: 'GOST R 34.10'
    version: 2012
    mode: 'SIGN'
    length: 512
    namedCurve: 'T-512-A'
    hash: Digest2012<512>
  }
  /** GOST 34.310-2004. */
  type Signature2001 = {
    name: 'GOST R 34.10'
    version: 2001
    mode: 'SIGN'
    length: 256
    namedCurve: 'S-256-A'
    hash: Digest1994
  }
  export const gostEngine: {
    getGostDigest(algorithm: Digest2012<256 | 512> | Digest1994): { digest(data: Uint8Array): ArrayBuffer }
    getGostSign(algorithm: Signature2012 | Signature2001): {
      generateKey(): { privateKey: ArrayBuffer; publicKey: ArrayBuffer }
      sign(privateKey: Uint8Array, data: Uint8Array): ArrayBuffer
      verify(publicKey: Uint8Array, signature: Uint8Array, data: Uint8Array): boolean
    }
  }
}
