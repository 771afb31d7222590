/** What the tests and the bench ask of the independent implementation. Numbers are little-endian. */
declare module 'node-gost-crypto' {
  export const gostEngine: {
    getGostDigest(algorithm: { name: 'GOST R 34.11'; version: 2012; length: 256 | 512 }): {
      digest(data: Uint8Array): ArrayBuffer
    }
    getGostSign(algorithm: {
      name: 'GOST R 34.10'
      version: 2012
      mode: 'SIGN'
      length: 512
      namedCurve: 'T-512-A'
      hash: { name: 'GOST R 34.11'; version: 2012; length: 512 }
    }): {
      generateKey(): { privateKey: ArrayBuffer; publicKey: ArrayBuffer }
      sign(privateKey: Uint8Array, data: Uint8Array): ArrayBuffer
      verify(publicKey: Uint8Array, signature: Uint8Array, data: Uint8Array): boolean
    }
  }
}
